using System.Globalization;

namespace SupportHub.AgentsWeb.Strings;

/// <summary>Instants as the reader writes them, in the reader's time zone. All take Unix milliseconds.</summary>
public static class Times
{
    public static string Clock(long at, CultureInfo culture, TimeZoneInfo zone) => Local(at, zone).ToString("t", culture);

    /// <summary>Day and time in short form, for a table.</summary>
    public static string Dated(long at, CultureInfo culture, TimeZoneInfo zone) => Local(at, zone).ToString("g", culture);

    /// <summary>For a list: the time today, the weekday within six days, the date before.</summary>
    public static string Brief(long at, long now, CultureInfo culture, TimeZoneInfo zone)
    {
        var days = DaysAgo(at, now, zone);
        return days switch
        {
            <= 0 => Clock(at, culture, zone),
            < 7 => Local(at, zone).ToString("ddd", culture),
            _ => Local(at, zone).ToString(SameYear(at, now, zone) ? culture.DateTimeFormat.MonthDayPattern.Replace("MMMM", "MMM", StringComparison.Ordinal) : "d", culture),
        };
    }

    /// <summary>For a day separator.</summary>
    public static string Day(long at, long now, Texts t, CultureInfo culture, TimeZoneInfo zone) => DaysAgo(at, now, zone) switch
    {
        0 => t.Today,
        1 => t.Yesterday,
        _ => Local(at, zone).ToString(SameYear(at, now, zone) ? WithoutYear(culture.DateTimeFormat.LongDatePattern) : "D", culture),
    };

    /// <summary>For an hour that comes: "09:00", "demain à 09:00", "lundi à 09:00".</summary>
    public static string Coming(long at, long now, Texts t, CultureInfo culture, TimeZoneInfo zone) => -DaysAgo(at, now, zone) switch
    {
        <= 0 => t.AtHour(Clock(at, culture, zone)),
        1 => t.TomorrowAt(Clock(at, culture, zone)),
        < 7 => t.OnDayAt(Local(at, zone).ToString("dddd", culture), Clock(at, culture, zone)),
        _ => t.OnDateAt(Local(at, zone).ToString(WithoutYear(culture.DateTimeFormat.LongDatePattern), culture), Clock(at, culture, zone)),
    };

    public static bool SameDay(long one, long other, TimeZoneInfo zone) => Local(one, zone).Date == Local(other, zone).Date;

    /// <summary>"3:40", "1:02:09": what ticks.</summary>
    public static string Span(long milliseconds)
    {
        var span = TimeSpan.FromMilliseconds(Math.Max(0, milliseconds));
        return span.TotalHours >= 1 ? $"{(int)span.TotalHours}:{span.Minutes:00}:{span.Seconds:00}" : $"{span.Minutes}:{span.Seconds:00}";
    }

    private static bool SameYear(long at, long now, TimeZoneInfo zone) => Local(at, zone).Year == Local(now, zone).Year;

    private static string WithoutYear(string pattern) => pattern.Replace("yyyy", "", StringComparison.Ordinal).Replace('y', ' ').Trim(' ', ',');

    private static int DaysAgo(long at, long now, TimeZoneInfo zone) => (Local(now, zone).Date - Local(at, zone).Date).Days;

    private static DateTimeOffset Local(long at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(at), zone);
}
