using AngleSharp.Dom;
using Ganss.Xss;
using SupportHub.Email.Reading.Quotes;

namespace SupportHub.Email.Reading.Html;

/// <summary>A mail's page, read: safe to show, and its words.</summary>
internal sealed record HtmlMail(string Clean, MailText Text, bool HasRemoteImages, IReadOnlyList<MailFile> Images)
{
    public static HtmlMail Read(string html, string? sender)
    {
        using var page = new HtmlSanitizer().HtmlParserFactory().ParseDocument(html);
        if (page.Body is not { } body)
            return new("", MailText.Empty, false, []);
        var images = new List<MailFile>();
        HtmlCleaning.Strip(body);
        var remote = HtmlImages.Block(body, images);
        var lines = HtmlLines.Of(body);
        var (text, folded) = QuoteRules.Split(lines.Lines, sender);
        HtmlFolding.Mark(body, lines, folded);
        return new(HtmlCleaning.Clean(body.InnerHtml), text, remote, images);
    }
}
