using MimeKit;
using SupportHub.Lab.Mail.Answers;
using SupportHub.Lab.Mail.Mailboxes;

namespace SupportHub.Lab.Mail.Inbox;

/// <summary>One mail, opened.</summary>
public sealed record ReadMail(MailCard Card, MimeMessage Mail)
{
    public Original Original => new(Mail, Card.Address);

    public string Path => $"{InboxPaths.Mailbox(Card.Address)}/{Card.Id}";

    public bool HasHtml => Mail.HtmlBody is not null;

    /// <summary>Everything that is not the text itself, with its place among the mail's parts.</summary>
    public IReadOnlyList<(int At, string Name, long Size)> Attachments =>
    [
        .. from part in Mail.BodyParts.Select((entity, at) => (Entity: entity, At: at))
           where part.Entity is not TextPart { IsAttachment: false } and not Multipart && !IsShownInside(part.Entity)
           select (part.At, NameOf(part.Entity, part.At), (part.Entity as MimePart)?.Content?.Stream?.Length ?? 0),
    ];

    public MimeEntity? Part(int at) => Mail.BodyParts.ElementAtOrDefault(at);

    public static string NameOf(MimeEntity part, int at) =>
        part.ContentDisposition?.FileName ?? part.ContentType.Name ?? $"{at + 1}.{(part is MimePart ? "bin" : "eml")}";

    /// <returns>What cannot be read as a mail is one of text, all of it.</returns>
    public static async Task<ReadMail> Open(MailFolders folders, MailCard card)
    {
        try
        {
            await using var file = folders.Open(card);
            return new ReadMail(card, await MimeMessage.LoadAsync(file));
        }
        catch (FormatException)
        {
            using var text = new StreamReader(folders.Open(card));
            return new ReadMail(card, new MimeMessage { Body = new TextPart("plain") { Text = await text.ReadToEndAsync() } });
        }
    }

    private bool IsShownInside(MimeEntity part) =>
        part.ContentId is { } id && !part.IsAttachment && Mail.HtmlBody?.Contains($"cid:{id}", StringComparison.OrdinalIgnoreCase) == true;
}
