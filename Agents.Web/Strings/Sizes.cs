using System.Globalization;

namespace SupportHub.AgentsWeb.Strings;

public static class Sizes
{
    /// <summary>"340 ko", "1.2 MB".</summary>
    public static string Of(long bytes, CultureInfo culture)
    {
        var unit = culture.TwoLetterISOLanguageName == "fr" ? "o" : "B";
        return bytes switch
        {
            < 1_000 => string.Create(culture, $"{bytes} {unit}"),
            < 1_000_000 => string.Create(culture, $"{bytes / 1_000.0:0} k{unit}"),
            _ => string.Create(culture, $"{bytes / 1_000_000.0:0.#} M{unit}"),
        };
    }
}
