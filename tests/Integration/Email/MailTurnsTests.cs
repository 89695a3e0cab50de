using NUnit.Framework;
using SupportHub.Agents;
using SupportHub.Conversations;
using SupportHub.Integration.Realtime;
using SupportHub.Shared;
using SupportHub.Sites.Hours;
using SupportHub.Tests;

namespace SupportHub.Integration.Email;

/// <summary>Which agent answers a mail, and when it goes to another.</summary>
[OnBothEngines]
public sealed class MailTurnsTests(Engine engine) : MailTest(engine)
{
    protected override int Capacity => 2;

    protected override string[] Agents => ["Claire", "Helene"];

    [Test]
    public async Task A_mail_that_is_due_soon_goes_from_an_agent_who_is_offline_to_a_colleague_and_both_can_read_why()
    {
        await Hub.Get<HoursDesk>().Save(
            1, new("Europe/Paris", null, [], [], [new(World.Topic, ChannelKind.Email, true, null, 30)]));
        await using var claire = await World.Agent(Hub, 1);
        await MailWorld.Post(Hub, MailWorld.Mail(Marc, "domaines@shop.example", "Question", "How long?"));
        var id = (await claire.Next("Summary", s => s.GetProperty("status").GetString() == "assigned")).GetProperty("id").GetInt64();
        await using var helene = await World.Agent(Hub, 2);
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
        await Hub.Get<AccountDesk>().Update(1, new AgentEdit("claire@example.com", "Claire", "Test", Pronoun.She, Role.Agent, 2, "en", MailCapacity: 1));
        await using var claire = await World.Agent(Hub, 1);
        await MailWorld.Post(Hub, MailWorld.Mail(Marc, MailWorld.Address, "A", "The first"));
        var first = (await claire.Next("Summary", s => Text(s, "status") == "assigned")).GetProperty("id").GetInt64();
        await MailWorld.Post(Hub, MailWorld.Mail("lea@customer.example", MailWorld.Address, "B", "The second"));
        var second = (await claire.Next("Summary", s => Text(s, "preview") == "The second")).GetProperty("id").GetInt64();

        await using var customer = await World.Visitor(Hub.Address);
        var chat = (await customer.Ask("Start", new { session = 5, body = "Hello" })).GetProperty("id").GetInt64();
        await claire.Next("Summary", s => s.GetProperty("id").GetInt64() == chat && Text(s, "status") == "assigned");
        Assert.That(Hub.Get<OpenConversations>().Find(second)!.State.AgentId, Is.Null, "a chat that came later has room");

        await claire.Ask("Send", new { conversation = first, session = 7, number = 1, body = "Done.", byMail = true });
        await claire.Next("Summary", s => s.GetProperty("id").GetInt64() == second && Text(s, "status") == "assigned");
    }
}
