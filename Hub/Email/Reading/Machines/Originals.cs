using MimeKit;
using MimeKit.Utils;

namespace SupportHub.Email.Reading.Machines;

/// <summary>The mail that came back, or what a report has of it.</summary>
internal static class Originals
{
    private const string Field = "message-id:";

    /// <param name="below">The part of the report's text in which the mail is copied.</param>
    public static string? MessageId(IReadOnlyList<MimeEntity> reports, string below)
    {
        foreach (var report in reports)
            if (report is MessagePart { Message: { } message } && Id(message.Headers["Message-Id"]) is { } attached)
                return attached;
            else if (report is TextPart text && FromText(Charsets.Text(text)) is { } headersOnly)
                return headersOnly;
        return FromText(below);
    }

    public static IEnumerable<string> Recipients(IReadOnlyList<MimeEntity> reports) =>
        reports.OfType<MessagePart>().SelectMany(part => part.Message?.To.Mailboxes ?? []).Select(mailbox => mailbox.Address);

    private static string? FromText(string text)
    {
        for (var at = text.IndexOf(Field, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(Field, at + 1, StringComparison.OrdinalIgnoreCase))
            if (at == 0 || text[at - 1] == '\n')
                return Id(text.Substring(at + Field.Length, Math.Min(400, text.Length - at - Field.Length)).TrimStart().Split('\n')[0]);
        return null;
    }

    private static string? Id(string? value) => value is null ? null : MimeUtils.EnumerateReferences(value).FirstOrDefault();
}
