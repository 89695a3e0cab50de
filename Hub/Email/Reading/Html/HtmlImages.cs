using AngleSharp.Dom;

namespace SupportHub.Email.Reading.Html;

/// <summary>No picture loads by itself: where it would come from is kept in an attribute, for a click or for the attachment.</summary>
internal static class HtmlImages
{
    /// <summary>An absolute http or https address, to be loaded only when a person asks.</summary>
    public const string Remote = "data-remote-src";

    /// <summary>The content id of one of the mail's files (<see cref="MailFile.ContentId"/>).</summary>
    public const string Inline = "data-cid";

    private const string Data = "data:image/";

    public static bool Block(IElement root, List<MailFile> files)
    {
        var remote = false;
        foreach (var image in root.QuerySelectorAll("img"))
        {
            var source = image.GetAttribute("src")?.Trim() ?? "";
            image.RemoveAttribute("src");
            image.RemoveAttribute("srcset");
            if (source.StartsWith("cid:", StringComparison.OrdinalIgnoreCase))
                image.SetAttribute(Inline, Uri.UnescapeDataString(source[4..]));
            else if (source.StartsWith(Data, StringComparison.OrdinalIgnoreCase) && Embedded(source, files.Count) is { } file)
            {
                files.Add(file);
                image.SetAttribute(Inline, file.ContentId!);
            }
            else if (Address(source) is { } address)
            {
                image.SetAttribute(Remote, address);
                remote = true;
            }
        }
        return remote;
    }

    private static string? Address(string source)
    {
        var whole = source.StartsWith("//", StringComparison.Ordinal) ? "https:" + source : source;
        return Uri.TryCreate(whole, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsoluteUri : null;
    }

    /// <summary>A picture that is written into the page becomes a file of the mail, as one that came beside it.</summary>
    private static MailFile? Embedded(string source, int number)
    {
        var comma = source.IndexOf(',');
        var kind = comma < 0 ? "" : source[Data.Length..comma].ToLowerInvariant();
        if (kind is not ("png;base64" or "jpeg;base64" or "jpg;base64" or "gif;base64" or "webp;base64"))
            return null;
        var type = kind[..kind.IndexOf(';')];
        var buffer = new byte[(source.Length - comma) * 3 / 4 + 3];
        return Convert.TryFromBase64String(source[(comma + 1)..].Replace("%3D", "=", StringComparison.OrdinalIgnoreCase).Replace("%2B", "+", StringComparison.OrdinalIgnoreCase).Replace("%2F", "/", StringComparison.OrdinalIgnoreCase), buffer, out var length)
            ? new MailFile { Name = $"image{number + 1}.{type}", ContentType = $"image/{type}", ContentId = $"embedded-{number + 1}", IsInline = true, Size = length, Open = () => new MemoryStream(buffer, 0, length, writable: false) }
            : null;
    }
}
