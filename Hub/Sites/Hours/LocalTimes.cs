using NodaTime;

namespace SupportHub.Sites.Hours;

/// <summary>
/// From the wall clock to Unix milliseconds. A time that the clock skips is read with the offset before the gap (RFC 5545, 3.3.5), so that a span
/// keeps its length; one that it shows twice is open from the first until the second, so that no one is turned away at an hour that is promised.
/// </summary>
public static class LocalTimes
{
    public static long First(DateTimeZone zone, LocalDateTime local) => Map(zone, local, map => map.First());

    public static long Last(DateTimeZone zone, LocalDateTime local) => Map(zone, local, map => map.Last());

    private static long Map(DateTimeZone zone, LocalDateTime local, Func<NodaTime.TimeZones.ZoneLocalMapping, ZonedDateTime> pick)
    {
        var map = zone.MapLocal(local);
        return map.Count == 0
            ? local.WithOffset(map.EarlyInterval.WallOffset).ToInstant().ToUnixTimeMilliseconds()
            : pick(map).ToInstant().ToUnixTimeMilliseconds();
    }
}
