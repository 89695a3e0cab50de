using System.Text.Json;
using NUnit.Framework;
using SupportHub.Agents;
using SupportHub.Callbacks.Asking;
using SupportHub.Conversations;
using SupportHub.Integration.Email;
using SupportHub.Shared;
using SupportHub.Tests;

namespace SupportHub.Integration.Callbacks;

/// <summary>"I will call": a time that an agent has booked is that agent's own, and never the customer's loss.</summary>
[OnBothEngines]
public sealed class OwnCallTests(Engine engine) : CallWorld(engine)
{
    private const long Minute = 60_000;
    private static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    [Test]
    public async Task At_its_time_it_rings_at_its_agent_however_many_chats_there_are_and_nobody_else()
    {
        await using var smtp = ScriptedSmtp.Start();
        await MailWorld.Connect(Hub, smtp.Port);
        await using var claire = await World.Agent(Hub, 1);
        await using var lucie = await World.Visitor(Hub.Address);
        var id = await Reached(claire, lucie);
        await lucie.Ask("Introduce", new { conversation = id, email = "lucie@customer.example" });
        for (var chat = 0; chat < 2; chat++)
        {
            await using var other = await World.Visitor(Hub.Address);
            await Asks(other);
            await Sees(other, "joined");
        }

        await claire.Ask("CallAgain", new { conversation = id, at = Now + 4000 });
        await using var third = await World.Visitor(Hub.Address);
        await Asks(third);
        await Sees(third, "joined");
        await using var arnaud = await World.Agent(Hub, 2);
        var wanted = await Booked(lucie);
        Assert.That(wanted.GetProperty("detail").GetProperty("agent").GetProperty("firstName").GetString(), Is.EqualTo("Claire"));
        Assert.That((await smtp.To("lucie@customer.example")).TextBody, Does.Contain("Claire or a colleague calls"));
        var booked = await claire.Next("Summary", p => p.TryGetProperty("callBy", out _));
        Assert.That(booked.GetProperty("callBy").GetInt64(), Is.EqualTo(1));

        await Accepts(claire, 1);
        await PicksUp(1);
        await Phones.Do(Lucie, "pick-up");
        await Phones.Do(Lucie, "hang-up");
        await Eventually.Succeeds(() =>
        {
            Assert.That((Row(id).Called, Row(id).AgentId, Row(id).CallBy), Is.EqualTo(((CallOutcome?)CallOutcome.Reached, (long?)1, (long?)null)));
            return Task.CompletedTask;
        });
        Assert.That(await Offered(id), Has.None.EqualTo("Arnaud"));
    }

    [Test]
    public async Task Who_declines_it_leaves_it_to_a_colleague_and_the_customer_reads_who_calls_and_why()
    {
        await using var claire = await World.Agent(Hub, 1);
        await using var lucie = await World.Visitor(Hub.Address);
        var id = await Reached(claire, lucie);
        await using var arnaud = await World.Agent(Hub, 2);
        await claire.Ask("CallAgain", new { conversation = id, at = Now + 1500 });
        await claire.Ask("Decline", new { conversation = await Rings(claire, 1) });

        Assert.That(await Hold(lucie), Does.Contain("It will now be Arnaud who calls you: Claire is not free at the moment."));
        await Accepts(arnaud, 2);
        await PicksUp(2);
        await Phones.Do(Lucie, "pick-up");
        await Eventually.Succeeds(() =>
        {
            Assert.That((Row(id).CallPhase, Row(id).AgentId, Row(id).CallBy), Is.EqualTo(((CallPhase?)CallPhase.Talking, (long?)2, (long?)null)));
            return Task.CompletedTask;
        });
    }

    [Test]
    public async Task Whose_agent_is_away_is_called_by_a_colleague_in_time()
    {
        await using var claire = await World.Agent(Hub, 1);
        await using var lucie = await World.Visitor(Hub.Address);
        var id = await Reached(claire, lucie);
        await using var arnaud = await World.Agent(Hub, 2);
        await claire.Ask("CallAgain", new { conversation = id, at = Now + 1500 });
        await claire.Ask("SetPresence", "away");

        Assert.That(await Hold(lucie), Does.Contain("It will now be Arnaud who calls you: Claire had to step away."));
        await Accepts(arnaud, 2);
        Assert.That(Row(id).AgentId, Is.EqualTo(2));
    }

