using NUnit.Framework;
using SupportHub.Integration.Realtime;
using SupportHub.Tests;

namespace SupportHub.Integration.Email;

/// <summary>What goes wrong between two mail servers: nothing is lost, and nobody answers for ever.</summary>
[OnBothEngines]
public sealed class MailFaultTests(Engine engine) : MailTest(engine)
{
    [Test]
    public async Task A_customer_of_an_international_domain_is_one_customer_in_both_writings_and_gets_mails_at_the_domains_ascii_form()
    {
        const string Unicode = "zoe@bücher.example";
        await using var customer = await World.Visitor(Hub.Address);
        var id = (await customer.Ask("Start", new { session = 5, body = "Hello" })).GetProperty("id").GetInt64();
        await customer.Ask("WriteByMail", new { conversation = id, email = Unicode });
        var acknowledgement = await Eventually.Gives(() => Smtp.Taken.FirstOrDefault());
        Assert.That(Smtp.Recipients, Is.EqualTo(new[] { "zoe@xn--bcher-kva.example" }), "the server knows no SMTPUTF8");

        foreach (var (writing, text) in new[] { (Unicode, "From one writing"), ("zoe@xn--bcher-kva.example", "From the other") })
        {
            await MailWorld.Post(Hub, MailWorld.Answer(acknowledgement, writing, text));
            await customer.Next("Entries", p => ChatTests.Bodies(p).Contains(text));
        }
        Assert.That(await Count("SELECT COUNT(*) FROM conversations"), Is.EqualTo(1));
        foreach (var writing in new[] { Unicode, "Zoe@XN--bcher-kva.example" })
            await MailWorld.Post(Hub, MailWorld.Mail(writing, MailWorld.Address, writing, $"New, from {writing}"));
        Assert.That(await Count("SELECT COUNT(*) FROM visitors WHERE mail_address IS NOT NULL"), Is.EqualTo(1));
    }

    [Test]
    public async Task An_address_that_the_server_cannot_be_told_is_refused_at_once_in_a_plain_sentence_and_reached_where_the_server_can()
    {
        const string Foreign = "zoé@customer.example";
        await using var claire = await World.Agent(Hub, 1);
        await using var customer = await World.Visitor(Hub.Address);
        var id = (await customer.Ask("Start", new { session = 5, body = "Hello" })).GetProperty("id").GetInt64();
        await claire.Next("Summary", s => s.GetProperty("id").GetInt64() == id && Text(s, "status") == "assigned");
        await customer.Ask("WriteByMail", new { conversation = id, email = Foreign });
        await Eventually.Succeeds(async () => Assert.That((await Deliveries(claire, id)).Select(d => d.State), Is.EqualTo(new[] { "refused" }), "the confirmation"));

        await Run("UPDATE agents SET language = 'fr'");
        await Hub.Get<SupportHub.Agents.AgentDirectory>().Refresh();
        var seq = (await claire.Ask("Send", new { conversation = id, session = 7, number = 1, body = "Two days.", byMail = true })).GetProperty("seq").GetInt32();
        await Eventually.Succeeds(async () => Assert.That(await Deliveries(claire, id), Does.Contain((seq, "refused"))));
        var words = await Words(claire, id);
        Assert.That(words[0], Does.StartWith("Our mail server cannot write to an address with accented letters"));
        Assert.That(words[1], Does.StartWith("Notre serveur de messagerie ne sait pas écrire à une adresse qui a des lettres accentuées"));
        Assert.That(await Count("SELECT COUNT(*) FROM outbox WHERE state = 2 AND attempts = 1"), Is.EqualTo(2), "nothing is tried again");

        Smtp.GoAway();
        Smtp.TakesUtf8 = true;
        Smtp.ComeBack();
        await claire.Ask("MailAgain", new { conversation = id, seq });
        await Eventually.Gives(() => Smtp.Taken.FirstOrDefault(m => m.TextBody!.StartsWith("Two days.", StringComparison.Ordinal)));
        Assert.That(Smtp.Recipients, Is.EqualTo(new[] { Foreign }));
    }

    [Test]
    public async Task Two_hubs_that_face_each_other_stop_after_one_mail_each()
    {
        using var theirs = await TestDatabase.Create(Engine);
        await World.Seed(theirs, capacity: 20, "Helene");
        await using var other = await InProcessHub.Start(theirs);
        await using var otherSmtp = ScriptedSmtp.Start();
        await MailWorld.Connect(other, otherSmtp.Port, address: "help@other.example");

        // Their agent, or anybody in their name, writes to us; whatever each side sends is brought to the other, until both are quiet.
        await MailWorld.Post(Hub, MailWorld.Mail("help@other.example", MailWorld.Address, "Hello", "Do you sell shoes?"));
        var ours = await Smtp.To("help@other.example");
        await MailWorld.Post(other, ours);
        await using (var connection = await other.Get<Storage.Database>().Open())
        {
            Assert.That(await Dapper.SqlMapper.QueryFirstAsync<long>(connection, "SELECT COUNT(*) FROM mails WHERE state = 2"), Is.EqualTo(1), "taken as a machine's");
            Assert.That(await Dapper.SqlMapper.QueryFirstAsync<long>(connection, "SELECT COUNT(*) FROM outbox"), Is.Zero);
        }
        Assert.That(Smtp.Taken, Has.Count.EqualTo(1));
    }
}
