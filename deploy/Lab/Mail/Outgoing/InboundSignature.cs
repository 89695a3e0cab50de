using System.Security.Cryptography;
using System.Text;

namespace SupportHub.Lab.Mail.Outgoing;

/// <summary>What proves to the hub that a mail comes from who may bring it.</summary>
public static class InboundSignature
{
    public const string TimestampHeader = "X-SupportHub-Timestamp";
    public const string SignatureHeader = "X-SupportHub-Signature";

    /// <param name="timestamp">Unix seconds, as in the header.</param>
    public static string Of(string secret, long timestamp, ReadOnlySpan<byte> mail)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.ASCII.GetBytes($"{timestamp}."));
        hash.AppendData(mail);
        return $"sha256={Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }
}
