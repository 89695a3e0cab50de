using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using SupportHub.Sites;

namespace SupportHub.Realtime;

/// <summary>Says who a visitor is, in a token that only this company's servers can make.</summary>
public sealed class VisitorTokens(IDataProtectionProvider protection, SiteDirectory sites)
{
    /// <summary>In the query, where a browser cannot set a header (WebSockets, pictures).</summary>
    public const string InQuery = "access_token";

    private const string Bearer = "Bearer ";
    private readonly IDataProtector _protector = protection.CreateProtector("visitor");

    public string Issue(long visitor, long site)
    {
        Span<byte> plain = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(plain, visitor);
        BinaryPrimitives.WriteInt64BigEndian(plain[8..], site);
        return WebEncoders.Base64UrlEncode(_protector.Protect(plain.ToArray()));
    }

    /// <returns>Null without a token, with one that is not ours, and with one of another site than is asked for.</returns>
    public VisitorIdentity? Who(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var token = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..] : request.Query[InQuery].ToString();
        if (token.Length == 0 || Read(token) is not { } who || sites.ById(who.Site) is not { } site)
            return null;
        return request.SiteKey() is { } asked && asked != site.Key ? null : who;
    }

    private VisitorIdentity? Read(string token)
    {
        try
        {
            var plain = _protector.Unprotect(WebEncoders.Base64UrlDecode(token));
            return plain.Length == 16 ? new VisitorIdentity(BinaryPrimitives.ReadInt64BigEndian(plain), BinaryPrimitives.ReadInt64BigEndian(plain.AsSpan(8))) : null;
        }
        catch (Exception failure) when (failure is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
