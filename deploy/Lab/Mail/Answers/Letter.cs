using MimeKit;
using MimeKit.Text;
using MimeKit.Utils;

namespace SupportHub.Lab.Mail.Answers;

/// <summary>Mails as a customer's program writes them.</summary>
/// <param name="Text">Everything in the field: the person's words, and the quote as it was left.</param>
public sealed record Letter(string Text, IReadOnlyList<LetterFile> Files)
{
    /// <summary>
    /// The quote goes out in the chosen style, whichever stood in the field. A person who has written between its lines gets them sent as they are.
    /// </summary>
    public MimeMessage Answer(Original original, QuotingStyle style, string language, TimeZoneInfo zone, DateTimeOffset now)
    {
        var quote = Quote.Of(style, original, language, zone);
        var text = Text.ReplaceLineEndings("\n");
        var own = Own(text, Enum.GetValues<QuotingStyle>().Select(each => Quote.Of(each, original, language, zone)));
        var body = new BodyBuilder
        {
            TextBody = own is null ? text : $"{own}\n\n{quote.Text}",
            HtmlBody = quote.Html is null ? null : own is null ? $"<div dir=\"ltr\">{Html(text)}</div>" : quote.Html(Html(own)),
        };
        var mail = Mail(original.Customer, original.AnswerTo, AnswerSubject(original.Subject), body, now);
        original.Thread(mail);
        return mail;
    }

    public MimeMessage First(MailboxAddress from, InternetAddressList to, string subject, DateTimeOffset now) =>
        Mail(from, to, subject, new BodyBuilder { TextBody = Text.ReplaceLineEndings("\n") }, now);

    /// <returns>The text above the quote; null when the text does not end with one of them.</returns>
    public static string? Own(string text, IEnumerable<Quote> quotes)
    {
        var written = text.TrimEnd();
        return quotes.Where(quote => written.EndsWith(quote.Text.TrimEnd(), StringComparison.Ordinal))
            .Select(quote => written[..^quote.Text.TrimEnd().Length].TrimEnd()).MinBy(own => own.Length);
    }

    private MimeMessage Mail(MailboxAddress from, InternetAddressList to, string subject, BodyBuilder body, DateTimeOffset now)
    {
        foreach (var file in Files)
            body.Attachments.Add(file.Name, file.Content, ContentType.TryParse(file.Type, out var type) ? type : new ContentType("application", "octet-stream"));
        var mail = new MimeMessage([from], to, subject, body.ToMessageBody()) { Date = now };
        mail.MessageId = MimeUtils.GenerateMessageId(from.Domain is { Length: > 0 } domain ? domain : "lab.localhost");
        return mail;
    }

    private static string AnswerSubject(string subject) =>
        subject.StartsWith("re:", StringComparison.OrdinalIgnoreCase) || subject.StartsWith("re :", StringComparison.OrdinalIgnoreCase) ? subject : $"Re: {subject}";

    private static string Html(string text) => new TextToHtml { OutputHtmlFragment = true }.Convert(text).TrimEnd();
}

public sealed record LetterFile(string Name, string Type, byte[] Content);
