using PhoneNumbers;

namespace SupportHub.Callbacks.Numbers;

/// <summary>Numbers as people write them.</summary>
public static class NumberText
{
    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    /// <param name="e164">A good one.</param>
    /// <returns>For example "+33 1 84 80 00 00".</returns>
    public static string International(string e164) => Numbers.Format(Numbers.Parse(e164, null), PhoneNumberFormat.INTERNATIONAL);

    /// <summary>Of all countries that have numbers: ISO 3166, two letters.</summary>
    public static IReadOnlyList<string> Countries { get; } = [.. Numbers.GetSupportedRegions().Order(StringComparer.Ordinal)];

    /// <param name="code">ISO 3166, two letters.</param>
    public static bool IsCountry(string? code) => code is { Length: 2 } && Numbers.GetSupportedRegions().Contains(code.ToUpperInvariant());

    /// <summary>The first number in a text, and the text without it.</summary>
    /// <param name="country">Of numbers that are written without one.</param>
    public static (string Number, string Else)? First(string text, string country) => Numbers.FindNumbers(text, country).FirstOrDefault() is { } match
        ? (match.RawString, text.Remove(match.Start, match.Length))
        : null;

    /// <summary>A company's own number or an agent's phone, with its country.</summary>
    /// <returns>E.164; null where it is not a whole and ordinary one.</returns>
    public static string? Own(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed) || !typed.TrimStart().StartsWith('+'))
            return null;
        try
        {
            var number = Numbers.Parse(typed, null);
            var region = Numbers.GetRegionCodeForNumber(number);
            return region is null ? null : NumberRules.Read(typed, region, [region]).Number?.E164;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
