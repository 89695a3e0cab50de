using Dapper;
using MimeKit;
using NUnit.Framework;
using SupportHub.Shared;
using SupportHub.Tests;

namespace SupportHub.Integration.Email;

/// <summary>The line to the IMAP server breaks while a mail comes over it.</summary>
[OnBothEngines]
public sealed class ImapCutTests(Engine engine) : ClockedMailTest(engine)
{
    private const int FileBytes = 200_000;
    private DovecotServer? _imap;

    protected override async Task Connect() => _imap = await DovecotServer.Start();

    protected override async Task Disconnect()
    {
        if (_imap is not null)
            await _imap.DisposeAsync();
    }

    [Test]
    public async Task A_line_that_is_cut_in_the_middle_of_mails_loses_none_doubles_none_and_cuts_none_short()
    {
        var mails = new[] { "one", "two", "three", "four", "five" }.Select(WithFile).ToList();
        await _imap!.Deliver(mails);
        await using var proxy = new CuttingProxy(_imap.Port);
        // In the header of the first, in the file of the second, and of the third between its last byte and the server's word that it was the last.
        proxy.CutAfter(10, null, 150_000, null, await Length(mails[2]), null);
        await MailWorld.Connect(Hub, Smtp.Port, _imap.Server with { Port = proxy.Port }, MailSignIn.Password, DovecotServer.User, DovecotServer.Password);
        await Elapses(async () => Assert.That(await Count("SELECT COUNT(*) FROM mails WHERE state = 1"), Is.EqualTo(5)), seconds: 1);

        Assert.That(proxy.Cut, Is.EqualTo(3));
        await using var connection = await Hub.Get<Storage.Database>().Open();
        Assert.That(
            await connection.QueryAsync<string>("SELECT body FROM entries WHERE kind = 0 AND body IS NOT NULL ORDER BY body"),
            Is.EqualTo(new[] { "I am five.", "I am four.", "I am one.", "I am three.", "I am two." }));
        Assert.That(await connection.QueryAsync<long>("SELECT size FROM attachments"), Is.EqualTo(Enumerable.Repeat((long)FileBytes, 5)), "each with its whole file");
        Assert.That(await Count("SELECT COUNT(*) FROM mails"), Is.EqualTo(5));
        Assert.That(await Count("SELECT COUNT(*) FROM conversations"), Is.EqualTo(5));
    }

    private static MimeMessage WithFile(string name)
    {
        var mail = MailWorld.Mail($"{name}@customer.example", MailWorld.Address, "Question", "");
        var body = new BodyBuilder { TextBody = $"I am {name}." };
        body.Attachments.Add("report.bin", new byte[FileBytes], new ContentType("application", "octet-stream"));
        mail.Body = body.ToMessageBody();
        return mail;
    }

    private static async Task<int> Length(MimeMessage mail)
    {
        var raw = new MemoryStream();
        var lines = FormatOptions.Default.Clone();
        lines.NewLineFormat = NewLineFormat.Dos;
        await mail.WriteToAsync(lines, raw);
        return (int)raw.Length;
    }
}
