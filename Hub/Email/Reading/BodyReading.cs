using System.Net;
using SupportHub.Email.Reading.Html;
using SupportHub.Email.Reading.Quotes;

namespace SupportHub.Email.Reading;

/// <summary>The mail's text and page, put together from its pieces.</summary>
/// <param name="Plain">The whole text, unsplit.</param>
internal sealed record BodyReading(MailText Text, string? Html, bool HasRemoteImages, string Plain)
{
    public static BodyReading Read(PartWalk walk, string? sender, MailLimits limits, HashSet<LookReason> reasons)
    {
        var plain = Limited(string.Join('\n', walk.Pieces.Select(piece => piece.Plain ?? "")).Trim('\n'), walk, limits, reasons);
        if (walk.Pieces.TrueForAll(piece => piece.Html is null))
            return new(QuoteRules.Split(plain, sender), null, false, plain);
        var html = string.Concat(walk.Pieces.Select(piece => piece.Html ?? Page(piece.Plain)));
        if (html.Length > limits.HtmlLetters || HtmlDepth.Exceeds(html, limits))
            return Unshown(walk, html, plain, sender, limits, reasons);
        var page = HtmlMail.Read(html, sender);
        walk.Files.AddRange(page.Images);
        return new(Better(walk, plain, page.Text, sender), page.Clean, page.HasRemoteImages, plain.Length > 0 ? plain : Unsplit(page.Text));
    }

    /// <summary>Programs write the plain text for reading, so it goes first; where it has lost the quotation's marks, the page's words are better.</summary>
    private static MailText Better(PartWalk walk, string plain, MailText page, string? sender)
    {
        if (walk.Pieces.Exists(piece => string.IsNullOrWhiteSpace(piece.Plain)))
            return page;
        var text = QuoteRules.Split(plain, sender);
        if (page.Written.Length == 0)
            return text;
        var missed = text.Quoted.Length == 0 && page.Quoted.Length > 0;
        return text.Written.Length == 0 || missed || HidesMore(text, page) ? page : text;
    }

    /// <summary>Without marks everything below an introduction is folded, answers between the lines too; the page that says the same and more has the marks.</summary>
    private static bool HidesMore(MailText text, MailText page) =>
        page.Written.Length > text.Written.Length && !text.Quoted.Split('\n').Any(line => line.StartsWith('>')) && Squeezed(page.Written).StartsWith(Squeezed(text.Written), StringComparison.Ordinal);

    private static string Squeezed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static BodyReading Unshown(PartWalk walk, string html, string plain, string? sender, MailLimits limits, HashSet<LookReason> reasons)
    {
        reasons.Add(LookReason.PageNotShown);
        walk.Files.Add(File($"page{walk.Files.Count + 1}.html", "text/html", html));
        var words = plain.Length > 0 ? plain : Limited(HtmlDepth.Words(html), walk, limits, reasons);
        return new(QuoteRules.Split(words, sender), null, false, words);
    }

    private static MailFile File(string name, string type, string text)
    {
        var bytes = Charsets.Utf8.GetBytes(text);
        return new() { Name = name, ContentType = type, Size = bytes.Length, Open = () => new MemoryStream(bytes, writable: false) };
    }

    private static string Page(string? plain) => $"<div style=\"white-space:pre-wrap\">{WebUtility.HtmlEncode(plain)}</div>";

    private static string Unsplit(MailText text) => string.Join("\n\n", text.Passages.Select(passage => $"{passage.Head}\n{passage.Text}".Trim('\n')));

    private static string Limited(string text, PartWalk walk, MailLimits limits, HashSet<LookReason> reasons)
    {
        if (text.Length <= limits.TextLetters)
            return text;
        reasons.Add(LookReason.TooMuchText);
        walk.Files.Add(File($"text{walk.Files.Count + 1}.txt", "text/plain", text));
        return text[..limits.TextLetters];
    }
}
