using System.Globalization;

namespace SupportHub.Sites;

/// <summary>Contrast of a brand colour, by WCAG 2.2's relative luminance.</summary>
public static class ColorRules
{
    /// <summary>What text needs (success criterion 1.4.3).</summary>
    public const double Readable = 4.5;

    /// <summary>What a button needs against the page (1.4.11).</summary>
    public const double Visible = 3;

    public static bool IsColor(string? text) =>
        text is ['#', _, _, _, _, _, _] && text.AsSpan(1).IndexOfAnyExcept("0123456789abcdefABCDEF") < 0;

    public static double AgainstWhite(string color) => 1.05 / (Luminance(color) + 0.05);

    private static double Luminance(string color)
    {
        double Channel(int start)
        {
            var part = int.Parse(color.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * Channel(1) + 0.7152 * Channel(3) + 0.0722 * Channel(5);
    }
}
