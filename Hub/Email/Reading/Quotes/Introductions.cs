namespace SupportHub.Email.Reading.Quotes;

/// <summary>The sentence above a quotation: "On …, X wrote:".</summary>
/// <param name="Sure">It has a verb of writing or an address, with a date: enough even where the quotation itself has no marks.</param>
internal readonly record struct Introduction(int Start, int End, bool Sure);

/// <summary>Finds introductions, which mail programs break over several lines.</summary>
internal static class Introductions
{
    private const int MostLines = 6;

    private static readonly HashSet<string> Verbs = new(StringComparer.OrdinalIgnoreCase);
    private static readonly List<string> Phrases = [];
    private static readonly List<string> Endings = [];
    private static readonly HashSet<string> Opens = new(StringComparer.OrdinalIgnoreCase);

    static Introductions()
    {
        foreach (var language in QuoteLanguages.All)
        {
            Opens.UnionWith(language.Opens.Where(words => !words.Contains(' ')));
            foreach (var verb in language.Wrote)
                if (language.Code is "ja" or "zh" or "ko")
                    Endings.Add(verb);
                else if (verb.All(letter => char.IsLetterOrDigit(letter)))
                    Verbs.Add(verb);
                else
                    Phrases.Add(verb);
        }
    }

    /// <summary>The introduction that ends with this line, the shortest that has all its signs, with the lines above that carry its date.</summary>
    public static Introduction? EndingAt(IReadOnlyList<string> plain, int end)
    {
        if (plain[end].Length == 0 || !Framed(plain[end]) && !PlainLine.EndsWithColon(plain[end]))
            return IsBare(plain[end]) ? new(end, end, false) : null;
        var text = "";
        for (var start = end; start >= 0 && end - start < MostLines; start--)
        {
            if (start < end && Stops(plain, start, text))
                break;
            text = text.Length == 0 ? plain[start] : plain[start] + " " + text;
            if (text.Length > PlainLine.Longest)
                break;
            if (plain[start].Length > 0 && IsSure(text))
                return Whole(plain, start, end, text);
        }
        return HasVerb(plain[end]) || IsUnspoken(plain[end]) ? Whole(plain, end, end, plain[end]) with { Sure = false } : null;
    }

    /// <summary>Enough for a quotation without marks, which reaches to the end: who by address, or exactly when.</summary>
    public static bool IsExact(string text) =>
        PlainLine.HasDate(text) ? PlainLine.HasAddress(text) || PlainLine.HasTime(text) : PlainLine.HasBracketedAddress(text) && HasVerb(text);

    /// <summary>"2013/8/16 X &lt;address&gt;", as Gmail wrote for years.</summary>
    private static bool IsBare(string plain) =>
        char.IsDigit(plain.FirstOrDefault()) && plain.EndsWith('>') && PlainLine.HasDate(plain) && PlainLine.HasBracketedAddress(plain);

    /// <summary>"Thu, 26 Jun 2014 14:00:51 +0400 от X &lt;address&gt;:", without a verb.</summary>
    private static bool IsUnspoken(string plain) =>
        PlainLine.HasDate(plain) && PlainLine.HasBracketedAddress(plain) && plain.TrimEnd(':', '：', ' ').EndsWith('>');

    private static bool IsSure(string text)
    {
        var date = PlainLine.HasDate(text);
        var address = PlainLine.HasAddress(text);
        return HasVerb(text) ? date || address && BracketsClose(text) : date && address && BracketsClose(text) && StartsLikeDate(text);
    }

    /// <summary>"---- On … wrote ----".</summary>
    private static bool Framed(string plain) => plain.StartsWith("--", StringComparison.Ordinal) && plain.EndsWith("--", StringComparison.Ordinal) && HasVerb(plain);

    private static bool Stops(IReadOnlyList<string> plain, int start, string below) =>
        plain[start].Length == 0 ? BracketsClose(below) && BracketsClose(plain[Math.Max(0, start - 1)]) : PlainLine.EndsWithColon(plain[start]) || PlainLine.EndsSentence(plain[start]);

    private static bool BracketsClose(string text) => text.Count(letter => letter == '<') >= text.Count(letter => letter == '>');

    private static Introduction Whole(IReadOnlyList<string> plain, int start, int end, string text)
    {
        while (start > 0 && end - start < MostLines && (Belongs(plain[start - 1], text) || IsApart(plain, start, text)))
            text = plain[--start] + " " + text;
        return new(start, end, true);
    }

    /// <summary>An address on lines of its own, with a blank one above.</summary>
    private static bool IsApart(IReadOnlyList<string> plain, int start, string text)
    {
        if (!text.TrimStart().StartsWith('<') || start < 2 || PlainLine.HasDate(text))
            return false;
        return plain[start - 1].Length == 0 && PlainLine.HasDate(plain[start - 2]) && StartsLikeDate(plain[start - 2]);
    }

    private static bool Belongs(string above, string text)
    {
        if (above.Length == 0 || above.Length + text.Length > PlainLine.Longest || PlainLine.EndsWithColon(above) || PlainLine.EndsSentence(above))
            return false;
        var opens = Opens.Contains(PlainLine.Words(above).FirstOrDefault() ?? "");
        return PlainLine.HasDate(text)
            ? opens && above.EndsWith(',') && above.Length < 40 && !StartsLikeDate(text)
            : (opens || StartsLikeDate(above)) && above.Any(char.IsDigit);
    }

    private static bool StartsLikeDate(string text)
    {
        var first = PlainLine.Words(text).FirstOrDefault() ?? "";
        return first.Length > 0 && char.IsDigit(first[0]) || Opens.Contains(first);
    }

    private static bool HasVerb(string text)
    {
        var bare = text.TrimEnd(':', '：', ' ', '-');
        return PlainLine.Words(text).Any(Verbs.Contains)
            || Phrases.Exists(phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            || Endings.Exists(ending => bare.EndsWith(ending, StringComparison.Ordinal));
    }
}
