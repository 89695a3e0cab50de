using System.Security.Cryptography;
using System.Text;

namespace SupportHub.Callbacks.Twilio;

/// <summary>
/// Whether a webhook comes from Twilio: HMAC-SHA1 with the account's auth token, over the address that Twilio was given and the posted parameters
/// (https://www.twilio.com/docs/usage/webhooks/webhooks-security). Pure.
/// </summary>
public static class TwilioSignature
{
    public const string Header = "X-Twilio-Signature";
    private const string BodyHash = "bodySHA256";

    /// <param name="url">
    /// The configured public address with the path and query of the webhook, as it was given to Twilio; never the address by which the request says that it
    /// came. It counts letter by letter: Twilio's libraries disagree about the case of a host, and whoever signs for us has the address in our own writing.
    /// </param>
    /// <param name="parameters">Posted ones, decoded once; one that came several times is there as often.</param>
    public static bool IsGood(string authToken, string url, IEnumerable<KeyValuePair<string, string>> parameters, string? signature)
    {
        if (string.IsNullOrEmpty(signature))
            return false;
        var text = Parameters(parameters);
        var given = Encoding.UTF8.GetBytes(signature);
        var good = false;
        // All are compared, so that the time that it takes says nothing.
        foreach (var variant in Variants(url))
            good |= CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(authToken, variant + text)), given);
        return good;
    }

    /// <summary>For bodies that are no form: the address is signed, and has the body's SHA-256 in its query.</summary>
    public static bool IsGoodForBody(string authToken, string url, ReadOnlySpan<byte> body, string? signature) =>
        QueryValue(url, BodyHash) is { } hash
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Convert.ToHexStringLower(SHA256.HashData(body))), Encoding.UTF8.GetBytes(hash))
        && IsGood(authToken, url, [], signature);

    /// <summary>By name; of one name each value once, sorted.</summary>
    private static string Parameters(IEnumerable<KeyValuePair<string, string>> parameters) => string.Concat(
        parameters.Distinct().OrderBy(p => p.Key, StringComparer.Ordinal).ThenBy(p => p.Value, StringComparer.Ordinal).Select(p => p.Key + p.Value));

    /// <summary>SHA-1 is what Twilio signs with; as an HMAC with a secret key it is still good.</summary>
#pragma warning disable CA5350
    private static string Of(string authToken, string text) => Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350

    /// <summary>Twilio's servers do not agree whether a port belongs to what is signed: the address as it is, without its port, and with the scheme's own.</summary>
    private static IEnumerable<string> Variants(string url)
    {
        yield return url;
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
            yield break;
        var (authority, rest) = Split(url, scheme + 3);
        var host = authority.LastIndexOf('@') + 1;
        var port = authority.LastIndexOf(':');
        // The colons of an IPv6 address stand in brackets.
        if (port > host && port > authority.LastIndexOf(']'))
            yield return $"{url[..(scheme + 3)]}{authority[..port]}{rest}";
        else
            yield return $"{url[..(scheme + 3)]}{authority}:{(url.StartsWith("https", StringComparison.OrdinalIgnoreCase) ? 443 : 80)}{rest}";
    }

    private static (string Authority, string Remainder) Split(string url, int from)
    {
        var end = url.AsSpan(from).IndexOfAny('/', '?', '#');
        return end < 0 ? (url[from..], "") : (url[from..(from + end)], url[(from + end)..]);
    }

    private static string? QueryValue(string url, string name)
    {
        var at = url.IndexOf('?', StringComparison.Ordinal);
        return at < 0 ? null : url[(at + 1)..].Split('#')[0].Split('&').Select(p => p.Split('=', 2)).FirstOrDefault(p => p[0] == name && p.Length == 2)?[1];
    }
}
