using System.Net;
using System.Text.Json;
using MimeKit;
using NUnit.Framework;
using SupportHub.Agents;
using SupportHub.Conversations;
using SupportHub.Integration.Realtime;
using SupportHub.Shared;
using SupportHub.Tests;

namespace SupportHub.Integration.Email;

/// <summary>A conversation that goes on by mail, seen from a widget, a console, and a mail program.</summary>
[OnBothEngines]
public sealed class MailTests(Engine engine)
{
    private const string Marc = "marc@customer.example";
    private TestDatabase _database = null!;
    private InProcessHub _hub = null!;
    private ScriptedSmtp _smtp = null!;

    [SetUp]
    public async Task Start()
    {
        _database = await TestDatabase.Create(engine);
        await World.Seed(_database, capacity: 2, "Claire", "Helene");
        _hub = await InProcessHub.Start(_database);
        _smtp = ScriptedSmtp.Start();
        await MailWorld.Connect(_hub, _smtp.Port);
    }

    [TearDown]
    public async Task End()
    {
        await _hub.DisposeAsync();
        await _smtp.DisposeAsync();
        _database.Dispose();
    }

    [Test]
    public async Task Who_waits_asks_for_the_answer_by_mail_gets_it_there_and_answers_from_a_mail_program()
    {
        await using var customer = await World.Visitor(_hub.Address, language: "fr");
        var id = (await customer.Ask("Start", new { session = 5, topicId = World.Topic, body = "Mon domaine expire" })).GetProperty("id").GetInt64();
        await customer.Ask("WriteByMail", new { conversation = id, email = Marc });
        var promised = await customer.Next("Entries", p => ChatTests.Kinds(p).Contains("mailed"));
        Assert.That(ChatTests.Bodies(promised).OfType<string>().Single(), Does.StartWith("Nous vous répondrons par e-mail au plus tard"));

        var acknowledgement = await _smtp.To(Marc);
        Assert.Multiple(() =>
        {
            Assert.That(acknowledgement.TextBody, Does.Contain("au plus tard").And.Not.Contain("Mon domaine expire"), "nobody proved that the address is theirs");
            Assert.That(acknowledgement.Headers[HeaderId.AutoSubmitted], Is.EqualTo("auto-replied"));
        });

        await using var claire = await World.Agent(_hub, 1);
        await claire.Next("Summary", s => s.GetProperty("id").GetInt64() == id && s.GetProperty("status").GetString() == "assigned");
        var sent = await claire.Ask("Send", new { conversation = id, session = 7, number = 1, body = "Bonjour, il est renouvelé.", byMail = true });
        var mail = await _smtp.To(Marc, 2);
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

        Assert.That(await MailWorld.Post(_hub, MailWorld.Answer(mail, Marc, "Merci beaucoup !")), Is.EqualTo(HttpStatusCode.OK));
        var answered = await customer.Next("Entries", p => ChatTests.Bodies(p).Contains("Merci beaucoup !"));
        Assert.That(string.Join('\n', customer.Frames), Does.Not.Contain("mail-source").And.Not.Contain("delivery"));
        await Eventually.Succeeds(async () => Assert.That(Entries(await claire.Ask("After", id, 0)).Count(e => ChatTests.Kind(e) == "mail-source"), Is.EqualTo(1)));
        var source = Entries(await claire.Ask("After", id, 0)).Single(e => ChatTests.Kind(e) == "mail-source");
        Assert.That(source.GetProperty("body").GetString(), Does.Contain("il est renouvelé"), "the quotation is kept, apart");
    }

