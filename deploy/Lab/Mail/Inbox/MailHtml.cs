using MimeKit;
using MimeKit.Text;

namespace SupportHub.Lab.Mail.Inbox;

/// <summary>
/// A mail's own HTML for a frame of its own. Its policy lets it load nothing and run nothing; here only what the policy would break is mended:
/// pictures inside the mail become part of the page, and links open elsewhere.
/// </summary>
public static class MailHtml
{
    public const string Sandbox = "allow-same-origin allow-popups allow-popups-to-escape-sandbox";

    /// <summary>No script runs, so that the page around it may be of the same origin: it measures the height.</summary>
    public const string Policy =
        $"default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox {Sandbox}";

    private const long LargestPicture = 5 * 1024 * 1024;

    private const string Head =
        """<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light"><style>body { font: 14px/1.5 system-ui, sans-serif; margin: 0; overflow-wrap: anywhere } img { max-width: 100%; height: auto }</style>""";

    public static string Page(MimeMessage mail) =>
        Head + new HtmlToHtml { FilterComments = true, HtmlTagCallback = (tag, writer) => Write(tag, writer, mail) }.Convert(mail.HtmlBody ?? "");

    private static void Write(HtmlTagContext tag, HtmlWriter writer, MimeMessage mail)
    {
        if (tag.TagId is HtmlTagId.Meta or HtmlTagId.Base)
        {
            tag.DeleteTag = tag.DeleteEndTag = true;
            return;
        }
        var (link, picture) = (tag is { TagId: HtmlTagId.A, IsEndTag: false }, tag is { TagId: HtmlTagId.Image, IsEndTag: false });
        tag.WriteTag(writer, writeAttributes: !link && !picture);
        if (link || picture)
        {
            foreach (var attribute in tag.Attributes.Where(attribute => attribute.Id != HtmlAttributeId.Target))
                writer.WriteAttribute(attribute.Name, attribute.Id == HtmlAttributeId.Src ? Picture(attribute.Value ?? "", mail) : attribute.Value ?? "");
        }
        if (link)
        {
            writer.WriteAttribute(HtmlAttributeId.Target, "_blank");
            writer.WriteAttribute(HtmlAttributeId.Rel, "noopener noreferrer");
        }
    }

    /// <param name="source">A picture of the mail is <c>cid:</c> and its Content-ID (RFC 2392).</param>
    private static string Picture(string source, MimeMessage mail)
    {
        if (!source.StartsWith("cid:", StringComparison.OrdinalIgnoreCase))
            return source;
        var part = mail.BodyParts.OfType<MimePart>().FirstOrDefault(part => part.ContentId == Uri.UnescapeDataString(source[4..]) && part.ContentType.IsMimeType("image", "*"));
        if (part?.Content is not { } content || content.Stream is not { Length: <= LargestPicture })
            return source;
        using var octets = new MemoryStream();
        content.DecodeTo(octets);
        return $"data:{part.ContentType.MimeType};base64,{Convert.ToBase64String(octets.ToArray())}";
    }
}
