using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using MimeKit;

namespace SupportHub.Tests.Email;

/// <summary>The Lab's website with a mailbox: what it sends goes to a scripted server, and customers' mails come by the signed door.</summary>
public sealed class ConsoleMailSite
{
    public const string Address = "support@rhin.example";
    private readonly Uri _door;
    private readonly byte[] _secret;

    private ConsoleMailSite(Uri door, byte[] secret)
    {
        _door = door;
        _secret = secret;
    }

    /// <summary>Connects it as the settings would, and lets the widget ask for an address.</summary>
    /// <param name="administrator">A page of somebody who may.</param>
    /// <param name="smtp">The server's port.</param>
    public static async Task<ConsoleMailSite> Connect(IPage administrator, int smtp)
    {
        var door = await administrator.EvaluateAsync<JsonElement>(
            """
            async smtp => {
              const session = await (await fetch('/api/session')).json()
              const ask = async (method, path, body) => (await fetch(path, {
                method, headers: { 'X-CSRF-TOKEN': session.antiforgeryToken, 'Content-Type': 'application/json' }, body: body && JSON.stringify(body) })).json()
              const site = (await ask('GET', '/api/sites')).sites[0]
              await ask('PUT', `/api/sites/${site.id}`, { ...site, preChat: { ...site.preChat, email: 'optional' } })
              return (await ask('PUT', `/api/sites/${site.id}/mailbox`, {
                address: 'support@rhin.example', smtp: { host: '127.0.0.1', port: smtp, security: 'none' }, signIn: 'none', tokenInAddress: true,
                addresses: [{ address: 'domaines@rhin.example', topicId: site.topics[1].id, language: 'fr' }] })).inbound
            }
            """,
            smtp);
        return new ConsoleMailSite(new Uri(door.GetProperty("url").GetString()!), Encoding.UTF8.GetBytes(door.GetProperty("secret").GetString()!));
    }

    public static MimeMessage Mail(string from, string subject, MimeEntity body, MimeMessage? answers = null)
    {
        var mail = new MimeMessage { Subject = subject, Body = body, MessageId = $"{Guid.NewGuid():N}@customer.example" };
        mail.From.Add(MailboxAddress.Parse(from));
        mail.To.Add(answers is null ? MailboxAddress.Parse("domaines@rhin.example") : answers.ReplyTo.Mailboxes.First());
        if (answers is not null)
        {
            mail.InReplyTo = answers.MessageId;
            mail.References.Add(answers.MessageId!);
        }
        return mail;
    }

    /// <summary>What a mail program sends when somebody answers.</summary>
    public static MimeMessage Answer(MimeMessage received, string from, string text) => Mail(
        from, $"Re: {received.Subject}", new TextPart("plain") { Text = $"{text}\n\nLe mar. 24 nov. 2026 à 10:00, Rhin <{Address}> a écrit :\n\n> {received.TextBody!.ReplaceLineEndings("\n> ")}\n" }, received);

    /// <summary>Another mail server's report that ours could not be delivered (RFC 3464).</summary>
    public static MimeMessage Bounce(MimeMessage of, string recipient)
    {
        var report = new MultipartReport("delivery-status") { new TextPart("plain") { Text = "It could not be delivered." } };
        var status = new MessageDeliveryStatus();
        status.StatusGroups.Add(new HeaderList { { "Reporting-MTA", "dns; mx.customer.example" } });
        status.StatusGroups.Add(new HeaderList { { "Final-Recipient", $"rfc822; {recipient}" }, { "Action", "failed" }, { "Status", "5.1.1" }, { "Diagnostic-Code", "smtp; 550 5.1.1 No such user" } });
        report.Add(status);
        report.Add(new MessagePart("rfc822") { Message = of });
        return Mail("MAILER-DAEMON@mx.customer.example", "Undelivered Mail Returned to Sender", report);
    }

    public async Task Receive(MimeMessage mail)
    {
        var raw = new MemoryStream();
        await mail.WriteToAsync(raw);
        await Receive(raw.ToArray());
    }

    public async Task Receive(byte[] raw)
    {
        var time = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, _door) { Content = new ByteArrayContent(raw) };
        request.Headers.Add("X-SupportHub-Timestamp", time);
        request.Headers.Add("X-SupportHub-Signature", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(_secret, (byte[])[.. Encoding.ASCII.GetBytes(time + "."), .. raw])));
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }
}