    [Test]
    public async Task The_conversation_goes_to_the_customer_once_without_what_is_internal_and_the_agent_sees_what_became_of_it()
    {
        await using var customer = await World.Visitor(_hub.Address, language: "fr");
        await using var claire = await World.Agent(_hub, 1);
        var id = (await customer.Ask("Start", new { session = 5, body = "Mon site est lent" })).GetProperty("id").GetInt64();
        await claire.Next("Summary", s => s.GetProperty("id").GetInt64() == id && s.GetProperty("status").GetString() == "assigned");
        Assert.That(await customer.Refused("SendTranscript", new { conversation = id, email = Marc }), Is.EqualTo("empty"), "nobody looked at what a stranger would be sent");
        await claire.Ask("Send", new { conversation = id, session = 7, number = 1, body = "C'est réparé." });
        await claire.Ask("Note", new { conversation = id, session = 7, number = 2, body = "A difficult one." });
        Assert.That(await customer.Refused("SendTranscript", new { conversation = id }), Is.EqualTo("no-mail"), "no address is known");
        Assert.That(await customer.Refused("SendTranscript", new { conversation = id, email = "marc" }), Is.EqualTo("address-invalid"));

        var twice = new { conversation = id, email = Marc };
        await Task.WhenAll(customer.Ask("SendTranscript", twice), customer.Ask("SendTranscript", twice));
        var mail = await _smtp.To(Marc);
        await customer.Ask("SendTranscript", twice);
        await claire.Ask("SendTranscript", new { conversation = id });
        Assert.Multiple(() =>
        {
            Assert.That(mail.Subject, Is.EqualTo("Votre conversation avec Shop"));
            Assert.That(mail.TextBody, Does.Contain("Mon site est lent").And.Contain("Claire · ").And.Contain("C'est réparé.").And.Not.Contain("difficult"));
        });
        await Eventually.Succeeds(async () => Assert.That((await Deliveries(claire, id)).Select(d => d.State), Is.EqualTo(new[] { "sent" })));
        Assert.That(_smtp.Taken, Has.Count.EqualTo(1), "asked four times, sent once");

        await claire.Ask("Send", new { conversation = id, session = 7, number = 3, body = "Bonne journée." });
        await customer.Ask("SendTranscript", twice);
        Assert.That((await _smtp.To(Marc, 2)).TextBody, Does.Contain("Bonne journée."), "something was said since");
        foreach (var name in new[] { "a", "b", "c" })
            await customer.Ask("SendTranscript", new { conversation = id, email = $"{name}@elsewhere.example" });
        Assert.That(await customer.Refused("SendTranscript", new { conversation = id, email = "d@elsewhere.example" }), Is.EqualTo("too-fast"));
        await using var stranger = await World.Visitor(_hub.Address);
        Assert.That(await stranger.Refused("SendTranscript", twice), Is.EqualTo("unknown-conversation"));
    }

    [Test]
    public async Task A_mail_that_is_due_soon_goes_from_an_agent_who_is_offline_to_a_colleague_and_both_can_read_why()
    {
        await _hub.Get<SupportHub.Sites.Hours.HoursDesk>().Save(
            1, new("Europe/Paris", null, [], [], [new(World.Topic, ChannelKind.Email, true, null, 30)]));
        await using var claire = await World.Agent(_hub, 1);
        await MailWorld.Post(_hub, MailWorld.Mail(Marc, "domaines@shop.example", "Question", "How long?"));
        var id = (await claire.Next("Summary", s => s.GetProperty("status").GetString() == "assigned")).GetProperty("id").GetInt64();
        await using var helene = await World.Agent(_hub, 2);
        await claire.Ask("SetPresence", "offline");
        await helene.Next("Summary", s => s.GetProperty("id").GetInt64() == id && s.TryGetProperty("agentId", out var agent) && agent.GetInt64() == 2);
        var entries = Entries(await claire.Ask("After", id, 0)).ToList();
        var left = entries.Single(e => ChatTests.Kind(e) == "left").GetProperty("detail");
        Assert.That((left.GetProperty("reason").GetString(), left.GetProperty("agent").GetProperty("id").GetInt64()), Is.EqualTo(("not-here", 1L)));
        Assert.That(entries.Count(e => ChatTests.Kind(e) == "mailed"), Is.EqualTo(1), "the promise stands as it was given");
    }

