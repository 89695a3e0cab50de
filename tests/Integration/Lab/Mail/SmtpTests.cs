using System.Security.Cryptography;
using System.Text;
using MimeKit;
using MimeKit.Text;
using NUnit.Framework;

namespace SupportHub.Integration.Lab.Mail;

/// <summary>The SMTP server from outside: with a mail library that others wrote, and octet by octet.</summary>
public sealed class SmtpTests
{
    private MailWorld _world = null!;

    [SetUp]
    public async Task Start() => _world = await MailWorld.Start();

    [TearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [Test]
    public async Task A_mail_is_kept_as_it_was_sent_with_what_delivery_adds()
    {
        using var client = await _world.Smtp();
        await client.AuthenticateAsync("anyone", "anything");
        await client.SendAsync(MailWorld.AMail(text: "Bonjour,\r\n.un point\r\n..\r\n.\r\nfin\r\n"));
        await client.DisconnectAsync(quit: true);

        var file = _world.Files("lucie@exemple.example").Single();
        Assert.That(await File.ReadAllTextAsync(file), Does.StartWith("Return-Path: <hosting-fr@rhin.example>\r\nDelivered-To: lucie@exemple.example\r\nReceived: by lab.localhost"));
        var mail = await MimeMessage.LoadAsync(file);
        Assert.That(mail.GetTextBody(TextFormat.Plain), Is.EqualTo("Bonjour,\n.un point\n..\n.\nfin\n"));
        Assert.That(mail.From.Mailboxes.Single().Name, Is.EqualTo("Claire, Hébergeur du Rhin"));
    }

    [Test]
    public async Task A_hundred_mails_come_over_one_connection_in_their_order()
    {
        using var client = await _world.Smtp();
        for (var at = 0; at < 100; at++)
            await client.SendAsync(MailWorld.AMail(subject: $"mail {at}"));

        var subjects = _world.Files("lucie@exemple.example").Select(path => MimeMessage.Load(path).Subject);
        Assert.That(subjects, Is.EqualTo(Enumerable.Range(0, 100).Select(at => $"mail {at}")));
    }

    [Test]
    public async Task Each_recipient_gets_a_copy_and_one_who_is_named_twice_gets_one()
    {
        using var client = await _world.Smtp();
        var hidden = new MailboxAddress("", "Chef@Exemple.example");
        await client.SendAsync(MailWorld.AMail(), new MailboxAddress("", "bounces+7@rhin.example"), [new MailboxAddress("", "lucie@exemple.example"), hidden, new MailboxAddress("", "chef@exemple.example")]);

        Assert.That(_world.Files("lucie@exemple.example"), Has.Length.EqualTo(1));
        var copy = await File.ReadAllTextAsync(_world.Files("chef@exemple.example").Single());
        Assert.That(copy, Does.StartWith("Return-Path: <bounces+7@rhin.example>").And.Contain("Delivered-To: chef@exemple.example"));
    }

    [Test]
    public async Task An_address_outside_of_ASCII_has_a_mailbox()
    {
        await _world.Send(MailWorld.AMail(to: "rené@bücher.example"));

        var file = _world.Files("rené@bücher.example").Single();
        Assert.That(MimeMessage.Load(file).Headers["Delivered-To"], Is.EqualTo("rené@bücher.example"));
    }

    [Test]
    public async Task Octets_survive_also_those_that_are_not_text()
    {
        var octets = RandomNumberGenerator.GetBytes(3_000_000);
        var mail = MailWorld.AMail();
        mail.Body = new Multipart("mixed")
        {
            mail.Body!,
            new MimePart("application", "octet-stream") { Content = new MimeContent(new MemoryStream(octets)), ContentTransferEncoding = ContentEncoding.Base64, FileName = "a.bin" },
        };
        await _world.Send(mail);

        using var read = new MemoryStream();
        var part = (MimePart)MimeMessage.Load(_world.Files("lucie@exemple.example").Single()).Attachments.Single();
        await part.Content!.DecodeToAsync(read);
        Assert.That(read.ToArray(), Is.EqualTo(octets));
    }

    [Test]
    public async Task Everything_at_once_is_answered_in_its_order_and_cut_anywhere_it_is_the_same()
    {
        const string All = "EHLO a\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\nRCPT TO:<nonsense\r\nDATA\r\nSubject: x\r\n\r\n..y\r\n.\r\n"
            + "MAIL FROM:<>\r\nRCPT TO:<c@d.example>\r\nDATA\r\n.\r\nRSET\r\nQUIT\r\n";
        int[] expected = [250, 250, 250, 501, 354, 250, 250, 250, 354, 250, 250, 221, 0];
        var octets = Encoding.ASCII.GetBytes(All);
        foreach (var size in new[] { octets.Length, 7, 1 })
        {
            await using var smtp = await RawSmtp.Connect(_world.SmtpPort);
            foreach (var piece in octets.Chunk(size))
                await smtp.Write(piece);
            var replies = new List<int>();
            foreach (var _ in expected)
                replies.Add(await smtp.Reply());
            Assert.That(replies, Is.EqualTo(expected), $"in pieces of {size}");
        }

        Assert.That(_world.Files("c@d.example"), Has.Length.EqualTo(6));
        Assert.That(await File.ReadAllTextAsync(_world.Files("c@d.example")[0]), Does.EndWith("Subject: x\r\n\r\n.y\r\n"));
    }

    [Test]
    public async Task A_mail_that_is_too_large_is_refused_and_the_next_one_comes()
    {
        await using var smtp = await RawSmtp.Connect(_world.SmtpPort);
        await smtp.Say("EHLO a");
        Assert.That(await smtp.Say("MAIL FROM:<a@b.example> SIZE=30000000"), Is.EqualTo(552));
        // One that does not say its size, or lies about it.
        await Begin(smtp, "MAIL FROM:<a@b.example> SIZE=10");
        var line = Encoding.ASCII.GetBytes(new string('a', 998) + "\r\n");
        for (var at = 0; at < 27_000; at++)
            await smtp.Write(line);
        Assert.That(await smtp.Say("."), Is.EqualTo(552));
        await Begin(smtp, "MAIL FROM:<a@b.example>");
        Assert.That(await smtp.Say("Subject: small\r\n\r\nx\r\n."), Is.EqualTo(250));

        Assert.That(_world.Files("c@d.example"), Has.Length.EqualTo(1));
        Assert.That(Directory.GetFiles(_world.Folder), Is.Empty, "nothing of the large one stays");
    }

    [Test]
    public async Task No_second_mail_can_be_smuggled_inside_one()
    {
        await using var smtp = await RawSmtp.Connect(_world.SmtpPort);
        await smtp.Say("EHLO a");
        await Begin(smtp, "MAIL FROM:<a@b.example>");
        await smtp.Write("Subject: outer\r\n\r\nx\n.\nMAIL FROM:<evil@b.example>\nRCPT TO:<c@d.example>\nDATA\nSubject: inner\r\n\r\ny\r\n");

        Assert.That(await smtp.Say("."), Is.EqualTo(554));
        Assert.That(_world.Files("c@d.example"), Is.Empty);
    }

    [Test]
    public async Task Garbage_long_lines_and_clients_that_leave_do_no_harm()
    {
        await using (var smtp = await RawSmtp.Connect(_world.SmtpPort))
        {
            await smtp.Write(Encoding.ASCII.GetBytes(new string('A', 300_000)));
            Assert.That(await smtp.Say(""), Is.EqualTo(500), "a line without end");
            await smtp.Write([0xc3, 0x28, (byte)'\r', (byte)'\n']);
            Assert.That(await smtp.Reply(), Is.EqualTo(500), "not UTF-8");
            Assert.That(await smtp.Say("NOOP"), Is.EqualTo(250), "and it goes on");
            await Begin(smtp, "EHLO a\r\nMAIL FROM:<a@b.example>", more: 1);
            await smtp.Write("Subject: half a mail");
            smtp.EndWriting();
            Assert.That(await smtp.Reply(), Is.AnyOf(0, 421));
        }
        for (var at = 0; at < 50; at++)
        {
            await using var smtp = await RawSmtp.Connect(_world.SmtpPort);
            await smtp.Write(RandomNumberGenerator.GetBytes(at * 100));
        }

        await _world.Send(MailWorld.AMail());
        Assert.That(_world.Files("lucie@exemple.example"), Has.Length.EqualTo(1));
        Assert.That(_world.Files("c@d.example"), Is.Empty, "half a mail is none");
    }

    [Test]
    public async Task Clients_are_told_when_the_Lab_stops()
    {
        await using var smtp = await RawSmtp.Connect(_world.SmtpPort);
        await smtp.Say("EHLO a");
        await _world.StopMail();

        Assert.That(await smtp.Reply(), Is.EqualTo(421));
        await _world.StartMail();
    }

    [Test]
    public async Task Mail_is_there_after_a_restart()
    {
        await _world.Send(MailWorld.AMail(subject: "before"));
        await File.WriteAllTextAsync(Path.Combine(_world.Folder, "lucie@exemple.example", "20260101-000000-000.eml.part"), "half");
        await _world.StopMail();
        await _world.StartMail();
        await _world.Send(MailWorld.AMail(subject: "after"));

        Assert.That(_world.Files("lucie@exemple.example").Select(path => MimeMessage.Load(path).Subject), Is.EqualTo(new[] { "before", "after" }));
        Assert.That(Directory.GetFiles(_world.Folder, "*.part", SearchOption.AllDirectories), Is.Empty);
    }

    private static async Task Begin(RawSmtp smtp, string mail, int more = 0)
    {
        await smtp.Write($"{mail}\r\nRCPT TO:<c@d.example>\r\nDATA\r\n");
        for (var at = 0; at < more; at++)
            await smtp.Reply();
        Assert.That(new[] { await smtp.Reply(), await smtp.Reply(), await smtp.Reply() }, Is.EqualTo(new[] { 250, 250, 354 }));
    }
}
