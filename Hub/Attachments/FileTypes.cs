namespace SupportHub.Attachments;

/// <summary>A file's media type, found from its first bytes and never from its name. What is not known is just bytes.</summary>
public static class FileTypes
{
    /// <summary>First bytes that are looked at.</summary>
    public const int Needed = 512;

    public const string Unknown = "application/octet-stream";

    /// <summary>Pictures that browsers show and that cannot hold script.</summary>
    public static bool IsPicture(string type) => type is "image/png" or "image/jpeg" or "image/gif" or "image/webp";

    public static string Of(ReadOnlySpan<byte> start)
    {
        if (start.Length > 8 && start[0] == 0x89 && start[1..].StartsWith("PNG\r\n"u8))
            return "image/png";
        if (start.Length > 3 && start[0] == 0xff && start[1] == 0xd8 && start[2] == 0xff)
            return "image/jpeg";
        if (start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8))
            return "image/gif";
        if (start.Length > 12 && start.StartsWith("RIFF"u8) && start[8..].StartsWith("WEBP"u8))
            return "image/webp";
        if (start.StartsWith("%PDF-"u8))
            return "application/pdf";
        if (start.StartsWith("PK\u0003\u0004"u8))
            return "application/zip";
        return LooksLikeText(start) ? "text/plain" : Unknown;
    }

    private static bool LooksLikeText(ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty || start.ContainsAnyInRange((byte)0, (byte)8) || start.ContainsAnyInRange((byte)14, (byte)26))
            return false;
        // The last character may be cut by the limit.
        for (var cut = 0; cut < 4 && cut < start.Length; cut++)
            if (IsUtf8(start[..^cut]))
                return true;
        return false;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);
}
