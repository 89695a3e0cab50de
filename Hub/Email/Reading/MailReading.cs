using MimeKit;
using SupportHub.Email.Reading.Machines;

namespace SupportHub.Email.Reading;

/// <summary>Reads a mail (RFC 5322, MIME). Pure: the same bytes are always read the same, and nothing is thrown for what a stranger wrote.</summary>
public static class MailReading
{
    /// <param name="raw">Not changed while the result is used: its files read from it.</param>
    /// <param name="size">Of the whole mail, where <paramref name="raw"/> may be its beginning only.</param>
    public static ReadMail Read(byte[] raw, MailLimits? limits = null, long size = 0)
    {
        limits ??= MailLimits.Default;
        var reasons = new HashSet<LookReason>();
        if (size > raw.Length)
            reasons.Add(LookReason.Cut);
        if (raw.Length > limits.Bytes)
            reasons.Add(LookReason.TooLarge);
        var message = Parse(raw, limits, reasons);
        var mail = HeaderReading.Read(message.Headers, limits) with { ContentHash = ContentHashes.Of(message.Headers, raw) };
        if (mail.From is null)
            reasons.Add(LookReason.NoSender);
        return ReadBody(mail, message, limits, reasons);
    }

    /// <summary>From where the stream stands to its end; it is not disposed of.</summary>
    public static ReadMail Read(Stream raw, MailLimits? limits = null)
    {
        limits ??= MailLimits.Default;
        var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int count; bytes.Length <= limits.Bytes && (count = raw.Read(buffer)) > 0;)
            bytes.Write(buffer, 0, count);
        return Read(bytes.ToArray(), limits);
    }

    private static ReadMail ReadBody(ReadMail mail, MimeMessage message, MailLimits limits, HashSet<LookReason> reasons)
    {
        var walk = new PartWalk(limits, reasons);
        if (!reasons.Contains(LookReason.TooLarge) && message.Body is not null)
            walk.Take(message.Body);
        var body = BodyReading.Read(walk, mail.From?.Name, limits, reasons);
        return mail with
        {
            Text = body.Text,
            Html = body.Html,
            HasRemoteImages = body.HasRemoteImages,
            Files = walk.Files,
            Machine = MachineRules.Judge(message, walk.Reports, body.Plain),
            LookAt = [.. reasons.Order()],
        };
    }

    private static MimeMessage Parse(byte[] raw, MailLimits limits, HashSet<LookReason> reasons)
    {
        try
        {
            var options = new ParserOptions { MaxMimeDepth = limits.Depth + 1, CharsetEncoding = Charsets.Utf8 };
            var message = new MimeParser(options, new MemoryStream(raw, writable: false), MimeFormat.Entity, persistent: true).ParseMessage();
            if (message.Headers.Count == 0 && message.Body is not { Headers.Count: > 0 })
                reasons.Add(LookReason.NotReadable);
            return message;
        }
        catch (FormatException)
        {
            reasons.Add(LookReason.NotReadable);
            return new MimeMessage(new HeaderList()) { Body = new MimePart("application/octet-stream") { FileName = "mail.eml", Content = new MimeContent(new MemoryStream(raw, writable: false)) } };
        }
    }
}