    [Test]
    public async Task An_agent_has_as_many_mails_to_answer_at_a_time_as_the_account_says_beside_the_chats()
    {
        await _hub.Get<AccountDesk>().Update(1, new AgentEdit("claire@example.com", "Claire", "Test", Pronoun.She, Role.Agent, 2, "en", MailCapacity: 1));
        await using var claire = await World.Agent(_hub, 1);
        await MailWorld.Post(_hub, MailWorld.Mail(Marc, MailWorld.Address, "A", "The first"));
        var first = (await claire.Next("Summary", s => Text(s, "status") == "assigned")).GetProperty("id").GetInt64();
        await MailWorld.Post(_hub, MailWorld.Mail("lea@customer.example", MailWorld.Address, "B", "The second"));
        var second = (await claire.Next("Summary", s => Text(s, "preview") == "The second")).GetProperty("id").GetInt64();

        await using var customer = await World.Visitor(_hub.Address);
        var chat = (await customer.Ask("Start", new { session = 5, body = "Hello" })).GetProperty("id").GetInt64();
        await claire.Next("Summary", s => s.GetProperty("id").GetInt64() == chat && Text(s, "status") == "assigned");
        Assert.That(_hub.Get<OpenConversations>().Find(second)!.State.AgentId, Is.Null, "a chat that came later has room");

        await claire.Ask("Send", new { conversation = first, session = 7, number = 1, body = "Done.", byMail = true });
        await claire.Next("Summary", s => s.GetProperty("id").GetInt64() == second && Text(s, "status") == "assigned");
    }

    [Test]
    public async Task A_promise_is_never_sooner_than_nine_in_ten_were_answered_lately()
    {
        const long Hour = 3600_000;
        var now = _hub.Get<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds();
        await using (var connection = await _hub.Get<Storage.Database>().Open())
            foreach (var id in Enumerable.Range(1, 20))
                await Dapper.SqlMapper.ExecuteAsync(
                    connection,
                    """
                    INSERT INTO conversations (id, site_id, visitor_id, start_session, topic_id, language, status, version, started_at) VALUES (@id, 1, @id, @id, @topic, 'fr', 2, 9, @asked);
                    INSERT INTO entries (conversation_id, seq, kind, author, body, detail, at) VALUES (@id, 1, 0, 1, 'Hello', '{"mail":{"address":"m@customer.example"}}', @asked);
                    INSERT INTO entries (conversation_id, seq, kind, author, agent_id, body, detail, at) VALUES (@id, 2, 0, 2, 1, 'Hello', '{"mail":{"address":"m@customer.example"}}', @answered);
                    INSERT INTO outbox (conversation_id, seq, kind, site_id, recipient, created_at, due_at, state) VALUES (@id, 2, 0, 1, 'm@customer.example', @answered, @answered, 1);
                    """,
                    new { id = (long)id, topic = World.Topic, asked = now - 48 * Hour, answered = now - 48 * Hour + (id <= 18 ? 1 : 9) * Hour });
        var answers = _hub.Get<SupportHub.Email.AnswerTimes>();
        await answers.Measure(CancellationToken.None);
        Assert.That(answers.Of(1, World.Topic), Is.EqualTo(new SupportHub.Shared.MeasuredAnswers(World.Topic, 540, 20)));
        Assert.That(answers.Of(1, null), Is.Null);

        await using var customer = await World.Visitor(_hub.Address);
        var started = await customer.Ask("Start", new { session = 5, topicId = World.Topic, body = "Hello", email = Marc, byMail = true });
        var mailed = Entries(started.GetProperty("entries")).Single(e => ChatTests.Kind(e) == "mailed");
        Assert.That(mailed.GetProperty("detail").GetProperty("answerBy").GetInt64() - now, Is.InRange(9 * Hour, 9 * Hour + 20 * 60_000), "not the eight hours of nobody's setting");
    }

