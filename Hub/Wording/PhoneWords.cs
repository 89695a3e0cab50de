using System.Text.RegularExpressions;

namespace SupportHub.Wording;

/// <summary>Whether an agent's message proposes a phone call, whatever its words: the customer's answer is then read for a number and times. Pure.</summary>
public static partial class PhoneWords
{
    public static bool ProposesCall(string? text) => text is not null && Proposal().IsMatch(text);

    [GeneratedRegex(
        @"\b(téléphon\w*|(vous|te) (appel|rappel|joindre)\w*|(call|phone|ring|reach) you|(phone|telephone|mobile) number|by phone|on the phone|à quel numéro|quel numéro)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Proposal();
}
