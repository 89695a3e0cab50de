using System.Text.RegularExpressions;

namespace SupportHub.Email.Reading.Machines;

/// <summary>Codes in what servers say.</summary>
internal static partial class Replies
{
    private const int MatchTimeoutMs = 250;
    private const int LongestLine = 500;
    private const int LongestSearched = 20_000;

    /// <summary>The enhanced status code (RFC 3463) of class 4 or 5.</summary>
    public static string? Enhanced(string text) => EnhancedCode().Match(text) is { Success: true } match ? match.Value : null;

    /// <summary>An enhanced code, else a three-digit reply (RFC 5321).</summary>
    public static string? Find(string text)
    {
        var searched = text.Length > LongestSearched ? text[..LongestSearched] : text;
        return Enhanced(searched) ?? (Reply().Match(searched) is { Success: true } match ? match.Groups[1].Value : null);
    }

    public static bool IsPermanent(string? code, bool otherwise) => code is null ? otherwise : code[0] != '4';

    /// <summary>On one line, and not too long.</summary>
    public static string Line(string text)
    {
        var line = string.Join(' ', text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestLine ? line : line[..LongestLine].TrimEnd();
    }

    [GeneratedRegex(@"(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?![\d.]*\d)", RegexOptions.CultureInvariant, MatchTimeoutMs)]
    private static partial Regex EnhancedCode();

    [GeneratedRegex(@"(?<![\w.(\-/])([45]\d\d)(?=[\s\-\]]+(?:[<A-Za-z#]|\d\.\d)|[\].:]|\s*$)", RegexOptions.CultureInvariant | RegexOptions.Multiline, MatchTimeoutMs)]
    private static partial Regex Reply();
}
