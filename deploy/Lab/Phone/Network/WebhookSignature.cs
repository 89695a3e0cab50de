using System.Security.Cryptography;
using System.Text;

namespace SupportHub.Lab.Phone.Network;

/// <summary>What proves to the hub that a request comes from its telephone network (https://www.twilio.com/docs/usage/webhooks/webhooks-security).</summary>
public static class WebhookSignature
{
    public const string Header = "X-Twilio-Signature";

    /// <param name="url">As the network was given it.</param>
    /// <param name="posted">Empty for a GET, whose parameters are in the address.</param>
    public static string Of(string authToken, string url, IEnumerable<KeyValuePair<string, string>> posted)
    {
        var signed = new StringBuilder(url);
        foreach (var (name, value) in posted.OrderBy(p => p.Key, StringComparer.Ordinal))
            signed.Append(name).Append(value);
#pragma warning disable CA5350 // It is what Twilio signs with.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(signed.ToString())));
#pragma warning restore CA5350
    }
}
