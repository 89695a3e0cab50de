using System.Globalization;
using MimeKit;
using SupportHub.Email.Reading;

namespace SupportHub.Email.Mailboxes;

/// <summary>What looks like an e-mail address. Pure.</summary>
public static class Addresses
{
    private const int Longest = 200;
    private static readonly IdnMapping Idn = new();

    /// <returns>The bare address, an international domain in Unicode; null where it is none, or more than one, or hides something.</returns>
    public static string? Clean(string? text)
    {
        var trimmed = text?.Trim();
        if (trimmed is not { Length: > 2 and <= Longest } || trimmed.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is ',' or ';' or '<' or '>' or '"'))
            return null;
        if (!MailboxAddress.TryParse(trimmed, out var parsed) || parsed.Route.Count > 0 || parsed.LocalPart.Length > 64)
            return null;
        return IsDomain(parsed.Domain) ? Domains.InUnicode(parsed.Address) : null;
    }

    private static bool IsDomain(string? domain)
    {
        try
        {
            return domain is { Length: > 2 } && domain.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(Idn.GetAscii(domain)) == UriHostNameType.Dns;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
