using System.Net;
using System.Text.RegularExpressions;
using MimeKit;
using NUnit.Framework;
using SupportHub.Tests;

namespace SupportHub.Integration.Lab.Mail;

/// <summary>The customers' pages, as a browser without script sees them, and what comes out at the hub's door.</summary>
public sealed class InboxTests
{
    private const string Lucie = "lucie@exemple.example";
    private MailWorld _world = null!;

    [SetUp]
    public async Task Start() => _world = await MailWorld.Start();

    [TearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [Test]
    public async Task Mailboxes_and_mails_are_listed_newest_first_and_unread_until_they_are_opened()
    {
        Assert.That(await Page("/"), Does.Contain("Nobody has had mail yet"));
        await _world.Send(MailWorld.AMail(subject: "first"));
        await _world.Send(MailWorld.AMail(subject: "second"));

        Assert.That(await Page("/"), Does.Contain($"href=\"{Mailbox}\"").And.Contain("2 unread mails"));
        var list = await Page(Mailbox);
        Assert.That(list.IndexOf("second", StringComparison.Ordinal), Is.LessThan(list.IndexOf("first", StringComparison.Ordinal)).And.GreaterThan(0));
        await Page(await MailPath("second"));
        Assert.That(await Page("/"), Does.Contain("1 unread mail"));
        await _world.StopMail();
        await _world.StartMail();
        Assert.That(await Page("/"), Does.Contain("1 unread mail"), "also after a restart");
    }

    [TestCase("fr-FR,fr;q=0.9", "Courrier des clients")]
    [TestCase("en-US", "Customers’ mail")]
    public async Task Speaks_the_language_of_the_browser(string accepted, string title)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Accept-Language", accepted } } };
        var page = WebUtility.HtmlDecode(await (await _world.Browser.SendAsync(request)).Content.ReadAsStringAsync());

        Assert.That(page, Does.Contain($"<title>{title}</title>"));
    }

    [Test]
    public async Task A_mail_that_would_run_scripts_or_load_things_is_shown_under_a_policy_that_lets_it_do_neither()
    {
        var mail = MailWorld.AMail(subject: "<script>alert(1)</script>");
        var picture = new MimePart("image", "png") { Content = new MimeContent(new MemoryStream([1, 2, 3])), ContentId = "logo@rhin", ContentTransferEncoding = ContentEncoding.Base64 };
        mail.Body = new MultipartRelated
        {
            new TextPart("html") { Text = "<meta http-equiv='refresh' content='0;url=https://evil.example'><base href='https://evil.example'><script>alert(2)</script><img src='cid:logo@rhin'><a href='https://rhin.example/x' target='_top'>x</a>" },
            picture,
        };
        await _world.Send(mail);

        var path = await MailPath("&lt;script");
        var page = await Page(path);
        Assert.That(page, Does.Not.Contain("<script>alert").And.Contain($"<iframe src=\"{path}/frame\"").And.Contain("sandbox=\"allow-same-origin allow-popups allow-popups-to-escape-sandbox\""));
        Assert.That(page, Does.Not.Contain("/parts/"), "a picture inside the mail is no attachment");
        using var frame = await _world.Browser.GetAsync($"{path}/frame");
        var policy = frame.Headers.GetValues("Content-Security-Policy").Single();
        Assert.That(policy, Does.StartWith("default-src 'none'; img-src data:").And.Contain("sandbox allow-same-origin allow-popups").And.Not.Contain("script"));
        var html = await frame.Content.ReadAsStringAsync();
        Assert.That(html, Does.Contain("data:image/png;base64,AQID").And.Contain("target=\"_blank\"").And.Not.Contain("_top").And.Not.Contain("refresh").And.Not.Contain("<base"));
    }

