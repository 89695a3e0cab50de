using MimeKit;
using NUnit.Framework;
using SupportHub.Email.Mailboxes;
using SupportHub.Email.Tokens;
using SupportHub.Shared;
using SupportHub.Tests;

namespace SupportHub.Integration.Email;

/// <summary>Mails fetched from a real IMAP server: each once, whatever happens to the server in between.</summary>
[OnBothEngines]
public sealed class ImapTests(Engine engine) : ImapTest(engine)
{
    [Test]
    public async Task Mails_come_in_while_it_idles_and_none_is_lost_or_doubled_when_the_server_goes_away_or_renumbers()
    {
        await Deliver("one@customer.example", "two@customer.example");
        await Conversations(2);
        await Deliver("three@customer.example");
        await Conversations(3);

        await Imap.GoAway();
        await Imap.ComeBack();
        await Deliver("four@customer.example");
        await Conversations(4);

        await Imap.GoAway();
        Imap.Renumber();
        await Imap.ComeBack();
        await Deliver("five@customer.example");
        await Conversations(5);
        Assert.That(await Count("SELECT COUNT(*) FROM mails"), Is.EqualTo(5));
        Assert.That(await Count("SELECT COUNT(*) FROM entries WHERE kind = 0"), Is.EqualTo(5));
    }

    [Test]
    public async Task Of_a_mail_that_is_larger_than_any_the_text_arrives_the_agent_sees_what_was_refused_and_only_its_beginning_is_kept()
    {
        var huge = MailWorld.Mail("huge@customer.example", MailWorld.Address, "Film", "This is my film.");
        var body = new BodyBuilder { TextBody = "This is my film." };
        body.Attachments.Add("note.txt", "A small one"u8.ToArray(), new ContentType("text", "plain"));
        body.Attachments.Add("film.mp4", new MemoryStream(new byte[36 * 1024 * 1024]), new ContentType("video", "mp4"));
        huge.Body = body.ToMessageBody();
        await Imap.Deliver(huge);
        await Conversations(1);
        await Eventually.Succeeds(async () => Assert.That(await Count("SELECT COUNT(*) FROM outbox WHERE kind = 3 AND recipient = 'huge@customer.example'"), Is.EqualTo(1)));
        Assert.That(await Count("SELECT COUNT(*) FROM entries WHERE kind = 0 AND body = 'This is my film.'"), Is.EqualTo(1));
        Assert.That(await Count("SELECT COUNT(*) FROM attachments WHERE name = 'note.txt'"), Is.EqualTo(1), "what came whole is taken");
        Assert.That(await Count("SELECT COUNT(*) FROM attachments WHERE name = 'film.mp4'"), Is.Zero);
        Assert.That(await Count("SELECT COUNT(*) FROM entries WHERE detail LIKE '%film.mp4%'"), Is.EqualTo(1));
        Assert.That(Directory.EnumerateFiles(Path.Combine(Database.Folder, "mails"), "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length), Is.EqualTo(4 * 1024 * 1024));
    }

    [Test]
    public async Task The_trial_says_in_plain_words_what_is_wrong()
    {
        var trial = Hub.Get<MailboxTrial>();
        var right = Imap.Server;
        // The scripted mail server knows no passwords: only its own answer is of interest here.
        async Task<MailboxTest> Try(MailServer smtp, MailServer imap, string? password) =>
            await trial.Try(
                new Mailbox(MailWorld.Address, null, smtp, imap, null, null, MailSignIn.None, true, null),
                new MailAccount(password is null ? MailSignIn.None : MailSignIn.Password, DovecotServer.User, password), "en", CancellationToken.None);

        Assert.That((await Try(right, right, DovecotServer.Password)).Imap, Is.Null);
        Assert.That((await Try(right, right, "wrong")).Imap, Does.Contain("refuses the user name or the password"));
        Assert.That((await Try(new MailServer("127.0.0.1", Smtp.Port, MailSecurity.None), new MailServer("127.0.0.1", Ports.Free(), MailSecurity.None), null)).Imap, Does.Contain("nothing listens on port"));
        Assert.That((await Try(new MailServer("127.0.0.1", Smtp.Port, MailSecurity.None), right, null)).Smtp, Is.Null);
        Assert.That((await Try(new MailServer("127.0.0.1", Smtp.Port, MailSecurity.StartTls), right, null)).Smtp, Does.Contain("does not offer STARTTLS"));
        Assert.That((await Try(new MailServer("127.0.0.1", Smtp.Port, MailSecurity.None), new MailServer("127.0.0.1", Smtp.Port, MailSecurity.None), null)).Imap, Does.Contain("another protocol"));
    }
}
