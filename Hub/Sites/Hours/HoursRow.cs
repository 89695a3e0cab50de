using SupportHub.Shared;

namespace SupportHub.Sites.Hours;

public sealed record HoursRow
{
    public long SiteId { get; init; }
    public string TimeZone { get; init; } = "UTC";
    public string? Holidays { get; init; }
    public string Schedules { get; init; } = "[]";
    public string Exceptions { get; init; } = "[]";
    public string Channels { get; init; } = "[]";

    public static HoursRow Of(long site, HoursPlan plan) => new()
    {
        SiteId = site,
        TimeZone = plan.TimeZone!,
        Holidays = plan.Holidays,
        Schedules = SiteJson.Write(plan.Schedules ?? []),
        Exceptions = SiteJson.Write(plan.Exceptions ?? []),
        Channels = SiteJson.Write(plan.Channels ?? []),
    };

    public HoursPlan ToPlan() => new(
        TimeZone, Holidays, SiteJson.Read<List<WeeklyHours>>(Schedules), SiteJson.Read<List<DateHours>>(Exceptions), SiteJson.Read<List<TopicChannel>>(Channels));
}
