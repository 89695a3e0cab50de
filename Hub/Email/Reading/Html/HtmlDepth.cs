using System.Text;
using MimeKit.Text;

namespace SupportHub.Email.Reading.Html;

/// <summary>A page as a stream of tags, before any tree is built: a tree of a hundred thousand levels ends the process.</summary>
internal static class HtmlDepth
{
    /// <summary>To make a style safe takes as long as so many elements.</summary>
    private const int StyleWeight = 4;

    /// <summary>Elements without an end, or whose end is implied by the next one.</summary>
    private static readonly HashSet<HtmlTagId> Flat =
    [
        HtmlTagId.Br, HtmlTagId.Image, HtmlTagId.HR, HtmlTagId.Meta, HtmlTagId.Link, HtmlTagId.Input, HtmlTagId.Col, HtmlTagId.Wbr, HtmlTagId.Area, HtmlTagId.Base,
        HtmlTagId.P, HtmlTagId.LI, HtmlTagId.TD, HtmlTagId.TH, HtmlTagId.TR, HtmlTagId.DD, HtmlTagId.DT, HtmlTagId.Option,
    ];

    /// <summary>More elements, or deeper nested, than the limits say. What a tokenizer takes for raw text can be elements to a tree (in SVG), so that its brackets count too.</summary>
    public static bool Exceeds(string html, MailLimits limits)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var (depth, count) = (0, 0);
        foreach (var token in Tokens(html, decoded: false))
        {
            if (token is HtmlDataToken text)
                depth += text.Data.Count(letter => letter == '<');
            else if (token is HtmlTagToken tag)
            {
                count += tag.Attributes.Any(attribute => attribute.Id == HtmlAttributeId.Style) ? StyleWeight : 1;
                depth += Flat.Contains(tag.Id) || tag.IsEmptyElement ? 0 : Step(tag, open);
            }
            if (depth > limits.HtmlDepth || count > limits.HtmlTags)
                return true;
        }
        return false;
    }

    /// <summary>An end without a beginning closes nothing.</summary>
    private static int Step(HtmlTagToken tag, Dictionary<string, int> open)
    {
        var same = open.GetValueOrDefault(tag.Name);
        var step = !tag.IsEndTag ? 1 : same > 0 ? -1 : 0;
        open[tag.Name] = same + step;
        return step;
    }

    /// <summary>The words of a page that is too deep to be shown as one.</summary>
    public static string Words(string html)
    {
        var words = new StringBuilder();
        var unshown = false;
        foreach (var token in Tokens(html, decoded: true))
            if (token is HtmlTagToken { Id: HtmlTagId.Style or HtmlTagId.Script or HtmlTagId.Title } raw)
                unshown = !raw.IsEndTag;
            else if (token is HtmlDataToken { Kind: HtmlTokenKind.Data } text && !unshown)
                words.Append(text.Data);
            else if (token is HtmlTagToken { Id: HtmlTagId.Br or HtmlTagId.P or HtmlTagId.Div or HtmlTagId.TR or HtmlTagId.LI })
                words.Append('\n');
        return words.ToString();
    }

    private static IEnumerable<HtmlToken> Tokens(string html, bool decoded)
    {
        var tokenizer = new HtmlTokenizer(new StringReader(html)) { DecodeCharacterReferences = decoded };
        while (tokenizer.ReadNextToken(out var token))
            yield return token;
    }
}
