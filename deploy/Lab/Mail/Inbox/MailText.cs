using MimeKit.Text;

namespace SupportHub.Lab.Mail.Inbox;

/// <summary>A mail's text as HTML: everything in it is text, addresses of pages can be followed, and <c>&gt;</c> becomes a quote.</summary>
public static class MailText
{
    public static string Html(string text) => new TextToHtml { OutputHtmlFragment = true, HtmlTagCallback = Write }.Convert(text);

    private static void Write(HtmlTagContext tag, HtmlWriter writer)
    {
        // The converter styles its quotes in place, which our policy forbids.
        tag.WriteTag(writer, writeAttributes: tag.TagId != HtmlTagId.BlockQuote);
        if (tag is { TagId: HtmlTagId.A, IsEndTag: false })
        {
            writer.WriteAttribute(HtmlAttributeId.Target, "_blank");
            writer.WriteAttribute(HtmlAttributeId.Rel, "noopener noreferrer");
        }
    }
}
