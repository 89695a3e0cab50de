using System.Text;
using MimeKit.Text;

namespace SupportHub.Lab.Mail.Answers;

/// <summary>The words of a mail that has no text beside its HTML.</summary>
public static class HtmlText
{
    public static string Of(string html)
    {
        var text = new StringBuilder();
        var tokens = new HtmlTokenizer(new StringReader(html));
        HtmlTagId? hidden = null;
        while (tokens.ReadNextToken(out var token))
        {
            if (token is HtmlTagToken tag)
            {
                if (tag.Id is HtmlTagId.Style or HtmlTagId.Script or HtmlTagId.Title)
                    hidden = tag.IsEndTag ? null : tag.Id;
                else if (tag.Id is HtmlTagId.Br || (tag.IsEndTag && tag.Id is HtmlTagId.P or HtmlTagId.Div or HtmlTagId.LI or HtmlTagId.TR or HtmlTagId.BlockQuote))
                    text.Append('\n');
            }
            else if (hidden is null && token is HtmlDataToken { Kind: HtmlTokenKind.Data } data)
            {
                text.Append(string.Join(' ', data.Data.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)));
            }
        }
        return text.ToString().Trim();
    }
}