    [Test]
    public async Task Attachments_and_the_source_are_downloads_whatever_they_say_they_are()
    {
        var mail = MailWorld.AMail();
        mail.Body = new Multipart("mixed")
        {
            mail.Body!,
            new MimePart("text", "html") { Content = new MimeContent(new MemoryStream("<script>"u8.ToArray())), FileName = "../../évil.html", ContentDisposition = new ContentDisposition("attachment") { FileName = "évil.html" } },
        };
        await _world.Send(mail);

        var path = await MailPath("Votre");
        Assert.That(await Page(path), Does.Contain("évil.html"));
        using var file = await _world.Browser.GetAsync($"{path}/parts/1");
        Assert.That(file.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/octet-stream"));
        Assert.That(file.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
        Assert.That(await file.Content.ReadAsStringAsync(), Is.EqualTo("<script>"));
        Assert.That(await _world.Browser.GetByteArrayAsync($"{path}/source"), Is.EqualTo(await File.ReadAllBytesAsync(_world.Files(Lucie).Single())));
    }

    [TestCase("Gmail", "gmail_quote")]
    [TestCase("Outlook", "divRplyFwdMsg")]
    [TestCase("Plain", null)]
    public async Task An_answer_reaches_the_hub_signed_threaded_and_quoted(string style, string? mark)
    {
        await _world.Send(MailWorld.AMail());
        var path = await MailPath("Votre");
        var form = await Page($"{path}/answer");
        var prefilled = WebUtility.HtmlDecode(Regex.Match(form, "<textarea[^>]*>(.*?)</textarea>", RegexOptions.Singleline).Groups[1].Value);
        Assert.That(prefilled, Does.Contain("> le site est de retour."));

        // As a browser sends it: with CR LF, and the text above what stood there.
        var after = await Post($"{path}/answer", ("style", style), ("text", $"Merci beaucoup !\r\nLucie{prefilled.ReplaceLineEndings("\r\n")}"), ("files", "note.txt"));
        var answer = await _world.Hub.Mail();
        Assert.That(answer.From.ToString(), Is.EqualTo("\"Lucie Martin\" <lucie@exemple.example>"));
        Assert.That(answer.To.Mailboxes.Single().Address, Is.EqualTo("hosting-fr+t0k3n@rhin.example"), "to the Reply-To");
        Assert.That(answer.InReplyTo, Is.EqualTo("entry-12@rhin.example"));
        Assert.That(answer.References, Is.EqualTo(new[] { "entry-12@rhin.example" }));
        Assert.That(answer.Subject, Is.EqualTo("Re: Votre hébergement"));
        Assert.That(answer.TextBody, Does.StartWith("Merci beaucoup !\nLucie\n\n").And.Contain("le site est de retour."));
        Assert.That(answer.HtmlBody, mark is null ? Is.Null : Does.Contain(mark).And.Contain("Merci beaucoup !"));
        Assert.That(answer.Attachments.Single().ContentDisposition!.FileName, Is.EqualTo("note.txt"));

        await Eventually.Succeeds(async () => Assert.That(await Page(after), Does.Contain("The hub has it")));
        Assert.That(_world.Files(Lucie, "sent"), Has.Length.EqualTo(1));
        Assert.That(await File.ReadAllBytesAsync(_world.Files(Lucie, "sent").Single()), Is.EqualTo(_world.Hub.Taken.Single()));
    }

    [Test]
    public async Task An_empty_answer_is_not_sent_and_a_wrong_address_keeps_what_was_written()
    {
        await _world.Send(MailWorld.AMail());
        using var empty = await Submit($"{await MailPath("Votre")}/answer", ("style", "Plain"), ("text", "  "));
        Assert.That(empty.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));

        using var wrong = await Submit("/write", ("from", "nobody"), ("to", "hosting-fr@rhin.example"), ("subject", "s"), ("text", "twenty minutes of work"));
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await wrong.Content.ReadAsStringAsync(), Does.Contain("twenty minutes of work").And.Contain("This is not an e-mail address."));
        Assert.That(_world.Hub.Asked, Is.Zero);
    }

    [Test]
    public async Task Anyone_can_write_a_first_mail_and_gets_a_mailbox()
    {
        var after = await Post("/write", ("from", "Jonas Keller <jonas@kunde.example>"), ("to", "billing-en@rhin.example"), ("subject", "Rechnung"), ("text", "Guten Tag"));

        var mail = await _world.Hub.Mail();
        Assert.That((mail.From.Mailboxes.Single().Name, mail.To.ToString(), mail.Subject, mail.TextBody), Is.EqualTo(("Jonas Keller", "billing-en@rhin.example", "Rechnung", "Guten Tag\n")));
        Assert.That(after, Does.StartWith("/m/jonas%40kunde.example/"));
        Assert.That(await Page("/"), Does.Contain("jonas@kunde.example"));
    }

    [Test]
    public async Task Playing_a_bounce_sends_the_report_of_a_mail_server()
    {
        await _world.Send(MailWorld.AMail());
        await Post($"{await MailPath("Votre")}/bounce", ("reason", "MailboxFull"));

        var report = await _world.Hub.Mail();
        Assert.That(report.To.ToString(), Is.EqualTo("hosting-fr@rhin.example"), "to the return path");
        Assert.That(report.Body, Is.InstanceOf<MultipartReport>());
        var status = report.BodyParts.OfType<MessageDeliveryStatus>().Single().StatusGroups;
        Assert.That((status[1]["Final-Recipient"], status[1]["Action"], status[1]["Status"]), Is.EqualTo(("rfc822; lucie@exemple.example", "failed", "5.2.2")));
        Assert.That(report.BodyParts.OfType<MessagePart>().Single().Message!.MessageId, Is.EqualTo("entry-12@rhin.example"));
        Assert.That((report.Headers["Auto-Submitted"], report.Headers["Return-Path"]), Is.EqualTo(("auto-replied", "<>")));
    }

