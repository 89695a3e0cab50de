namespace SupportHub.AgentsWeb.Palette;

/// <summary>One line of the command palette.</summary>
/// <param name="Group">Under which heading.</param>
public sealed record PaletteEntry(string Group, string Icon, string Title, string? Detail, string? Key, Action Do);

public static class PaletteRules
{
    private const int Shown = 40;

    /// <summary>Every word that was typed must occur. The groups keep their order.</summary>
    public static IReadOnlyList<PaletteEntry> Find(IEnumerable<PaletteEntry> all, string typed)
    {
        var words = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. all.Where(e => words.All(w => Has(e.Title, w) || Has(e.Detail, w))).Take(Shown)];
    }

    // The reader types "reglages" and means "Réglages".
    private static bool Has(string? text, string word) =>
        text is not null && System.Globalization.CultureInfo.CurrentCulture.CompareInfo.IndexOf(
            text, word, System.Globalization.CompareOptions.IgnoreCase | System.Globalization.CompareOptions.IgnoreNonSpace) >= 0;
}
