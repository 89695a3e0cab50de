using AngleSharp.Dom;
using Ganss.Xss;

namespace SupportHub.Email.Reading.Html;

/// <summary>
/// What may stay of a stranger's page: text, its look inside its own box, tables, links. No script, form, frame, sheet of styles, class or id; nothing that is loaded; no style that moves, covers or leaves the box.
/// </summary>
internal static class HtmlCleaning
{
    /// <summary>Their content is no text: it goes with them.</summary>
    private const string Unshown = "script,style,title,head,noscript,template,iframe,frame,frameset,object,embed,applet,svg,math,audio,video,canvas,select,datalist,meta,link,base";

    private static readonly string[] Tags =
    [
        "a", "abbr", "address", "b", "big", "blockquote", "br", "caption", "center", "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "font",
        "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot",
        "th", "thead", "time", "tr", "tt", "u", "ul", "var", "wbr",
    ];

    private static readonly string[] Attributes =
    [
        "abbr", "align", "alt", "bgcolor", "border", "cellpadding", "cellspacing", "cite", "color", "cols", "colspan", "datetime", "dir", "face", "height", "href", "lang", "rel", "reversed", "rowspan", "scope", "size",
        "span", "start", "style", "target", "title", "type", "valign", "value", "width", HtmlFolding.Attribute, HtmlImages.Remote, HtmlImages.Inline,
    ];

    private static readonly string[] Styles =
    [
        "background-color", "border-collapse", "border-spacing", "color", "direction", "font-family", "font-size", "font-style", "font-variant", "font-weight", "letter-spacing", "line-height", "list-style-type",
        "text-align", "text-decoration", "text-indent", "text-transform", "vertical-align", "white-space", "word-break", "overflow-wrap", "max-width",
        .. from side in new[] { "top", "right", "bottom", "left" } from part in new[] { "width", "style", "color" } select $"border-{side}-{part}",
        "padding-top", "padding-right", "padding-bottom", "padding-left",
    ];

    private static readonly HtmlSanitizer Sanitizer = Make();

    /// <summary>Takes away what is no text, and marks that only the hub may set, before the page is read.</summary>
    public static void Strip(IElement root)
    {
        foreach (var element in root.QuerySelectorAll(Unshown).ToList())
            element.Remove();
        foreach (var name in new[] { HtmlFolding.Attribute, HtmlImages.Remote, HtmlImages.Inline })
            foreach (var element in root.QuerySelectorAll($"[{name}]"))
                element.RemoveAttribute(name);
    }

    public static string Clean(string html) => Sanitizer.Sanitize(html);

    private static HtmlSanitizer Make()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(Tags, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(Attributes, StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["http", "https", "mailto", "tel"], StringComparer.OrdinalIgnoreCase),
            AllowedCssProperties = new HashSet<string>(Styles, StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href", "src", "cite"], StringComparer.OrdinalIgnoreCase),
        }) { KeepChildNodes = true };
        sanitizer.PostProcessNode += (_, e) => OpenElsewhere(e.Node);
        return sanitizer;
    }

    /// <summary>A link opens beside the console, and learns nothing of it.</summary>
    private static void OpenElsewhere(INode node)
    {
        if (node is not IElement { LocalName: "a" } link || !link.HasAttribute("href"))
            return;
        link.SetAttribute("target", "_blank");
        link.SetAttribute("rel", "noopener noreferrer nofollow");
    }
}