    [Test]
    public async Task Playing_an_absence_sends_an_automatic_answer_to_the_return_path()
    {
        var mail = MailWorld.AMail();
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        await _world.Send(mail);
        var path = await MailPath("Votre");
        Assert.That(await Page(path), Does.Contain("A machine wrote this mail"));
        await Post($"{path}/away");

        var answer = await _world.Hub.Mail();
        Assert.That((answer.To.ToString(), answer.Headers["Auto-Submitted"], answer.InReplyTo), Is.EqualTo(("hosting-fr@rhin.example", "auto-replied", "entry-12@rhin.example")));
    }

    [Test]
    public async Task A_report_itself_is_never_bounced()
    {
        using var client = await _world.Smtp();
        await client.SendAsync(MailWorld.AMail(), new MailboxAddress("", ""), [new MailboxAddress("", Lucie)]);
        var path = await MailPath("Votre");

        Assert.That(await Page(path), Does.Contain("has no return path").And.Not.Contain($"{path}/bounce"));
        using var forced = await Submit($"{path}/bounce");
        Assert.That(forced.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_foreign_page_can_neither_send_nor_read()
    {
        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/write") { Headers = { { "Origin", "https://evil.example" } }, Content = new MultipartFormDataContent { { new StringContent("x"), "text" } } };
        Assert.That((await _world.Browser.SendAsync(foreign)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        using var rebound = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "evil.example" } };
        Assert.That((await _world.Browser.SendAsync(rebound)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task What_is_no_mail_at_all_can_be_read_and_what_is_not_there_is_said()
    {
        await using (var smtp = await RawSmtp.Connect(_world.SmtpPort))
        {
            await smtp.Say("HELO a");
            await smtp.Say("MAIL FROM:<>");
            await smtp.Say($"RCPT TO:<{Lucie}>");
            await smtp.Say("DATA");
            await smtp.Write([0xff, 0xfe, 0, (byte)'<', (byte)'b', (byte)'>', (byte)'\r', (byte)'\n']);
            Assert.That(await smtp.Say("."), Is.EqualTo(250));
        }
        Assert.That(await Page(await MailPath("no subject")), Does.Contain("(no subject)"));

        foreach (var path in new[] { $"{Mailbox}/20260101-000000-000", "/m/..%2F..%2Fetc/passwd", $"{Mailbox}/..%2Fx" })
            Assert.That((await _world.Browser.GetAsync(path)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Whoever_looks_is_told_of_each_change()
    {
        using var live = await _world.Browser.GetAsync("/live", HttpCompletionOption.ResponseHeadersRead);
        using var events = new StreamReader(await live.Content.ReadAsStreamAsync());
        await Event(events);
        await _world.Send(MailWorld.AMail());

        await Event(events);
    }

    private static string Mailbox => $"/m/{Uri.EscapeDataString(Lucie)}";

    private static async Task Event(StreamReader events)
    {
        using var patience = new CancellationTokenSource(LongEnough.Usually);
        while (await events.ReadLineAsync(patience.Token) != "data: changed")
        {
        }
        await events.ReadLineAsync(patience.Token);
    }

    private async Task<string> Page(string path)
    {
        using var response = await _world.Browser.GetAsync(path);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
        return Regex.Replace(await response.Content.ReadAsStringAsync(), "&#x([0-9A-F]+);", match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());
    }

    /// <summary>Where Lucie's mail with this subject is.</summary>
    private async Task<string> MailPath(string subject) =>
        Regex.Matches(await Page(Mailbox), $"href=\"({Regex.Escape(Mailbox)}/[^\"]+)\".*?</a>", RegexOptions.Singleline).First(match => match.Value.Contains(subject, StringComparison.Ordinal)).Groups[1].Value;

    /// <returns>Where it leads.</returns>
    private async Task<string> Post(string path, params (string Name, string Value)[] fields)
    {
        using var response = await Submit(path, fields);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), "after the redirect");
        return response.RequestMessage!.RequestUri!.AbsolutePath;
    }

    private async Task<HttpResponseMessage> Submit(string path, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            if (name == "files")
                form.Add(new ByteArrayContent("a note"u8.ToArray()) { Headers = { ContentType = new("text/plain") } }, name, value);
            else
                form.Add(new StringContent(value), name);
        }
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form, Headers = { { "Origin", _world.Web.GetLeftPart(UriPartial.Authority) } } };
        return await _world.Browser.SendAsync(request);
    }
}
