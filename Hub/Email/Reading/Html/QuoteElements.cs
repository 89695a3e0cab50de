using AngleSharp.Dom;

namespace SupportHub.Email.Reading.Html;

/// <summary>The elements that mail programs put around an earlier mail. What is not here is found by its words.</summary>
internal static class QuoteElements
{
    /// <summary>Gmail; Thunderbird; Roundcube.</summary>
    private static readonly HashSet<string> IntroducingNames = ["gmail_attr", "moz-cite-prefix", "reply-intro"];

    /// <summary>
    /// From here on nothing is the sender's. Outlook on the web and for Mac, on phones, new Outlook; Outlook Express; Yahoo; Proton; Tuta; Zoho; QQ; Front; Zimbra's line.
    /// </summary>
    private static readonly HashSet<string> BeginningNames =
    [
        "divRplyFwdMsg", "appendonsend", "OLK_SRC_BODY_SECTION", "ms-outlook-mobile-reference-message", "mail-editor-reference-message-container", "OutlookMessageHeader",
        "yahoo_quoted", "protonmail_quote", "tutanota_quote", "zmail_extra", "isReplyContent", "front-blockquote", "zwchr",
    ];

    public static bool Introduces(IElement element) => IsNamed(element, IntroducingNames);

    public static bool Begins(IElement element) => IsNamed(element, BeginningNames) || element.GetAttribute("data-marker") is "__DIVIDER__";

    /// <summary>A blockquote of a mail program: one that says so, or that has the bar on its left. People indent with bare ones.</summary>
    public static bool Cites(IElement element)
    {
        if (element.LocalName is not "blockquote")
            return false;
        var style = (element.GetAttribute("style") ?? "").Replace(" ", "", StringComparison.Ordinal);
        if (style.Contains("border:none", StringComparison.OrdinalIgnoreCase) && !style.Contains("border-left:", StringComparison.OrdinalIgnoreCase))
            return false;
        return element.HasAttribute("cite")
            || string.Equals(element.GetAttribute("type"), "cite", StringComparison.OrdinalIgnoreCase)
            || element.ClassList.Any(name => name.Contains("quote", StringComparison.OrdinalIgnoreCase) || name.Contains("cite", StringComparison.OrdinalIgnoreCase))
            || style.Contains("border-left", StringComparison.OrdinalIgnoreCase) && !style.Contains("border-left:0", StringComparison.OrdinalIgnoreCase) && !style.Contains("border-left:none", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsNamed(IElement element, HashSet<string> names) =>
        element.Id is { Length: > 0 } id && names.Contains(id) || element.ClassList.Any(names.Contains);
}
