using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace SupportHub.Email.Sending;

/// <summary>
/// The few marks that agents type in a mail, as HTML: **bold**, *italic* or _italic_, [words](https://…), and lists whose lines begin with "- " or "1. ".
/// Everything else is escaped, so that no tag comes from what was typed. Pure; every expression is bounded.
/// </summary>
internal static partial class MailMarkup
{
    // Stand for links while the marks around them are read; taken out of what was typed.
    private const char LinkFrom = '\uE000';
    private const char LinkTo = '\uE001';

    /// <summary>One paragraph: text, lists, or both in turn.</summary>
    public static string Paragraph(string text)
    {
        var html = new StringBuilder();
        foreach (var run in Runs(text.Split('\n')))
            html.Append(run.List is { } tag
                ? $"<{tag}>{string.Concat(run.Lines.Select(l => $"<li>{Inline(Item().Replace(l, ""))}</li>"))}</{tag}>"
                : $"<p>{Inline(string.Join('\n', run.Lines)).Replace("\n", "<br>", StringComparison.Ordinal)}</p>");
        return html.ToString();
    }

    /// <summary>Lines of the same kind together, in their order.</summary>
    private static List<(string? List, List<string> Lines)> Runs(string[] lines)
    {
        List<(string? List, List<string> Lines)> runs = [];
        foreach (var line in lines)
        {
            var list = Item().Match(line) is { Success: true } item ? item.Groups["number"].Success ? "ol" : "ul" : null;
            if (runs.Count == 0 || runs[^1].List != list)
                runs.Add((list, []));
            runs[^1].Lines.Add(line);
        }
        return runs;
    }

    private static string Inline(string text)
    {
        List<string> links = [];
        var rest = Link().Replace(text.Replace(LinkFrom, ' ').Replace(LinkTo, ' '), match =>
        {
            var address = WebUtility.HtmlEncode(match.Groups["named"] is { Success: true } named ? named.Value : match.Value);
            var words = match.Groups["words"] is { Success: true } said ? WebUtility.HtmlEncode(said.Value) : address;
            links.Add($"<a href=\"{address}\">{words}</a>");
            return $"{LinkFrom}{links.Count - 1}{LinkTo}";
        });
        var html = Bold().Replace(WebUtility.HtmlEncode(rest), "<b>$1</b>");
        html = Italic().Replace(html, match => $"<i>{match.Groups["star"].Value}{match.Groups["line"].Value}</i>");
        return Held().Replace(html, match => links[int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)]);
    }

    [GeneratedRegex(@"^ {0,3}(?:[-*•]|(?<number>[0-9]{1,3})[.)]) (?=\S)", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Item();

    [GeneratedRegex(@"\[(?<words>[^\[\]\n]{1,300})\]\((?<named>https?://[^\s<>""'()]{1,2000})\)|https?://[^\s<>""']{1,2000}[^\s<>""'.,;:!?)\]}*_]", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Link();

    [GeneratedRegex(@"\*\*(?=[^\s*])([^\n]{1,500}?)(?<=[^\s*])\*\*", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Bold();

    [GeneratedRegex(@"(?<![\w*])\*(?=[^\s*])(?<star>[^*\n]{1,500}?)(?<=\S)\*(?![\w*])|(?<!\w)_(?=[^\s_])(?<line>[^_\n]{1,500}?)(?<=\S)_(?!\w)", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Italic();

    [GeneratedRegex(@"\uE000([0-9]{1,5})\uE001", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Held();
}
