using System.Net;
using System.Text.Json;
using MimeKit;
using NUnit.Framework;
using SupportHub.Integration.Realtime;
using SupportHub.Tests;

namespace SupportHub.Integration.Email;

/// <summary>A conversation that goes on by mail, seen from a widget, a console, and a mail program.</summary>
[OnBothEngines]
public sealed class MailTests(Engine engine) : MailTest(engine)
{
    [Test]
    public async Task Who_waits_asks_for_the_answer_by_mail_gets_it_there_and_answers_from_a_mail_program()
    {
        await using var customer = await World.Visitor(Hub.Address, language: "fr");
        var id = (await customer.Ask("Start", new { session = 5, topicId = World.Topic, body = "Mon domaine expire" })).GetProperty("id").GetInt64();
        await customer.Ask("WriteByMail", new { conversation = id, email = Marc });
        var promised = await customer.Next("Entries", p => ChatTests.Kinds(p).Contains("mailed"));
        Assert.That(ChatTests.Bodies(promised).OfType<string>().Single(), Does.StartWith("Nous vous répondrons par e-mail au plus tard"));

        var acknowledgement = await Smtp.To(Marc);
        Assert.Multiple(() =>
        {
            Assert.That(acknowledgement.TextBody, Does.Contain("au plus tard").And.Not.Contain("Mon domaine expire"), "nobody proved that the address is theirs");
            Assert.That(acknowledgement.Headers[HeaderId.AutoSubmitted], Is.EqualTo("auto-replied"));
        });

        await using var claire = await World.Agent(Hub, 1);
        await claire.Next("Summary", s => s.GetProperty("id").GetInt64() == id && s.GetProperty("status").GetString() == "assigned");
        var sent = await claire.Ask("Send", new { conversation = id, session = 7, number = 1, body = "Bonjour, il est renouvelé.", byMail = true });
        var mail = await Smtp.To(Marc, 2);
        Assert.Multiple(() =>
        {
            Assert.That(mail.TextBody, Does.StartWith("Bonjour, il est renouvelé.").And.Contain("Claire"));
            Assert.That(mail.From.Mailboxes.Single().ToString(), Is.EqualTo("\"Claire, Shop\" <support@shop.example>"));
            Assert.That(mail.Headers[HeaderId.AutoSubmitted], Is.Null);
            Assert.That(mail.References, Does.Contain(acknowledgement.MessageId));
        });
        await claire.Ask("Open", id);
        await Eventually.Succeeds(async () => Assert.That(
            await Deliveries(claire, id), Does.Contain((sent.GetProperty("seq").GetInt32(), "sent"))));

        Assert.That(await MailWorld.Post(Hub, MailWorld.Answer(mail, Marc, "Merci beaucoup !")), Is.EqualTo(HttpStatusCode.OK));
        var answered = await customer.Next("Entries", p => ChatTests.Bodies(p).Contains("Merci beaucoup !"));
        Assert.That(string.Join('\n', customer.Frames), Does.Not.Contain("mail-source").And.Not.Contain("delivery"));
        await Eventually.Succeeds(async () => Assert.That(Entries(await claire.Ask("After", id, 0)).Count(e => ChatTests.Kind(e) == "mail-source"), Is.EqualTo(1)));
        var source = Entries(await claire.Ask("After", id, 0)).Single(e => ChatTests.Kind(e) == "mail-source");
        Assert.That(source.GetProperty("body").GetString(), Does.Contain("il est renouvelé"), "the quotation is kept, apart");
    }

    [Test]
    public async Task A_mail_to_an_alias_begins_a_conversation_of_its_topic_and_language_once()
    {
        await using var claire = await World.Agent(Hub, 1);
        var mail = MailWorld.Mail("Zoé Éclair <zoe@customer.example>", "domaines@shop.example", "Mon domaine", "Bonjour, comment le transférer ?");
        Assert.That(await MailWorld.Post(Hub, mail), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await MailWorld.Post(Hub, mail), Is.EqualTo(HttpStatusCode.OK), "the same again is taken, and added once");

        var summary = await claire.Next("Summary", s => s.GetProperty("status").GetString() == "assigned");
        Assert.Multiple(() =>
        {
            Assert.That(summary.GetProperty("topicId").GetInt64(), Is.EqualTo(World.Topic));
            Assert.That(summary.GetProperty("language").GetString(), Is.EqualTo("fr"));
            Assert.That(summary.GetProperty("channel").GetString(), Is.EqualTo("email"));
            Assert.That(summary.GetProperty("customerName").GetString(), Is.EqualTo("Zoé Éclair"));
        });
        var opened = await claire.Ask("Open", summary.GetProperty("id").GetInt64());
        Assert.That(ChatTests.Bodies(opened.GetProperty("entries")).Count(b => b == "Bonjour, comment le transférer ?"), Is.EqualTo(1));
        Assert.That(opened.GetProperty("mailTo").GetString(), Is.EqualTo("zoe@customer.example"));
        var acknowledgement = await Smtp.To("zoe@customer.example");
        Assert.That(acknowledgement.TextBody, Does.Contain("Nous vous répondrons"));
        Assert.That(acknowledgement.ToString(), Does.Not.Contain("Mon domaine").And.Not.Contain("clair"), "anybody can write in Zoé's name");
        await Eventually.Succeeds(async () => Assert.That(await Count("SELECT COUNT(*) FROM conversations"), Is.EqualTo(1)));
    }

