using System.Globalization;
using System.Text.RegularExpressions;

namespace SupportHub.Routing.Holds;

/// <summary>Text with names in braces.</summary>
internal static partial class HoldTemplate
{
    /// <summary>The names as they were typed, without their braces.</summary>
    public static IEnumerable<string> Names(string text) => Placeholder().Matches(text).Select(m => m.Groups["name"].Value);

    /// <summary>Whether each brace belongs to a name.</summary>
    public static bool IsWhole(string text) => Placeholder().Replace(text, "").AsSpan().IndexOfAny('{', '}') < 0;

    /// <summary>{Agent} is {agent}, said at the beginning of a sentence.</summary>
    public static string Plain(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>The sentences whose values are all known, one after the other.</summary>
    public static string Fill(string text, HoldValues values, HoldLanguage language) =>
        string.Concat(Boundary().Split(language.Unbroken(text)).Select(s => FillSentence(s, values, language))).Trim();

    /// <summary>Null where a value is not known. One pass: what a customer calls themselves is never read as a template.</summary>
    public static string? FillSentence(string sentence, HoldValues values, HoldLanguage language)
    {
        var missing = false;
        var filled = Placeholder().Replace(sentence, match =>
        {
            var name = match.Groups["name"].Value;
            var plain = Plain(name);
            var value = HoldPlaceholders.Value(plain, values, language);
            if (value is null)
            {
                missing = true;
                return "";
            }
            return language.Joined(
                match.Groups["before"].Value,
                plain == name ? value : char.ToUpper(value[0], CultureInfo.InvariantCulture) + value[1..],
                plain is "agent" or "colleague" or "team" or "customer");
        });
        return missing ? null : filled;
    }

    [GeneratedRegex(@"(?<before>\b(?:de|que) )?\{(?<name>[^{}]*)\}", RegexOptions.IgnoreCase)]
    private static partial Regex Placeholder();

    /// <summary>After a sentence and the space that follows it; "M." and "a.m." end none.</summary>
    [GeneratedRegex(@"(?<=(?<!\b(?:\w|Mrs?|Ms|Dr)\.)(?<=[.!?…])(?:\s?[»”"")])*\s+|\n)(?=[^\s»”"")])", RegexOptions.IgnoreCase)]
    private static partial Regex Boundary();
}
