using NodaTime;
using NodaTime.Text;
using SupportHub.Shared;
using SupportHub.Sites.Hours;

namespace SupportHub.Unit.Sites.Hours;

internal static class Given
{
    public static readonly IReadOnlyList<HoursSpan> Closed = [];

    public static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    public static HoursSpan Span(double from, double to) => new((int)(from * 60), (int)(to * 60));

    /// <summary>The same spans every day.</summary>
    public static IReadOnlyList<IReadOnlyList<HoursSpan>> EveryDay(params IReadOnlyList<HoursSpan> spans) => [.. Enumerable.Repeat(spans, 7)];

    public static IReadOnlyList<IReadOnlyList<HoursSpan>> WorkingDays(params IReadOnlyList<HoursSpan> spans) =>
        [.. Enumerable.Repeat(spans, 5), Closed, Closed];

    public static Opening Open(
        IReadOnlyList<IReadOnlyList<HoursSpan>> week, string zone = "Europe/Paris", string? holidays = null, params IEnumerable<(string Date, IReadOnlyList<HoursSpan> Spans)> exceptions) =>
        Opening.Weekly(new SiteCalendar(Zone(zone), holidays, exceptions.ToDictionary(e => LocalDatePattern.Iso.Parse(e.Date).Value, e => e.Spans)), week);

    /// <summary>Unix milliseconds of an ISO instant: "2026-03-29T01:00:00Z".</summary>
    public static long At(string instant) => InstantPattern.General.Parse(instant).Value.ToUnixTimeMilliseconds();

    /// <summary>By the clock of Paris, on a day that has no doubt about it: "2026-11-24 09:00".</summary>
    public static long Paris(string local) =>
        Zone("Europe/Paris").AtStrictly(LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(local).Value).ToInstant().ToUnixTimeMilliseconds();

    public static HoursPlan Plan(
        string zone = "Europe/Paris", string? holidays = null, IReadOnlyList<WeeklyHours>? schedules = null, IReadOnlyList<DateHours>? exceptions = null, IReadOnlyList<TopicChannel>? channels = null) =>
        new(zone, holidays, schedules ?? [], exceptions ?? [], channels ?? []);

    public static WeeklyHours Office(params IReadOnlyList<HoursSpan> spans) => new(1, "Office", WorkingDays(spans));
}