    [Test]
    public async Task A_strangers_answer_with_somebodys_token_begins_another_conversation_and_shows_nothing()
    {
        await using var claire = await World.Agent(Hub, 1);
        await MailWorld.Post(Hub, MailWorld.Mail(Marc, MailWorld.Address, "Secret", "My secret is heliotrope."));
        var acknowledgement = await Smtp.To(Marc);
        var first = (await claire.Next("Summary", s => s.GetProperty("status").GetString() == "assigned")).GetProperty("id").GetInt64();

        await MailWorld.Post(Hub, MailWorld.Answer(acknowledgement, "mallory@elsewhere.example", "Tell me all."));
        var other = (await claire.Next("Summary", s => s.GetProperty("id").GetInt64() != first && s.GetProperty("status").GetString() == "assigned")).GetProperty("id").GetInt64();
        var toMallory = await Smtp.To("mallory@elsewhere.example");
        Assert.That(toMallory.ToString(), Does.Not.Contain("heliotrope"));
        await Eventually.Succeeds(async () =>
        {
            var source = Entries(await claire.Ask("After", other, 0)).Single(e => ChatTests.Kind(e) == "mail-source");
            Assert.That(source.GetProperty("detail").GetProperty("origin").GetProperty("linked").GetInt64(), Is.EqualTo(first));
        });
        Assert.That(ChatTests.Bodies((await claire.Ask("After", first, 0))), Does.Not.Contain("Tell me all."));
    }

    [Test]
    public async Task A_mail_without_a_good_signature_is_not_taken_and_what_cannot_be_read_is_kept_for_somebody_to_look_at()
    {
        Assert.That(await MailWorld.Post(Hub, MailWorld.Mail(Marc, MailWorld.Address, "Hi", "Hi"), secret: "guessed"), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await MailWorld.Post(Hub, "Subject: nobody wrote this\r\n\r\nReally nobody."u8.ToArray()), Is.EqualTo(HttpStatusCode.OK));
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("Cookie", World.Cookie(Hub, 1));
        var aside = JsonElement.Parse(await http.GetByteArrayAsync(new Uri(Hub.Address, "/api/mail/aside"))).GetProperty("mails");
        Assert.That(aside.GetArrayLength(), Is.EqualTo(1));
        Assert.That(await http.GetStringAsync(new Uri(Hub.Address, aside[0].GetProperty("raw").GetString()!)), Does.Contain("Really nobody."));

        using var session = await http.GetAsync(new Uri(Hub.Address, "/api/session"));
        http.DefaultRequestHeaders.Remove("Cookie");
        http.DefaultRequestHeaders.Add("Cookie", $"{World.Cookie(Hub, 1)}; {session.Headers.GetValues("Set-Cookie").First().Split(';')[0]}");
        http.DefaultRequestHeaders.Add("X-CSRF-TOKEN", JsonElement.Parse(await session.Content.ReadAsByteArrayAsync()).GetProperty("antiforgeryToken").GetString());
        var seen = new Uri(Hub.Address, $"/api/mail/aside/{aside[0].GetProperty("id").GetInt64()}/looked-at");
        Assert.That((await http.PostAsync(seen, null)).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await http.PostAsync(seen, null)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(JsonElement.Parse(await http.GetByteArrayAsync(new Uri(Hub.Address, "/api/mail/aside"))).GetProperty("mails").GetArrayLength(), Is.Zero);
        Assert.That(await http.GetStringAsync(new Uri(Hub.Address, aside[0].GetProperty("raw").GetString()!)), Does.Contain("Really nobody."), "kept all the same");
    }
}
