namespace SupportHub.Email.Reading.Quotes;

internal enum Separator
{
    None,
    Original,
    Forwarded,
}

/// <summary>Lines that stand above an earlier mail: "-----Original Message-----", "Begin forwarded message:".</summary>
internal static class Separators
{
    private const int ShortestRule = 5;
    private static readonly char[] Strokes = ['-', '–', '—', '_', '=', '*', '#', '~', ' ', ':', '\t'];

    private static readonly HashSet<string> Original = new(QuoteLanguages.All.SelectMany(language => language.Original), StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Forwarded = new(QuoteLanguages.All.SelectMany(language => language.Forwarded), StringComparer.OrdinalIgnoreCase);

    public static Separator At(IReadOnlyList<string> plain, int at)
    {
        var line = plain[at];
        if (line.Length is 0 or > 120)
            return Separator.None;
        var words = line.Trim(Strokes);
        var stroked = line.Length >= 2 && line[0] is '-' or '–' or '—' or '_' or '=' or '*' or '#' && line[1] == line[0];
        if (stroked && QuoteLanguages.AboveThisLine.Any(text => line.Contains(text, StringComparison.OrdinalIgnoreCase)))
            return Separator.Original;
        if (IsMessageOf(plain, at))
            return Separator.Original;
        if (!stroked && !(PlainLine.EndsWithColon(line) && NextIsLabelled(plain, at)))
            return Separator.None;
        return Original.Contains(words) ? Separator.Original : Forwarded.Contains(words) ? Separator.Forwarded : Separator.None;
    }

    /// <summary>A line of nothing but strokes.</summary>
    public static bool IsRule(string plain) => plain.Length >= ShortestRule && plain.All(letter => letter is '_' or '-' or '–' or '—' or '=' or '*' or '·');

    /// <summary>"Message du 12/05/2016 10:30", above the labels of the French web mails.</summary>
    private static bool IsMessageOf(IReadOnlyList<string> plain, int at) =>
        plain[at].Length < 60 && plain[at].Contains("message du ", StringComparison.OrdinalIgnoreCase) && PlainLine.HasDate(plain[at]) && NextIsLabelled(plain, at);

    private static bool NextIsLabelled(IReadOnlyList<string> plain, int at)
    {
        for (var next = at + 1; next < plain.Count && next <= at + 3; next++)
            if (plain[next].Length > 0)
                return HeaderBlocks.IsLabelled(plain[next]);
        return false;
    }
}