    [Test]
    public async Task A_mail_to_an_alias_begins_a_conversation_of_its_topic_and_language_once()
    {
        await using var claire = await World.Agent(_hub, 1);
        var mail = MailWorld.Mail("Zoé Éclair <zoe@customer.example>", "domaines@shop.example", "Mon domaine", "Bonjour, comment le transférer ?");
        Assert.That(await MailWorld.Post(_hub, mail), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await MailWorld.Post(_hub, mail), Is.EqualTo(HttpStatusCode.OK), "the same again is taken, and added once");

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
        var acknowledgement = await _smtp.To("zoe@customer.example");
        Assert.That(acknowledgement.TextBody, Does.Contain("Nous vous répondrons"));
        Assert.That(acknowledgement.ToString(), Does.Not.Contain("Mon domaine").And.Not.Contain("clair"), "anybody can write in Zoé's name");
        await Eventually.Succeeds(async () => Assert.That(await Count("SELECT COUNT(*) FROM conversations"), Is.EqualTo(1)));
    }

    [Test]
    public async Task A_strangers_answer_with_somebodys_token_begins_another_conversation_and_shows_nothing()
    {
        await using var claire = await World.Agent(_hub, 1);
        await MailWorld.Post(_hub, MailWorld.Mail(Marc, MailWorld.Address, "Secret", "My secret is heliotrope."));
        var acknowledgement = await _smtp.To(Marc);
        var first = (await claire.Next("Summary", s => s.GetProperty("status").GetString() == "assigned")).GetProperty("id").GetInt64();

        await MailWorld.Post(_hub, MailWorld.Answer(acknowledgement, "mallory@elsewhere.example", "Tell me all."));
        var other = (await claire.Next("Summary", s => s.GetProperty("id").GetInt64() != first && s.GetProperty("status").GetString() == "assigned")).GetProperty("id").GetInt64();
        var toMallory = await _smtp.To("mallory@elsewhere.example");
        Assert.That(toMallory.ToString(), Does.Not.Contain("heliotrope"));
        await Eventually.Succeeds(async () =>
        {
            var source = Entries(await claire.Ask("After", other, 0)).Single(e => ChatTests.Kind(e) == "mail-source");
            Assert.That(source.GetProperty("detail").GetProperty("origin").GetProperty("linked").GetInt64(), Is.EqualTo(first));
        });
        Assert.That(ChatTests.Bodies((await claire.Ask("After", first, 0))), Does.Not.Contain("Tell me all."));
    }

    [Test]
    public async Task Mails_wait_while_the_server_is_away_go_out_in_order_and_a_refusal_is_told_in_its_own_words()
    {
        await using var claire = await World.Agent(_hub, 1);
        await MailWorld.Post(_hub, MailWorld.Mail(Marc, MailWorld.Address, "Question", "How long?"));
        await _smtp.To(Marc);
        var id = (await claire.Next("Summary", s => s.GetProperty("status").GetString() == "assigned")).GetProperty("id").GetInt64();
        _smtp.Answer = _ => "451 4.7.1 Greylisted";
        foreach (var number in new[] { 1, 2, 3 })
            await claire.Ask("Send", new { conversation = id, session = 7, number, body = $"Part {number}", byMail = true });
        await Eventually.Succeeds(async () => Assert.That((await Deliveries(claire, id)).Select(d => d.State), Does.Contain("deferred")));
        Assert.That(await Words(claire, id), Does.Contain("451 4.7.1 Greylisted"));

        _smtp.Answer = _ => "250 OK";
        await DueNow();
        await _smtp.To(Marc, 4);
        Assert.That(_smtp.Taken.Skip(1).Select(m => m.TextBody![..6]), Is.EqualTo(new[] { "Part 1", "Part 2", "Part 3" }));

        _smtp.Answer = _ => "552 5.2.2 Mailbox full";
        var refused = (await claire.Ask("Send", new { conversation = id, session = 7, number = 4, body = "Part 4", byMail = true })).GetProperty("seq").GetInt32();
        await Eventually.Succeeds(async () => Assert.That(await Deliveries(claire, id), Does.Contain((refused, "refused"))));
        Assert.That(await Words(claire, id), Does.Contain("552 5.2.2 Mailbox full"));
        _smtp.Answer = _ => "250 OK";
        await claire.Ask("MailAgain", new { conversation = id, seq = refused });
        Assert.That((await _smtp.To(Marc, 5)).TextBody, Does.StartWith("Part 4"));
    }

