using NodaTime;
using NodaTime.Text;
using SupportHub.Shared;
using SupportHub.Wording;

namespace SupportHub.Sites.Hours;

/// <summary>What a plan of hours must be like. Pure. Each fault is at the field that shows it, and names the day and the spans.</summary>
public static class HoursRules
{
    public const int DayMinutes = 24 * 60;
    private const int SpanLimit = 12;
    private const int ScheduleLimit = 50;
    private const int ExceptionLimit = 500;
    private const int NameLimit = 60;
    private const int AnswerLimit = 60 * 24 * 30;

    /// <param name="topics">The site's, the archived ones too.</param>
    public static List<FieldFault> Check(HoursPlan plan, IReadOnlyCollection<long> topics) =>
    [
        .. CheckPlace(plan),
        .. (plan.Schedules ?? []).SelectMany((s, at) => CheckSchedule(s, $"schedules.{at}", plan.Schedules!.Count(other => other?.Id == s?.Id) == 1)),
        .. CheckExceptions(plan.Exceptions ?? []),
        .. (plan.Channels ?? []).SelectMany((c, at) => CheckChannel(c, $"channels.{at}", plan, topics)),
    ];

    private static IEnumerable<FieldFault> CheckPlace(HoursPlan plan)
    {
        if (plan.TimeZone is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(plan.TimeZone) is null)
            yield return new("timeZone", Fault.TimeZoneUnknown);
        if (plan.Holidays is { } region && !HolidayTable.Knows(region))
            yield return new("holidays", Fault.RegionUnknown);
        if (plan.Schedules?.Count > ScheduleLimit)
            yield return new("schedules", Fault.TooLong);
        if (plan.Exceptions?.Count > ExceptionLimit)
            yield return new("exceptions", Fault.TooLong);
    }

    private static IEnumerable<FieldFault> CheckSchedule(WeeklyHours? schedule, string field, bool alone)
    {
        if (schedule?.Days is not { Count: 7 } days || !alone || schedule.Id < 1)
        {
            yield return new(field, Fault.WeekInvalid);
            yield break;
        }
        if (string.IsNullOrWhiteSpace(schedule.Name))
            yield return new($"{field}.name", Fault.Required);
        else if (schedule.Name.Trim().Length > NameLimit)
            yield return new($"{field}.name", Fault.TooLong);
        for (var day = 0; day < days.Count; day++)
        {
            var (weekday, next) = ((IsoDayOfWeek)(day + 1), days[(day + 1) % 7] ?? []);
            if (CheckSpans(days[day] ?? [], $"{field}.{day}", language => HoursWords.Day(weekday, language)) is { } fault)
                yield return fault;
            else if (CheckNight(days[day] ?? [], next) is var (night, morning))
                yield return new($"{field}.{day}", Fault.SpansOverlapNextDay, language =>
                    [HoursWords.Day(weekday, language), HoursWords.Span(night), HoursWords.Span(morning)]);
        }
    }

    private static IEnumerable<FieldFault> CheckExceptions(IReadOnlyList<DateHours> exceptions)
    {
        for (var at = 0; at < exceptions.Count; at++)
        {
            if (exceptions[at]?.Date is not { } text || LocalDatePattern.Iso.Parse(text) is not { Success: true, Value: var date } || date.Year is < 2000 or > 2200)
                yield return new($"exceptions.{at}", Fault.DateInvalid);
            else if (exceptions.Take(at).Any(e => e?.Date == text))
                yield return new($"exceptions.{at}", Fault.DateTwice);
            else if (CheckSpans(exceptions[at].Spans ?? [], $"exceptions.{at}", language => HoursWords.Date(date, language)) is { } fault)
                yield return fault;
        }
    }

    private static FieldFault? CheckSpans(IReadOnlyList<HoursSpan> spans, string field, Func<string, string> day)
    {
        if (spans.Count > SpanLimit || spans.Any(s => s is not { From: >= 0 and < DayMinutes, To: >= 0 and <= 2 * DayMinutes }))
            return new(field, Fault.WeekInvalid);
        if (spans.FirstOrDefault(s => s.To <= s.From) is { } reversed)
            return new(field, Fault.SpanReversed, language => [day(language), HoursWords.Span(reversed)]);
        if (spans.FirstOrDefault(s => s.To - s.From > DayMinutes) is { } endless)
            return new(field, Fault.SpanTooLong, language => [day(language), HoursWords.Span(endless)]);
        var ordered = spans.OrderBy(s => s.From).ToList();
        return ordered.Zip(ordered.Skip(1)).FirstOrDefault(pair => pair.Second.From < pair.First.To) is ({ } first, { } second)
            ? new(field, Fault.SpansOverlap, language => [day(language), HoursWords.Span(first), HoursWords.Span(second)])
            : null;
    }

    /// <summary>A night that lasts into what the next day has of its own.</summary>
    private static (HoursSpan Night, HoursSpan Morning)? CheckNight(IReadOnlyList<HoursSpan> spans, IReadOnlyList<HoursSpan> next) =>
        spans.MaxBy(s => s.To) is { To: > DayMinutes } night && next.FirstOrDefault(s => s.From < night.To - DayMinutes) is { } morning
            ? (night, morning)
            : null;

    private static IEnumerable<FieldFault> CheckChannel(TopicChannel? channel, string field, HoursPlan plan, IReadOnlyCollection<long> topics)
    {
        if (channel is null || !Enum.IsDefined(channel.Channel) || (channel.TopicId is { } topic && !topics.Contains(topic))
            || plan.Channels!.Count(c => c?.TopicId == channel.TopicId && c?.Channel == channel.Channel) > 1)
            yield return new(field, Fault.TopicOrder);
        else if (channel.ScheduleId is { } schedule && plan.Schedules?.Any(s => s?.Id == schedule) != true)
            yield return new(field, Fault.ScheduleUnknown);
        else if (channel.AnswerMinutes is < 1 or > AnswerLimit)
            yield return new(field, Fault.AnswerRange);
    }
}
