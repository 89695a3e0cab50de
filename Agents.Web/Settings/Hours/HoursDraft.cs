using System.Globalization;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Settings.Hours;

/// <summary>A site's hours while they are being changed.</summary>
public sealed class HoursDraft
{
    public string TimeZone { get; set; } = "";
    public string Holidays { get; set; } = "";
    public List<ScheduleDraft> Schedules { get; private init; } = [];
    public List<DateDraft> Exceptions { get; private init; } = [];
    public List<ChannelDraft> Channels { get; private init; } = [];

    /// <summary>One line for each topic and channel, the conversation without a topic last.</summary>
    /// <param name="mailAvailable">E-mail about which nothing is set is offered then, as the server does: else saving something else would turn it off.</param>
    public static HoursDraft Of(HoursPlan plan, IEnumerable<long> topics, bool mailAvailable = false) => new()
    {
        TimeZone = plan.TimeZone ?? "",
        Holidays = plan.Holidays ?? "",
        Schedules = [.. (plan.Schedules ?? []).Select(ScheduleDraft.Of)],
        Exceptions = [.. (plan.Exceptions ?? []).Select(DateDraft.Of)],
        Channels =
        [
            .. topics.Select(t => (long?)t).Append(null).SelectMany(topic => Enum.GetValues<ChannelKind>(), (topic, channel) =>
                ChannelDraft.Of(plan.Channels?.FirstOrDefault(c => c.TopicId == topic && c.Channel == channel) ?? new TopicChannel(
                    topic, channel, channel == ChannelKind.Chat || (channel == ChannelKind.Email && mailAvailable), null, null))),
        ],
    };

    public IReadOnlyList<ChannelDraft> Of(long? topic) => [.. Channels.Where(c => c.TopicId == topic)];

    public bool IsUsed(ScheduleDraft schedule) => Channels.Any(c => c.ScheduleId == schedule.Id);

    /// <summary>Office hours to begin with: fewer clicks than an empty week.</summary>
    public void AddSchedule(string name)
    {
        var schedule = new ScheduleDraft { Id = Schedules.Select(s => s.Id).DefaultIfEmpty(0).Max() + 1, Name = name };
        foreach (var day in schedule.Days.Take(5))
            day.AddRange([new SpanDraft(new(9, 0), new(12, 0)), new SpanDraft(new(14, 0), new(18, 0))]);
        Schedules.Add(schedule);
    }

    public HoursPlan ToPlan() => new(
        TimeZone,
        Holidays.Length == 0 ? null : Holidays,
        [.. Schedules.Select(s => new WeeklyHours(s.Id, s.Name, [.. s.Days.Select(Spans)]))],
        [.. Exceptions.Select(e => new DateHours(e.Date, Spans(e.Spans)))],
        [.. Channels.Select(c => new TopicChannel(c.TopicId, c.Channel, c.Offered, c.ScheduleId, c.AnswerMinutes))]);

    private static IReadOnlyList<HoursSpan> Spans(IEnumerable<SpanDraft> spans) => [.. spans.Select(s => s.ToSpan())];
}

/// <summary>A named week. Seven days, Monday first.</summary>
public sealed class ScheduleDraft
{
    public required int Id { get; init; }
    public required string Name { get; set; }
    public IReadOnlyList<List<SpanDraft>> Days { get; private init; } = [.. Enumerable.Range(0, 7).Select(_ => new List<SpanDraft>())];

    public static ScheduleDraft Of(WeeklyHours week) => new()
    {
        Id = week.Id,
        Name = week.Name ?? "",
        Days = [.. week.Days!.Select(day => (day ?? []).Select(SpanDraft.Of).ToList())],
    };

    public void Copy(int from, IEnumerable<int> to)
    {
        foreach (var day in to.Where(day => day != from))
        {
            Days[day].Clear();
            Days[day].AddRange(Days[from].Select(span => new SpanDraft(span.From, span.To, span.NextDay)));
        }
    }
}

/// <summary>A date that differs; without spans it is closed.</summary>
public sealed class DateDraft
{
    public required string Date { get; set; }
    public List<SpanDraft> Spans { get; private init; } = [];

    public static DateDraft Of(DateHours date) => new() { Date = date.Date ?? "", Spans = [.. (date.Spans ?? []).Select(SpanDraft.Of)] };
}

/// <summary>Two time fields and a tick. An end at midnight without the tick is the day's end.</summary>
public sealed class SpanDraft(TimeOnly from, TimeOnly to, bool nextDay = false)
{
    private const int Day = 24 * 60;

    public TimeOnly From { get; set; } = from;
    public TimeOnly To { get; set; } = to;
    public bool NextDay { get; set; } = nextDay;

    public static SpanDraft Of(HoursSpan span) => new(Time(span.From), Time(span.To % Day), span.To > Day);

    /// <summary>After what is there: an afternoon after a morning.</summary>
    public static SpanDraft Next(IReadOnlyList<SpanDraft> spans) => spans is [.., { NextDay: false, To.Hour: > 0 and < 22 } last]
        ? last.To.Hour < 14 ? new(new(14, 0), new(18, 0)) : new(last.To.AddHours(1), last.To.AddHours(2))
        : new(new(9, 0), new(18, 0));

    public HoursSpan ToSpan() => new(Minutes(From), NextDay ? Minutes(To) + Day : Minutes(To) == 0 ? Day : Minutes(To));

    private static TimeOnly Time(int minutes) => new(minutes / 60, minutes % 60);

    private static int Minutes(TimeOnly time) => time.Hour * 60 + time.Minute;
}

public sealed class ChannelDraft
{
    private const int DefaultAnswerMinutes = 240;

    public long? TopicId { get; init; }
    public ChannelKind Channel { get; init; }
    public bool Offered { get; private set; }
    public int? ScheduleId { get; private set; }
    public int? AnswerMinutes { get; set; }

    public static ChannelDraft Of(TopicChannel channel) => new()
    {
        TopicId = channel.TopicId,
        Channel = channel.Channel,
        Offered = channel.Offered,
        ScheduleId = channel.ScheduleId,
        AnswerMinutes = channel.AnswerMinutes,
    };

    /// <summary>"no", "always", or the schedule's number.</summary>
    public string Choice
    {
        get => !Offered ? "no" : ScheduleId?.ToString(CultureInfo.InvariantCulture) ?? "always";
        set
        {
            Offered = value != "no";
            ScheduleId = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
            if (Channel == ChannelKind.Email && Offered)
                AnswerMinutes ??= DefaultAnswerMinutes;
        }
    }
}
