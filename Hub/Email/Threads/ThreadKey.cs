using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using SupportHub.Conversations;

namespace SupportHub.Email.Threads;

/// <summary>
/// What ties a mail to a conversation: a token in the reply address, and the Message-IDs that we issue. Both are signed with the mailbox's key, so nobody
/// can guess one, and nothing has to be stored to know it again. Pure.
/// </summary>
/// <param name="key">32 bytes that never change.</param>
public sealed partial class ThreadKey(byte[] key)
{
    private const int SignatureBytes = 10;
    private const int AddressBytes = 4;
    private const string Base32 = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>Of a conversation and one participant: 36 letters and digits, in which case does not matter.</summary>
    public string Token(long conversation, string address)
    {
        Span<byte> token = stackalloc byte[sizeof(long) + AddressBytes + SignatureBytes];
        BitConverter.TryWriteBytes(token, conversation);
        OfAddress(address).CopyTo(token[sizeof(long)..]);
        Sign("token", token[..(sizeof(long) + AddressBytes)]).CopyTo(token[(sizeof(long) + AddressBytes)..]);
        return Encode(token);
    }

    /// <returns>The conversation, and whether the token was given to this address; null where it is none of ours.</returns>
    public (long Conversation, bool Theirs)? Read(string token, string address)
    {
        if (Decode(token) is not { Length: sizeof(long) + AddressBytes + SignatureBytes } bytes)
            return null;
        var signed = bytes.AsSpan(0, sizeof(long) + AddressBytes);
        return CryptographicOperations.FixedTimeEquals(Sign("token", signed), bytes.AsSpan(signed.Length))
            ? (BitConverter.ToInt64(bytes), signed[sizeof(long)..].SequenceEqual(OfAddress(address)))
            : null;
    }

    /// <summary>Without the angle brackets. The same for the same entry, so that a repeat can be recognised.</summary>
    public string MessageId(long conversation, int seq, PostKind kind, string domain)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{conversation:x}.{seq}.{(int)kind}");
        return $"{name}.{Encode(Sign("id", Encoding.ASCII.GetBytes(name)))}@{domain}";
    }

    /// <returns>The conversation and entry; null where we did not issue it.</returns>
    public (long Conversation, int Seq)? ReadMessageId(string id)
    {
        var match = Issued().Match(id);
        return match.Success
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Encode(Sign("id", Encoding.ASCII.GetBytes(match.Groups["name"].Value)))), Encoding.ASCII.GetBytes(match.Groups["signature"].Value))
            && long.TryParse(match.Groups["conversation"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var conversation)
            && int.TryParse(match.Groups["seq"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var seq)
            ? (conversation, seq)
            : null;
    }

    private byte[] Sign(string purpose, ReadOnlySpan<byte> what) =>
        HMACSHA256.HashData(key, (byte[])[.. Encoding.ASCII.GetBytes(purpose), 0, .. what])[..SignatureBytes];

    private byte[] OfAddress(string address) =>
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("address\0" + address.Trim().ToLowerInvariant()))[..AddressBytes];

    private static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (held, bits) = (0, 0);
        foreach (var b in bytes)
        {
            (held, bits) = ((held << 8) | b, bits + 8);
            for (; bits >= 5; bits -= 5)
                text.Append(Base32[(held >> (bits - 5)) & 31]);
            held &= (1 << bits) - 1;
        }
        if (bits > 0)
            text.Append(Base32[(held << (5 - bits)) & 31]);
        return text.ToString();
    }

    private static byte[]? Decode(string text)
    {
        List<byte> bytes = [];
        var (held, bits) = (0, 0);
        foreach (var letter in text)
        {
            var value = Base32.IndexOf(char.ToLowerInvariant(letter), StringComparison.Ordinal);
            if (value < 0)
                return null;
            (held, bits) = ((held << 5) | value, bits + 5);
            if (bits < 8)
                continue;
            bits -= 8;
            bytes.Add((byte)(held >> bits));
            held &= (1 << bits) - 1;
        }
        return [.. bytes];
    }

    [GeneratedRegex(@"^(?<name>(?<conversation>[0-9a-f]{1,16})\.(?<seq>[0-9]{1,9})\.[0-9]{1,2})\.(?<signature>[a-z2-7]{16})@", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Issued();
}
