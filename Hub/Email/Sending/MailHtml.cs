using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace SupportHub.Email.Sending;

/// <summary>Plain text as simple HTML: paragraphs, line breaks, links. Everything else is escaped.</summary>
public static partial class MailHtml
{
    /// <summary>Of a longer address, so many letters are to be read.</summary>
    private const int Shown = 60;

    public static string Of(string text, string language) =>
        Page(text, language, paragraph => $"<p>{Linked(paragraph).Replace("\n", "<br>", StringComparison.Ordinal)}</p>");

    /// <summary>What an agent wrote: with the marks of <see cref="MailMarkup"/>.</summary>
    public static string Marked(string text, string language) => Page(text, language, MailMarkup.Paragraph);

    private static string Page(string text, string language, Func<string, string> paragraph)
    {
        var html = new StringBuilder();
        html.Append("<!doctype html><html lang=\"").Append(WebUtility.HtmlEncode(language))
            .Append("\"><body style=\"font-family:system-ui,-apple-system,'Segoe UI',sans-serif;font-size:15px;line-height:1.5\">");
        foreach (var part in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
            html.Append(paragraph(part.Trim('\n')));
        return html.Append("</body></html>").ToString();
    }

    private static string Linked(string text)
    {
        var html = new StringBuilder();
        var end = 0;
        foreach (Match match in Address().Matches(text))
        {
            html.Append(WebUtility.HtmlEncode(text[end..match.Index]));
            var address = WebUtility.HtmlEncode(match.Value);
            html.Append("<a href=\"").Append(address).Append("\">").Append(match.Length > Shown ? $"{WebUtility.HtmlEncode(match.Value[..Shown])}…" : address).Append("</a>");
            end = match.Index + match.Length;
        }
        return html.Append(WebUtility.HtmlEncode(text[end..])).ToString();
    }

    [GeneratedRegex(@"https?://[^\s<>""']{1,2000}[^\s<>""'.,;:!?)\]}]", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Address();
}
