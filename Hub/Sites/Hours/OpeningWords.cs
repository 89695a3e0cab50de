using System.Globalization;
using NodaTime;

namespace SupportHub.Sites.Hours;

/// <summary>When it opens, in words that can follow a verb: "demain à 9 h", "tomorrow at 9:00 am". By the site's own clock. Pure.</summary>
public static class OpeningWords
{
    public static string When(long atMs, long nowMs, string timeZone, string language)
    {
        var zone = DateTimeZoneProviders.Tzdb[timeZone];
        var (at, now) = (In(atMs, zone), In(nowMs, zone));
        var french = language.Split('-')[0] == "fr";
        var culture = CultureInfo.GetCultureInfo(french ? "fr-FR" : "en-GB");
        var days = Period.DaysBetween(now.Date, at.Date);
        var day = (days, french) switch
        {
            (0, true) => "aujourd’hui",
            (0, false) => "today",
            (1, true) => "demain",
            (1, false) => "tomorrow",
            (< 7, true) => at.Date.ToString("dddd", culture),
            (< 7, false) => $"on {at.Date.ToString("dddd", culture)}",
            (_, true) => $"le {at.Date.ToString("dddd d MMMM", culture)}",
            (_, false) => $"on {at.Date.ToString("dddd d MMMM", culture)}",
        };
        return french ? $"{day} à {French(at.TimeOfDay)}" : $"{day} at {English(at.TimeOfDay)}";
    }

    private static string French(LocalTime time) => time.Minute == 0 ? $"{time.Hour}\u00a0h" : $"{time.Hour}\u00a0h\u00a0{time.Minute:00}";

    private static string English(LocalTime time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.ClockHourOfHalfDay}:{time.Minute:00}\u00a0{(time.Hour < 12 ? "am" : "pm")}");

    private static LocalDateTime In(long ms, DateTimeZone zone) => Instant.FromUnixTimeMilliseconds(ms).InZone(zone).LocalDateTime;
}
