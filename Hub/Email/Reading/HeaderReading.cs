using System.Globalization;
using MimeKit;
using MimeKit.Utils;

namespace SupportHub.Email.Reading;

/// <summary>The header's fields as values.</summary>
internal static class HeaderReading
{
    private static readonly string[] Delivered = ["Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Delivered-To", "X-Real-To", "Apparently-To", "X-Resolved-To", "X-Forwarded-To"];

    private static readonly ParserOptions Options = new() { CharsetEncoding = Charsets.Utf8 };

    public static ReadMail Read(HeaderList headers, MailLimits limits)
    {
        var replyTo = People(headers, "Reply-To", limits);
        return new()
        {
            ContentHash = "",
            From = People(headers, "From", limits).FirstOrDefault() ?? People(headers, "Sender", limits).FirstOrDefault() ?? replyTo.FirstOrDefault(),
            ReplyTo = replyTo,
            To = People(headers, "To", limits),
            Cc = People(headers, "Cc", limits),
            DeliveredTo = [.. Delivered.SelectMany(field => People(headers, field, limits)).Select(person => person.Address).Distinct(StringComparer.OrdinalIgnoreCase).Take(limits.Addresses)],
            Subject = Line(headers["Subject"], limits),
            MessageId = Ids(headers, "Message-Id").FirstOrDefault(),
            InReplyTo = Ids(headers, "In-Reply-To").FirstOrDefault(),
            References = [.. Ids(headers, "References").TakeLast(limits.References)],
            SentMs = DateUtils.TryParse(headers["Date"] ?? "", out var sent) ? sent.ToUnixTimeMilliseconds() : null,
            ListId = Line(headers["List-Id"], limits) is { Length: > 0 } list ? list[(list.LastIndexOf('<') + 1)..].TrimEnd('>', ' ') : null,
        };
    }

    /// <summary>One line, without control characters and marks that turn the direction of what follows.</summary>
    public static string Line(string? value, MailLimits limits)
    {
        var visible = string.Concat((value ?? "").Select(letter => char.GetUnicodeCategory(letter) switch
        {
            UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
            UnicodeCategory.Format when letter is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069' => "",
            _ => letter.ToString(),
        })).Trim();
        var cut = visible.Length <= limits.FieldLetters ? visible : visible[..limits.FieldLetters];
        return cut.Length > 0 && char.IsHighSurrogate(cut[^1]) ? cut[..^1] : cut;
    }

    private static List<MailPerson> People(HeaderList headers, string field, MailLimits limits) =>
        [.. headers.Where(header => header.Field.Equals(field, StringComparison.OrdinalIgnoreCase)).SelectMany(header => Mailboxes(header.RawValue)).Take(limits.Addresses)
            .Select(mailbox => new MailPerson(Line(Domains.InUnicode(mailbox.Address), limits), Line(mailbox.Name, limits))).Where(person => person.Address.Length > 0)];

    /// <summary>Not from the decoded field: what an encoded word holds is part of a name, and no address, comma or line, whatever it spells.</summary>
    private static IEnumerable<MailboxAddress> Mailboxes(byte[] raw)
    {
        var field = EncodedWords.Sealed(raw);
        return InternetAddressList.TryParse(Options, field, out var list) ? list.Mailboxes : MailboxAddress.TryParse(Options, field, out var one) ? [one] : [];
    }

    private static IEnumerable<string> Ids(HeaderList headers, string field)
    {
        var value = headers[field] ?? "";
        var ids = MimeUtils.EnumerateReferences(value).Where(id => id.Length > 0).ToList();
        return ids.Count == 0 && value.Trim() is { Length: > 0 and < 300 } bare && !bare.Any(char.IsWhiteSpace) ? [bare.Trim('<', '>')] : ids;
    }
}
