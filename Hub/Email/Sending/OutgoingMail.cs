using MimeKit;
using MimeKit.Utils;
using SupportHub.Email.Mailboxes;

namespace SupportHub.Email.Sending;

/// <summary>A mail before it is written out.</summary>
/// <param name="MessageId">Without angle brackets; stable, so that a repeat can be recognised.</param>
/// <param name="InReplyTo">The mail it answers; absent for the first.</param>
/// <param name="References">Earlier mails of the conversation, oldest first.</param>
/// <param name="Text">Plain text, paragraphs with an empty line between.</param>
/// <param name="ByMachine">Marked as automatic, so that no machine answers it (RFC 3834).</param>
public sealed record OutgoingMail(
    string MessageId,
    string FromName,
    string To,
    string? ToName,
    string ReplyTo,
    string Subject,
    string Text,
    string Language,
    long At,
    string? InReplyTo,
    IReadOnlyList<string> References,
    bool ByMachine,
    IReadOnlyList<OutgoingFile> Files);

public sealed record OutgoingFile(string Name, string Type, Stream Content);

/// <summary>Writes mails as MIME. Whatever is in a name, a subject or an address stays in its header: MimeKit encodes it, and line breaks are taken out before.</summary>
public static class MailWriter
{
    public static MimeMessage Write(OutgoingMail mail, OpenMailbox mailbox)
    {
        var message = new MimeMessage
        {
            MessageId = mail.MessageId,
            Subject = OneLine(mail.Subject),
            Date = DateTimeOffset.FromUnixTimeMilliseconds(mail.At),
        };
        message.From.Add(Address(mail.FromName, mailbox.Address));
        message.ReplyTo.Add(Address(mail.FromName, mail.ReplyTo));
        message.To.Add(Address(mail.ToName, mail.To));
        message.Headers.Add(HeaderId.ContentLanguage, mail.Language);
        if (mail.InReplyTo is { } answered)
            message.InReplyTo = answered;
        foreach (var id in mail.References)
            message.References.Add(id);
        if (mail.ByMachine)
        {
            message.Headers.Add(HeaderId.AutoSubmitted, "auto-replied");
            message.Headers.Add("X-Auto-Response-Suppress", "All");
        }
        var body = new BodyBuilder { TextBody = mail.Text, HtmlBody = mail.ByMachine ? MailHtml.Of(mail.Text, mail.Language) : MailHtml.Marked(mail.Text, mail.Language) };
        foreach (var file in mail.Files)
            body.Attachments.Add(OneLine(file.Name), file.Content, ContentType.Parse(file.Type));
        message.Body = body.ToMessageBody();
        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }

    private static MailboxAddress Address(string? name, string address) => new(name is null ? null : OneLine(name), address);

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
}
