using System.Security.Cryptography;
using System.Text;
using MimeKit;

namespace SupportHub.Email.Reading;

/// <summary>The identity of a mail by what it says. Servers add fields and change line ends on the way; these fields and the body they leave alone.</summary>
internal static class ContentHashes
{
    private static readonly string[] Fields = ["From", "To", "Cc", "Date", "Subject", "Message-Id", "In-Reply-To"];

    public static string Of(HeaderList headers, byte[] raw)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var field in Fields)
            hash.AppendData(Encoding.UTF8.GetBytes($"{field}:{Folded(headers[field])}\n"));
        AppendBody(hash, raw);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Folded(string? value) => string.Join(' ', (value ?? "").Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static void AppendBody(IncrementalHash hash, byte[] raw)
    {
        var (at, end) = (BodyStart(raw), raw.Length);
        while (end > at && raw[end - 1] is (byte)'\r' or (byte)'\n' or (byte)' ')
            end--;
        while (at < end)
        {
            var next = raw.AsSpan(at, end - at).IndexOf((byte)'\r');
            var length = next < 0 ? end - at : next;
            hash.AppendData(raw, at, length);
            at += length + 1;
        }
    }

    private static int BodyStart(byte[] raw)
    {
        var (unix, windows) = (raw.AsSpan().IndexOf("\n\n"u8), raw.AsSpan().IndexOf("\n\r\n"u8));
        return unix < 0 && windows < 0 ? 0 : windows < 0 || unix >= 0 && unix < windows ? unix + 2 : windows + 3;
    }
}