    [Test]
    public async Task A_line_that_dies_after_the_mail_was_taken_gives_the_same_mail_twice_and_one_sent_on_the_timeline()
    {
        await using var claire = await World.Agent(_hub, 1);
        await MailWorld.Post(_hub, MailWorld.Mail(Marc, MailWorld.Address, "Question", "How long?"));
        await _smtp.To(Marc);
        var id = (await claire.Next("Summary", s => s.GetProperty("status").GetString() == "assigned")).GetProperty("id").GetInt64();
        _smtp.DiesAfterTaking = true;
        await claire.Ask("Send", new { conversation = id, session = 7, number = 1, body = "Two days.", byMail = true });
        var first = await _smtp.To(Marc, 2);
        await Eventually.Succeeds(async () => Assert.That((await Deliveries(claire, id)).Select(d => d.State), Does.Contain("deferred")));
        _smtp.DiesAfterTaking = false;
        await DueNow();
        Assert.That((await _smtp.To(Marc, 3)).MessageId, Is.EqualTo(first.MessageId));
        await Eventually.Succeeds(async () => Assert.That((await Deliveries(claire, id)).Count(d => d.State == "sent"), Is.EqualTo(1)));
    }

    [Test]
    public async Task A_bounce_and_an_absence_notice_are_told_to_the_agent_and_answered_by_nobody()
    {
        await using var claire = await World.Agent(_hub, 1);
        await MailWorld.Post(_hub, MailWorld.Mail(Marc, MailWorld.Address, "Question", "How long?"));
        var id = (await claire.Next("Summary", s => s.GetProperty("status").GetString() == "assigned")).GetProperty("id").GetInt64();
        var seq = (await claire.Ask("Send", new { conversation = id, session = 7, number = 1, body = "Two days.", byMail = true })).GetProperty("seq").GetInt32();
        var mail = await _smtp.To(Marc, 2);

        var absence = MailWorld.Answer(mail, Marc, "I am away until Monday.");
        absence.Headers.Add(HeaderId.AutoSubmitted, "auto-replied");
        await MailWorld.Post(_hub, absence);
        await MailWorld.Post(_hub, Bounce(mail));
        await Eventually.Succeeds(async () => Assert.That(
            await Deliveries(claire, id), Does.Contain((seq, "auto-replied")).And.Contain((seq, "bounced"))));
        var entries = await claire.Ask("After", id, 0);
        Assert.That(ChatTests.Bodies(entries).OfType<string>().Count(b => b.StartsWith("I am away", StringComparison.Ordinal)), Is.EqualTo(1), "once, as a report, not as the customer's words");
        Assert.That(Entries(entries).Where(e => ChatTests.Kind(e) == "message").Select(e => e.GetProperty("body").GetString()), Is.EqualTo(new[] { "How long?", "Two days." }));
        Assert.That(_smtp.Taken, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_mail_without_a_good_signature_is_not_taken_and_what_cannot_be_read_is_kept_for_somebody_to_look_at()
    {
        Assert.That(await MailWorld.Post(_hub, MailWorld.Mail(Marc, MailWorld.Address, "Hi", "Hi"), secret: "guessed"), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await MailWorld.Post(_hub, "Subject: nobody wrote this\r\n\r\nReally nobody."u8.ToArray()), Is.EqualTo(HttpStatusCode.OK));
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("Cookie", World.Cookie(_hub, 1));
        var aside = JsonElement.Parse(await http.GetByteArrayAsync(new Uri(_hub.Address, "/api/mail/aside"))).GetProperty("mails");
        Assert.That(aside.GetArrayLength(), Is.EqualTo(1));
        Assert.That(await http.GetStringAsync(new Uri(_hub.Address, aside[0].GetProperty("raw").GetString()!)), Does.Contain("Really nobody."));

        using var session = await http.GetAsync(new Uri(_hub.Address, "/api/session"));
        http.DefaultRequestHeaders.Remove("Cookie");
        http.DefaultRequestHeaders.Add("Cookie", $"{World.Cookie(_hub, 1)}; {session.Headers.GetValues("Set-Cookie").First().Split(';')[0]}");
        http.DefaultRequestHeaders.Add("X-CSRF-TOKEN", JsonElement.Parse(await session.Content.ReadAsByteArrayAsync()).GetProperty("antiforgeryToken").GetString());
        var seen = new Uri(_hub.Address, $"/api/mail/aside/{aside[0].GetProperty("id").GetInt64()}/looked-at");
        Assert.That((await http.PostAsync(seen, null)).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await http.PostAsync(seen, null)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(JsonElement.Parse(await http.GetByteArrayAsync(new Uri(_hub.Address, "/api/mail/aside"))).GetProperty("mails").GetArrayLength(), Is.Zero);
        Assert.That(await http.GetStringAsync(new Uri(_hub.Address, aside[0].GetProperty("raw").GetString()!)), Does.Contain("Really nobody."), "kept all the same");
    }

    [Test]
    public async Task Line_breaks_in_names_subjects_and_addresses_stay_where_they_are()
    {
        await using var customer = await World.Visitor(_hub.Address);
        var start = new { session = 5, body = "Hello", name = "Eve\r\nBcc: all@elsewhere.example", email = "eve@customer.example", byMail = true };
        await customer.Ask("Start", start);
        var mail = await _smtp.To("eve@customer.example");
        Assert.That(mail.Bcc, Is.Empty);
        Assert.That(mail.Headers.Count(h => h.Id == HeaderId.To), Is.EqualTo(1));
        await using var other = await World.Visitor(_hub.Address);
        Assert.That(await other.Refused("Start", new { session = 6, body = "Hello", email = "eve@customer.example\r\nBcc: all@elsewhere.example", byMail = true }), Is.EqualTo("address-invalid"));
    }

    private static MimeMessage Bounce(MimeMessage of)
    {
        var report = new MultipartReport("delivery-status") { new TextPart("plain") { Text = "It could not be delivered." } };
        var status = new MessageDeliveryStatus();
        status.StatusGroups.Add(new HeaderList { { "Reporting-MTA", "dns; mx.customer.example" } });
        status.StatusGroups.Add(new HeaderList { { "Final-Recipient", $"rfc822; {Marc}" }, { "Action", "failed" }, { "Status", "5.1.1" }, { "Diagnostic-Code", "smtp; 550 5.1.1 No such user" } });
        report.Add(status);
        report.Add(new MessagePart("rfc822") { Message = of });
        var bounce = new MimeMessage { Subject = "Undelivered Mail Returned to Sender", Body = report, MessageId = "bounce1@mx.customer.example" };
        bounce.From.Add(MailboxAddress.Parse("MAILER-DAEMON@mx.customer.example"));
        bounce.To.Add(MailboxAddress.Parse(MailWorld.Address));
        return bounce;
    }

    private static IEnumerable<JsonElement> Entries(JsonElement page) => page.GetProperty("entries").EnumerateArray();

    private static async Task<List<(int Of, string State)>> Deliveries(RawSignalR agent, long id) =>
        [.. Entries(await agent.Ask("After", id, 0)).Where(e => ChatTests.Kind(e) == "delivery")
            .Select(e => e.GetProperty("detail").GetProperty("delivery")).Select(d => (d.GetProperty("of").GetInt32(), d.GetProperty("state").GetString()!))];

    private static async Task<List<string?>> Words(RawSignalR agent, long id) =>
        [.. Entries(await agent.Ask("After", id, 0)).Where(e => ChatTests.Kind(e) == "delivery" && e.TryGetProperty("body", out _)).Select(e => e.GetProperty("body").GetString())];

    private async Task<long> Count(string sql)
    {
        await using var connection = await _hub.Get<Storage.Database>().Open();
        return await Dapper.SqlMapper.QueryFirstAsync<long>(connection, sql);
    }

    private async Task DueNow()
    {
        await using var connection = await _hub.Get<Storage.Database>().Open();
        await Dapper.SqlMapper.ExecuteAsync(connection, "UPDATE outbox SET due_at = 0 WHERE state = 0");
    }

    private static string? Text(JsonElement summary, string name) => summary.TryGetProperty(name, out var value) ? value.GetString() : null;
}
