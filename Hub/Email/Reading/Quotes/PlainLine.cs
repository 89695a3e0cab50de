using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SupportHub.Email.Reading.Quotes;

/// <summary>A line as the rules compare it. Longer ones than <see cref="Longest"/> are never a mail program's own, so that no rule looks at them and no input costs more than its length.</summary>
internal static partial class PlainLine
{
    public const int Longest = 400;

    private const int MatchTimeoutMs = 250;

    /// <summary>Without marks of direction and other invisible ones, without the stars and underlines that stand for bold, at most <see cref="Longest"/> characters (else empty).</summary>
    public static string Of(string line)
    {
        if (line.Length > Longest)
            return "";
        var visible = new StringBuilder(line.Length);
        foreach (var letter in line)
            if (letter is '\u00a0' or '\u202f' or '\t' or '\u3000')
                visible.Append(' ');
            else if (char.GetUnicodeCategory(letter) is not (UnicodeCategory.Format or UnicodeCategory.Control))
                visible.Append(letter);
        return WithoutBold(visible.ToString().Trim());
    }

    /// <summary>"*From:* …" and "**From:** …": a row of more stars is a separator.</summary>
    private static string WithoutBold(string line)
    {
        for (var star = 0; star < 2 && line.Length > 1 && (line[0] == '*' || line[^1] == '*'); star++)
            line = line[(line[0] == '*' ? 1 : 0)..(line[^1] == '*' && line.Length > 1 ? ^1 : ^0)];
        return line.Trim();
    }

    public static bool IsQuoted(string line)
    {
        var start = 0;
        while (start < line.Length && start < 4 && line[start] == ' ')
            start++;
        return start < line.Length && line[start] == '>';
    }

    /// <summary>The line without its marks of quotation.</summary>
    public static string Unquoted(string line) => line.TrimStart(' ', '>');

    public static bool EndsWithColon(string plain) => plain.EndsWith(':') || plain.EndsWith('：');

    /// <summary>It ends like a sentence; "28." is no end, days are written so.</summary>
    public static bool EndsSentence(string plain) =>
        plain.Length > 1 && (plain[^1] is '!' or '?' or '…' or '。' || plain[^1] == '.' && !char.IsDigit(plain[^2]) && !EndsWithShortWord(plain));

    public static bool HasDate(string plain) => Date().IsMatch(plain);

    public static bool HasTime(string plain) => Time().IsMatch(plain);

    public static bool HasAddress(string plain) => Address().IsMatch(plain);

    public static bool HasLink(string plain) => plain.Contains("://", StringComparison.Ordinal) || plain.Contains("www.", StringComparison.OrdinalIgnoreCase);

    public static bool HasNumber(string plain) => plain.Count(char.IsDigit) >= 6;

    /// <summary>An address in brackets.</summary>
    public static bool HasBracketedAddress(string plain) => Bracketed().IsMatch(plain);

    /// <summary>Without web addresses: [Outlook](…) is Outlook, Outlook&lt;…&gt; too.</summary>
    public static string WithoutLinks(string plain) => Link().Replace(Labelled().Replace(plain, "$1"), "").Trim(' ', '<', '>', '(', ')', '[', ']', '*', '_', '"');

    public static IEnumerable<string> Words(string plain)
    {
        var start = -1;
        for (var at = 0; at <= plain.Length; at++)
        {
            var inWord = at < plain.Length && (char.IsLetterOrDigit(plain[at]) || char.GetUnicodeCategory(plain[at]) is UnicodeCategory.NonSpacingMark);
            if (inWord && start < 0)
                start = at;
            if (inWord || start < 0)
                continue;
            yield return plain[start..at];
            start = -1;
        }
    }

    /// <summary>"Am Fr., 28." and "W dn." are abbreviations of days and months.</summary>
    private static bool EndsWithShortWord(string plain)
    {
        var start = plain.LastIndexOf(' ') + 1;
        return plain.Length - start <= 5 && plain.Length < 60 && HasDate(plain);
    }

    [GeneratedRegex(@"\d{1,4}[./\-年]\s?\d{1,2}[./\-月]\s?\d{1,4}|\b(19|20)\d\d\b|\d{1,2}[:.h]\d\d", RegexOptions.CultureInvariant, MatchTimeoutMs)]
    private static partial Regex Date();

    [GeneratedRegex(@"\d{1,2}\s?[:.h]\s?\d\d", RegexOptions.CultureInvariant, MatchTimeoutMs)]
    private static partial Regex Time();

    [GeneratedRegex(@"[^\s<>@]@[^\s<>@]", RegexOptions.CultureInvariant, MatchTimeoutMs)]
    private static partial Regex Address();

    [GeneratedRegex(@"<[^\s<>@]{1,100}@[^\s<>]{1,200}(?:<mailto:[^\s<>]{1,300}>)?\s?>", RegexOptions.CultureInvariant, MatchTimeoutMs)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\[([^\[\]]{1,80})\]\([^()\s]{1,300}\)", RegexOptions.CultureInvariant, MatchTimeoutMs)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"<?\(?https?://[^\s<>]*>?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, MatchTimeoutMs)]
    private static partial Regex Link();
}
