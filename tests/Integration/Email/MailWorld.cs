using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using MimeKit;
using SupportHub.Email.Mailboxes;
using SupportHub.Shared;
using SupportHub.Tests;

namespace SupportHub.Integration.Email;

/// <summary>A site with a mailbox, and customers who write from mail programs.</summary>
internal static class MailWorld
{
    public const string Address = "support@shop.example";

    /// <summary>Connects the site's mailbox to the scripted server; mail comes in by the signed door.</summary>
    public static async Task Connect(InProcessHub hub, int smtpPort, MailServer? imap = null, MailSignIn signIn = MailSignIn.None, string? user = null, string? password = null, string name = "Shop", string address = Address, MailTokens? tokens = null)
    {
        var saved = await hub.Get<MailboxDesk>().Update(
            1,
            new Mailbox(
                address, name, new MailServer("127.0.0.1", smtpPort, MailSecurity.None), imap, user, password, signIn, TokenInAddress: true,
                [new MailAlias("domaines@shop.example", World.Topic, "fr")], tokens),
            hub.Address.ToString());
        if (saved.Value is null)
            throw new InvalidOperationException(string.Join(", ", saved.Faults));
    }

    public static MimeMessage Mail(string from, string to, string subject, string text, MimeMessage? answers = null)
    {
        var mail = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = text }, MessageId = $"{Guid.NewGuid():N}@customer.example" };
        mail.From.Add(MailboxAddress.Parse(from));
        mail.To.Add(MailboxAddress.Parse(to));
        if (answers is not null)
        {
            mail.InReplyTo = answers.MessageId;
            mail.References.Add(answers.MessageId!);
        }
        return mail;
    }

    /// <summary>What a mail program sends when somebody answers.</summary>
    public static MimeMessage Answer(MimeMessage received, string from, string text) =>
        Mail(from, received.ReplyTo.Mailboxes.First().Address, $"Re: {received.Subject}", $"{text}\n\nOn Tue, 24 Nov 2026 at 10:00, Shop <{Address}> wrote:\n\n> {received.TextBody!.ReplaceLineEndings("\n> ")}\n", received);

    /// <summary>What a customer's server sends when it has no such mailbox.</summary>
    public static MimeMessage Bounce(MimeMessage of, string recipient)
    {
        var report = new MultipartReport("delivery-status") { new TextPart("plain") { Text = "It could not be delivered." } };
        var status = new MessageDeliveryStatus();
        status.StatusGroups.Add(new HeaderList { { "Reporting-MTA", "dns; mx.customer.example" } });
        status.StatusGroups.Add(new HeaderList { { "Final-Recipient", $"rfc822; {recipient}" }, { "Action", "failed" }, { "Status", "5.1.1" }, { "Diagnostic-Code", "smtp; 550 5.1.1 No such user" } });
        report.Add(status);
        report.Add(new MessagePart("rfc822") { Message = of });
        var bounce = new MimeMessage { Subject = "Undelivered Mail Returned to Sender", Body = report, MessageId = "bounce1@mx.customer.example" };
        bounce.From.Add(MailboxAddress.Parse("MAILER-DAEMON@mx.customer.example"));
        bounce.To.Add(MailboxAddress.Parse(Address));
        return bounce;
    }

    public static async Task<HttpStatusCode> Post(InProcessHub hub, MimeMessage mail, string? secret = null)
    {
        var raw = new MemoryStream();
        await mail.WriteToAsync(raw);
        return await Post(hub, raw.ToArray(), secret);
    }

    public static Task<HttpStatusCode> Post(InProcessHub hub, byte[] raw, string? secret = null) =>
        Post(hub.Address, raw, secret ?? hub.Get<MailboxDirectory>().Of(1)!.InboundSecret, hub.Get<TimeProvider>());

    /// <param name="clock">The hub's, where that is not the real one.</param>
    public static async Task<HttpStatusCode> Post(Uri hub, byte[] raw, string secret, TimeProvider? clock = null)
    {
        var time = (clock ?? TimeProvider.System).GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(hub, MailboxDesk.InboundPath(1))) { Content = new ByteArrayContent(raw) };
        request.Headers.Add("X-SupportHub-Timestamp", time);
        request.Headers.Add("X-SupportHub-Signature", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.ASCII.GetBytes(time + "."), .. raw])));
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