    [Test]
    public async Task Two_times_of_one_agent_never_overlap_and_colleagues_may_have_theirs()
    {
        var slots = Hub.Get<CallSlots>();
        var at = Now + 60 * Minute;
        CallSlot Own(long conversation, long agent, long minutes) => new(1, conversation, at + minutes * Minute, at + (minutes + 20) * Minute, agent);

        var both = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => slots.Book(Own(i, 1, i * 3), 5, Now)));
        Assert.That(both.Count(booked => booked), Is.EqualTo(1), "at the same moment");
        Assert.That(await slots.Book(Own(7, 2, 3), 5, Now));
        Assert.That(await slots.Book(Own(8, 1, 60), 5, Now), "later");
        Assert.That(await slots.Book(Own(8, 1, 75), 5, Now), "the same conversation's other time");
        Assert.That(await slots.Book(Own(9, 1, 56), 5, Now), Is.False, "into it");
        Assert.That(await slots.Book(Own(9, 1, 55), 5, Now), "up to it");
    }

    [Test]
    public async Task A_booked_time_that_is_handed_over_is_the_colleagues_and_takes_its_place_there()
    {
        await using var claire = await World.Agent(Hub, 1);
        await using var lucie = await World.Visitor(Hub.Address);
        var id = await Reached(claire, lucie);
        var at = Now + 60 * Minute;
        await claire.Ask("CallAgain", new { conversation = id, at, mine = false });
        var people = Hub.Get<AgentDirectory>();
        await Hub.Get<Journal>().Submit(id, new Command.HandOver(Author.Agent(1), people.Find(1)!.ToPerson(), people.Find(2)!.ToPerson(), null, null, "He knows it.", MayOverrule: true));

        Assert.That((Row(id).Status, Row(id).CallAt, Row(id).CallBy), Is.EqualTo((ConversationStatus.Waiting, (long?)at, (long?)2)));
        Assert.That(await Hub.Get<CallSlots>().Book(new CallSlot(1, 99, at + Minute, at + 21 * Minute, 2), 5, Now), Is.False, "his own time is taken");
    }

    [Test]
    public async Task Without_a_phone_the_time_is_left_to_colleagues()
    {
        await using var claire = await World.Agent(Hub, 1);
        await using var lucie = await World.Visitor(Hub.Address);
        var id = await Reached(claire, lucie);
        await Connect(l => l with { Phones = [new AgentPhone(1, null), new AgentPhone(2, PhoneOf(2))] });
        Assert.That(Code(await claire.Invoke("CallAgain", new { conversation = id, at = Now + 60 * Minute })), Is.EqualTo("no-calls"));
        await claire.Ask("CallAgain", new { conversation = id, at = Now + 60 * Minute, mine = false });
        Assert.That((Row(id).CallBy, Row(id).ReservedId), Is.EqualTo(((long?)null, (long?)null)));
    }

    private static async Task<JsonElement> Booked(RawSignalR visitor)
    {
        var push = await visitor.Next("Entries", p => p.GetProperty("entries").EnumerateArray().Any(IsBooked));
        return push.GetProperty("entries").EnumerateArray().First(IsBooked);

        static bool IsBooked(JsonElement entry) => entry.GetProperty("kind").GetString() == "call-wanted" && entry.GetProperty("detail").GetProperty("call").TryGetProperty("at", out _);
    }

    private static async Task<string?> Hold(RawSignalR visitor)
    {
        var push = await visitor.Next("Entries", p => p.GetProperty("entries").EnumerateArray().Any(IsRenamed));
        return push.GetProperty("entries").EnumerateArray().First(IsRenamed).GetProperty("body").GetString();

        static bool IsRenamed(JsonElement entry) => entry.GetProperty("kind").GetString() == "hold" && entry.GetProperty("detail").GetProperty("hold").GetString() is "renamed" or "answered-by-other";
    }

    private async Task<IReadOnlyList<string?>> Offered(long id) =>
        [.. (await Hub.Get<Timeline>().After(id, 0, publicOnly: false)).Entries.Where(e => e.Kind == EntryKind.Offered).Select(e => e.Detail?.Agent?.FirstName)];

    private Conversation Row(long id) => Hub.Get<OpenConversations>().Find(id)!.State;
}
