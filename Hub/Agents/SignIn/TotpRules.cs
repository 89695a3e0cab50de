using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SupportHub.Agents.SignIn;

/// <summary>
/// Time-based one-time codes as authenticator apps make them: RFC 6238 with SHA-1, six digits, 30 seconds. Identity's own provider does
/// not tell which step a code is of, and without that a code could be used again.
/// </summary>
public static class TotpRules
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Steps that a phone's clock may be off, either way; Identity's own tolerance.</summary>
    private const int Tolerance = 2;

    /// <summary>The step that the code is of; null where it is of none that is near.</summary>
    /// <param name="key">In base 32, as the app was given it.</param>
    /// <param name="code">Six digits.</param>
    /// <param name="nowMs">Unix milliseconds.</param>
    public static long? StepOf(string key, string code, long nowMs)
    {
        var secret = FromBase32(key);
        var given = Encoding.UTF8.GetBytes(code);
        long? found = null;
        for (var step = nowMs / 30_000 - Tolerance; step <= nowMs / 30_000 + Tolerance; step++)
        {
            // Every step is looked at, so that the time taken tells nothing.
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(secret, step)), given))
                found = step;
        }
        return found;
    }

    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238's default, and the only one that all authenticator apps know.")]
    private static string Code(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] FromBase32(string text)
    {
        var bytes = new byte[text.Length * 5 / 8];
        for (int at = 0, bits = 0, held = 0, written = 0; at < text.Length; at++)
        {
            held = ((held << 5) | Letters.IndexOf(text[at], StringComparison.Ordinal)) & 0xFFFF;
            bits += 5;
            if (bits < 8)
                continue;
            bits -= 8;
            bytes[written++] = (byte)(held >> bits);
        }
        return bytes;
    }
}
