using MimeKit;
using MimeKit.Utils;

namespace SupportHub.Lab.Mail.Answers;

public enum BounceReason
{
    /// <summary>Permanent.</summary>
    NoSuchAddress,

    /// <summary>Permanent as it is told, though it may mend.</summary>
    MailboxFull,

    /// <summary>Not delivered yet; the server tries again.</summary>
    Delayed,
}

/// <summary>The report of a mail server that could not deliver (RFC 3464).</summary>
public static class Bounce
{
    /// <param name="to">The sender's return path.</param>
    public static MimeMessage Of(Original original, BounceReason reason, MailboxAddress to, DateTimeOffset now)
    {
        var domain = original.Customer.Domain is { Length: > 0 } named ? named : "lab.localhost";
        var server = $"mx.{domain}";
        var (status, action, words) = Told(reason, original.Address);
        var report = new MimeMessage(
            [new MailboxAddress("Mail Delivery System", $"MAILER-DAEMON@{domain}")],
            [to],
            reason == BounceReason.Delayed ? "Delivery Status Notification (Delay)" : "Undelivered Mail Returned to Sender",
            new MultipartReport("delivery-status")
            {
                new TextPart("plain") { Text = Explanation(server, original.Address, words, reason) },
                Status(original, server, status, action, words, now),
                new MessagePart { Message = original.Mail },
            })
        {
            Date = now,
            MessageId = MimeUtils.GenerateMessageId(server),
        };
        report.Headers.Insert(0, "Return-Path", "<>");
        report.Headers.Add(HeaderId.AutoSubmitted, "auto-replied");
        return report;
    }

    private static (string Status, string Action, string Words) Told(BounceReason reason, string address) => reason switch
    {
        BounceReason.NoSuchAddress => ("5.1.1", "failed", $"550 5.1.1 <{address}>: Recipient address rejected: User unknown"),
        BounceReason.MailboxFull => ("5.2.2", "failed", $"552 5.2.2 <{address}>: Mailbox is full"),
        _ => ("4.4.1", "delayed", "450 4.4.1 The server of the recipient does not answer"),
    };

    private static string Explanation(string server, string address, string words, BounceReason reason) =>
        $"""
        This is the mail system at host {server}.

        {(reason == BounceReason.Delayed
            ? "Your message could not be delivered yet. It will be tried again; you need not send it again."
            : "I'm sorry to have to inform you that your message could not be delivered to one or more recipients.")}

        <{address}>: {words}

        """;

    private static MessageDeliveryStatus Status(Original original, string server, string status, string action, string words, DateTimeOffset now)
    {
        var kind = original.Address.All(char.IsAscii) ? "rfc822" : "utf-8";
        var report = new MessageDeliveryStatus();
        report.StatusGroups.Add(new HeaderList { { "Reporting-MTA", $"dns; {server}" }, { "Arrival-Date", DateUtils.FormatDate(now) } });
        report.StatusGroups.Add(new HeaderList
        {
            { "Final-Recipient", $"{kind}; {original.Address}" },
            { "Action", action },
            { "Status", status },
            { "Diagnostic-Code", $"smtp; {words}" },
        });
        return report;
    }
}
