using System.Text.RegularExpressions;

namespace SupportHub.Lab.Phone.Network;

/// <summary>How numbers are written between networks: a plus, the country code, digits (ITU-T E.164).</summary>
public static partial class E164
{
    public static bool IsNumber(string text) => Pattern().IsMatch(text);

    [GeneratedRegex(@"\A\+[1-9][0-9]{6,14}\z")]
    private static partial Regex Pattern();
}
