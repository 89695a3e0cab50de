using System.Globalization;

namespace SupportHub.AgentsWeb.Settings.Phone;

/// <summary>Countries by the names that the reader's browser has for them. Pure.</summary>
public static class CountryNames
{
    /// <param name="names">In the order of <paramref name="codes"/>.</param>
    public static IReadOnlyList<(string Code, string Name)> Ordered(IReadOnlyList<string> codes, IReadOnlyList<string> names, string language) =>
        [.. codes.Zip(names).OrderBy(n => n.Second, StringComparer.Create(CultureInfo.GetCultureInfo(language), CompareOptions.IgnoreNonSpace)).Select(n => (n.First, n.Second))];

    /// <summary>By its name, the beginning of one name only, or its code; without regard to case and accents.</summary>
    /// <returns>The code; null where it is none, or could be several.</returns>
    public static string? Find(IReadOnlyList<(string Code, string Name)> countries, string typed)
    {
        var text = Plain(typed);
        if (countries.FirstOrDefault(c => Plain(c.Name) == text || Plain(c.Code) == text).Code is { } exact)
            return exact;
        var beginning = countries.Where(c => text.Length > 0 && Plain(c.Name).StartsWith(text, StringComparison.Ordinal)).Take(2).ToList();
        return beginning.Count == 1 ? beginning[0].Code : null;
    }

    private static string Plain(string text) =>
        string.Concat(text.Trim().Normalize(System.Text.NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToUpperInvariant();
}
