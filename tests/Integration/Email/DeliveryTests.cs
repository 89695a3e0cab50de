using MimeKit;
using NUnit.Framework;
using SupportHub.Integration.Realtime;
using SupportHub.Tests;

namespace SupportHub.Integration.Email;

/// <summary>What becomes of the mails that go out, as the agent sees it.</summary>
[OnBothEngines]
public sealed class DeliveryTests(Engine engine) : MailTest(engine)
{
    [Test]
    public async Task Mails_wait_while_the_server_is_away_go_out_in_order_and_a_refusal_is_told_in_its_own_words()
    {
        await using var claire = await World.Agent(Hub, 1);
        await MailWorld.Post(Hub, MailWorld.Mail(Marc, MailWorld.Address, "Question", "How long?"));
        await Smtp.To(Marc);
        var id = (await claire.Next("Summary", s => s.GetProperty("status").GetString() == "assigned")).GetProperty("id").GetInt64();
        Smtp.Answer = _ => "451 4.7.1 Greylisted";
        foreach (var number in new[] { 1, 2, 3 })
            await claire.Ask("Send", new { conversation = id, session = 7, number, body = $"Part {number}", byMail = true });
        await Eventually.Succeeds(async () => Assert.That((await Deliveries(claire, id)).Select(d => d.State), Does.Contain("deferred")));
        Assert.That(await Words(claire, id), Does.Contain("451 4.7.1 Greylisted"));

        Smtp.Answer = _ => "250 OK";
        await DueNow();
        Assert.That((await Smtp.To(Marc, 2)).TextBody!.ReplaceLineEndings("\n"), Does.StartWith("Part 1\n\nPart 2\n\nPart 3\n\n-- \n"));

        Smtp.Answer = _ => "552 5.2.2 Mailbox full";
        var refused = (await claire.Ask("Send", new { conversation = id, session = 7, number = 4, body = "Part 4", byMail = true })).GetProperty("seq").GetInt32();
        await Eventually.Succeeds(async () => Assert.That(await Deliveries(claire, id), Does.Contain((refused, "refused"))));
        Assert.That(await Words(claire, id), Does.Contain("552 5.2.2 Mailbox full"));
        Smtp.Answer = _ => "250 OK";
        await claire.Ask("MailAgain", new { conversation = id, seq = refused });
        Assert.That((await Smtp.To(Marc, 3)).TextBody, Does.StartWith("Part 4"));
    }

    [Test]
    public async Task A_line_that_dies_after_the_mail_was_taken_gives_the_same_mail_twice_and_one_sent_on_the_timeline()
    {
        await using var claire = await World.Agent(Hub, 1);
        await MailWorld.Post(Hub, MailWorld.Mail(Marc, MailWorld.Address, "Question", "How long?"));
        await Smtp.To(Marc);
        var id = (await claire.Next("Summary", s => s.GetProperty("status").GetString() == "assigned")).GetProperty("id").GetInt64();
        Smtp.DiesAfterTaking = true;
        await claire.Ask("Send", new { conversation = id, session = 7, number = 1, body = "Two days.", byMail = true });
        var first = await Smtp.To(Marc, 2);
        await Eventually.Succeeds(async () => Assert.That((await Deliveries(claire, id)).Select(d => d.State), Does.Contain("deferred")));
        Smtp.DiesAfterTaking = false;
        await DueNow();
        Assert.That((await Smtp.To(Marc, 3)).MessageId, Is.EqualTo(first.MessageId));
        await Eventually.Succeeds(async () => Assert.That((await Deliveries(claire, id)).Count(d => d.State == "sent"), Is.EqualTo(1)));
    }

    [Test]
    public async Task A_bounce_and_an_absence_notice_are_told_to_the_agent_and_answered_by_nobody()
    {
        await using var claire = await World.Agent(Hub, 1);
        await MailWorld.Post(Hub, MailWorld.Mail(Marc, MailWorld.Address, "Question", "How long?"));
        var id = (await claire.Next("Summary", s => s.GetProperty("status").GetString() == "assigned")).GetProperty("id").GetInt64();
        var seq = (await claire.Ask("Send", new { conversation = id, session = 7, number = 1, body = "Two days.", byMail = true })).GetProperty("seq").GetInt32();
        var mail = await Smtp.To(Marc, 2);

        var absence = MailWorld.Answer(mail, Marc, "I am away until Monday.");
        absence.Headers.Add(HeaderId.AutoSubmitted, "auto-replied");
        await MailWorld.Post(Hub, absence);
        await MailWorld.Post(Hub, MailWorld.Bounce(mail, Marc));
        await Eventually.Succeeds(async () => Assert.That(
            await Deliveries(claire, id), Does.Contain((seq, "auto-replied")).And.Contain((seq, "bounced"))));
        var entries = await claire.Ask("After", id, 0);
        Assert.That(ChatTests.Bodies(entries).OfType<string>().Count(b => b.StartsWith("I am away", StringComparison.Ordinal)), Is.EqualTo(1), "once, as a report, not as the customer's words");
        Assert.That(Entries(entries).Where(e => ChatTests.Kind(e) == "message").Select(e => e.GetProperty("body").GetString()), Is.EqualTo(new[] { "How long?", "Two days." }));
        Assert.That(Smtp.Taken, Has.Count.EqualTo(2));
    }
}
