using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SupportHub.Email.Intake;

/// <summary>Who posts a mail shows that it knows the mailbox's secret: HMAC-SHA256 over the time, a dot, and the mail. Pure.</summary>
public static class InboundSignature
{
    public const string TimeHeader = "X-SupportHub-Timestamp";
    public const string Header = "X-SupportHub-Signature";
    private const string Scheme = "sha256=";

    /// <summary>A posted mail is good for so long: a repeat is harmless, so clocks may differ.</summary>
    private const long WindowSeconds = 15 * 60;

    /// <summary>The mail is to be appended.</summary>
    public static IncrementalHash Begin(string secret, string? time)
    {
        var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.ASCII.GetBytes($"{time}."));
        return hash;
    }

    /// <param name="signed">From <see cref="Begin"/>, with the mail.</param>
    public static bool IsGood(IncrementalHash signed, string? time, string? signature, long nowMs)
    {
        if (!long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || Math.Abs(nowMs / 1000 - seconds) > WindowSeconds)
            return false;
        if (signature?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) != true)
            return false;
        return CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Convert.ToHexStringLower(signed.GetHashAndReset())), Encoding.ASCII.GetBytes(signature[Scheme.Length..].ToLowerInvariant()));
    }
}
