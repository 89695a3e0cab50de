using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SupportHub.Shared;

namespace SupportHub.Sites.Hours;

/// <summary>Days and spans inside a sentence, in the reader's language.</summary>
public static class HoursWords
{
    public static string Day(IsoDayOfWeek day, string language) =>
        Begin(Culture(language).DateTimeFormat.GetDayName((DayOfWeek)((int)day % 7)));

    public static string Date(LocalDate date, string language) =>
        Begin(LocalDatePattern.Create("d MMMM uuuu", Culture(language)).Format(date));

    /// <summary>"22:00–02:00", as the time fields show it.</summary>
    public static string Span(HoursSpan span) => $"{Time(span.From)}–{Time(span.To)}";

    private static string Time(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60 % 24:00}:{minutes % 60:00}");

    private static CultureInfo Culture(string language) => CultureInfo.GetCultureInfo(language == "fr" ? "fr-FR" : "en-GB");

    private static string Begin(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
