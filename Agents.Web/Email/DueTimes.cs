using System.Globalization;
using SupportHub.AgentsWeb.Strings;

namespace SupportHub.AgentsWeb.Email;

public static class DueTimes
{
    private const long WeekMs = 6 * 86_400_000L;

    /// <summary>Until when an answer is due, short: "17:30" today, "mer. 09:00" within the week, "3 déc. 09:00" otherwise.</summary>
    public static string Of(long at, long now, CultureInfo culture, TimeZoneInfo zone)
    {
        var clock = Times.Clock(at, culture, zone);
        if (Times.SameDay(at, now, zone))
            return clock;
        var local = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(at), zone);
        // A day that is over is named by its date: "Monday" would be read as the next one.
        var day = at > now && at - now < WeekMs ? local.ToString("ddd", culture) : local.ToString(culture.DateTimeFormat.MonthDayPattern.Replace("MMMM", "MMM", StringComparison.Ordinal), culture);
        return $"{day} {clock}";
    }
}
