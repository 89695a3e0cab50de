using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace SupportHub.Realtime;

/// <summary>Says who a visitor is, in a token that only this company's servers can make.</summary>
public sealed class VisitorTokens(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("visitor");

    public string Issue(long visitor, long site)
    {
        Span<byte> plain = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(plain, visitor);
        BinaryPrimitives.WriteInt64BigEndian(plain[8..], site);
        return WebEncoders.Base64UrlEncode(_protector.Protect(plain.ToArray()));
    }

    /// <returns>Null where the token is not one of ours.</returns>
    public (long Visitor, long Site)? Read(string token)
    {
        try
        {
            var plain = _protector.Unprotect(WebEncoders.Base64UrlDecode(token));
            return plain.Length == 16
                ? (BinaryPrimitives.ReadInt64BigEndian(plain), BinaryPrimitives.ReadInt64BigEndian(plain.AsSpan(8)))
                : null;
        }
        catch (Exception failure) when (failure is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
