using System.Text;
using MimeKit.Text;

namespace SupportHub.Email.Reading.Html;

/// <summary>A page as a stream of tags, before any tree is built: a tree of a hundred thousand levels ends the process.</summary>
internal static class HtmlDepth
{
    /// <summary>Elements without an end, or whose end is implied by the next one.</summary>
    private static readonly HashSet<HtmlTagId> Flat =
    [
        HtmlTagId.Br, HtmlTagId.Image, HtmlTagId.HR, HtmlTagId.Meta, HtmlTagId.Link, HtmlTagId.Input, HtmlTagId.Col, HtmlTagId.Wbr, HtmlTagId.Area, HtmlTagId.Base,
        HtmlTagId.P, HtmlTagId.LI, HtmlTagId.TD, HtmlTagId.TH, HtmlTagId.TR, HtmlTagId.DD, HtmlTagId.DT, HtmlTagId.Option,
    ];

    public static bool Exceeds(string html, int limit)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var depth = 0;
        foreach (var tag in Tokens(html).OfType<HtmlTagToken>().Where(tag => !tag.IsEmptyElement && !Flat.Contains(tag.Id)))
        {
            var same = open.GetValueOrDefault(tag.Name);
            if (tag.IsEndTag && same == 0)
                continue;
            open[tag.Name] = tag.IsEndTag ? same - 1 : same + 1;
            depth += tag.IsEndTag ? -1 : 1;
            if (depth > limit)
                return true;
        }
        return false;
    }

    /// <summary>The words of a page that is too deep to be shown as one.</summary>
    public static string Words(string html)
    {
        var words = new StringBuilder();
        foreach (var token in Tokens(html))
            if (token is HtmlDataToken { Kind: HtmlTokenKind.Data } text)
                words.Append(text.Data);
            else if (token is HtmlTagToken { Id: HtmlTagId.Br or HtmlTagId.P or HtmlTagId.Div or HtmlTagId.TR or HtmlTagId.LI })
                words.Append('\n');
        return words.ToString();
    }

    private static IEnumerable<HtmlToken> Tokens(string html)
    {
        var tokenizer = new HtmlTokenizer(new StringReader(html)) { DecodeCharacterReferences = true };
        while (tokenizer.ReadNextToken(out var token))
            yield return token;
    }
}
