using System.Text;
using MimeKit;

namespace SupportHub.Email.Reading;

/// <summary>Bytes to text, by what the bytes are where the label is missing or wrong.</summary>
internal static class Charsets
{
    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>What a mail that is honestly in UTF-8 is often labelled with.</summary>
    private static readonly HashSet<string> Vague = new(StringComparer.OrdinalIgnoreCase) { "", "us-ascii", "ascii", "iso-8859-1", "latin1", "windows-1252", "utf-8", "utf8", "unknown-8bit", "x-unknown", "default", "unknown" };

    static Charsets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Text(TextPart part)
    {
        if (part.Content is null)
            return "";
        var bytes = new MemoryStream();
        part.Content.DecodeTo(bytes);
        var label = part.ContentType.Charset?.Trim('"', '\'', ' ') ?? "";
        var text = Vague.Contains(label) ? Guessed(bytes, part) : part.GetText(out _);
        return Clean(text);
    }

    /// <summary>No control characters but tab and line end: a database refuses a zero, a terminal obeys the others.</summary>
    public static string Clean(string text)
    {
        text = text.ReplaceLineEndings("\n").TrimStart('\ufeff');
        if (!text.Any(IsUnwanted))
            return text;
        return string.Concat(text.Where(letter => !IsUnwanted(letter)));
    }

    private static string Guessed(MemoryStream bytes, TextPart part)
    {
        var span = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        if (!span.ContainsAnyExceptInRange((byte)0, (byte)0x7f))
            return span.IndexOf("\u001b$"u8) >= 0 || span.IndexOf("\u001b("u8) >= 0 ? Encoding.GetEncoding("iso-2022-jp").GetString(span) : part.GetText(out _);
        try
        {
            return StrictUtf8.GetString(span);
        }
        catch (DecoderFallbackException)
        {
            return part.ContentType.Charset is { Length: > 0 } label && !label.Contains("utf", StringComparison.OrdinalIgnoreCase) && !label.Contains("ascii", StringComparison.OrdinalIgnoreCase)
                ? part.GetText(out _)
                : Encoding.GetEncoding(1252).GetString(span);
        }
    }

    private static bool IsUnwanted(char letter) => char.IsControl(letter) && letter is not ('\n' or '\t');
}
