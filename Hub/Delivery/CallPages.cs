using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace SupportHub.Delivery;

/// <summary>
/// The page on which a customer, coming from a mail, says where and when to be called. Its address is the right to do so, for a month, and shows nothing of
/// the conversation.
/// </summary>
public sealed class CallPages(IDataProtectionProvider protection)
{
    public const string Path = "/call/";

    private static readonly TimeSpan Valid = TimeSpan.FromDays(31);
    private readonly ITimeLimitedDataProtector _tokens = protection.CreateProtector("SupportHub.CallPage").ToTimeLimitedDataProtector();

    /// <summary>The public addresses of the sites whose customers can be called, as whoever places the calls knows them.</summary>
    public IReadOnlyDictionary<long, Uri> Sites { get; set; } = FrozenDictionary<long, Uri>.Empty;

    /// <returns>Null where the site's customers cannot be called.</returns>
    public string? Of(long site, long conversation) =>
        Sites.TryGetValue(site, out var address) ? $"{address.GetLeftPart(UriPartial.Path).TrimEnd('/')}{Path}{Token(conversation)}" : null;

    public string Token(long conversation) => WebEncoders.Base64UrlEncode(_tokens.Protect(BitConverter.GetBytes(conversation), Valid));

    /// <returns>Null where it is none of ours, or too old.</returns>
    public long? Conversation(string token)
    {
        try
        {
            return BitConverter.ToInt64(_tokens.Unprotect(WebEncoders.Base64UrlDecode(token)));
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
