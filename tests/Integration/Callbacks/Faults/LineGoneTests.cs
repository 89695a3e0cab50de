using NUnit.Framework;
using SupportHub.Callbacks.Calling;
using SupportHub.Callbacks.Lines;
using SupportHub.Conversations;
using SupportHub.Shared;
using SupportHub.Tests;

namespace SupportHub.Integration.Callbacks.Faults;

/// <summary>The site's telephone account goes, or its token is another one, while calls are under way: they end, told as what they are, and no phone rings twice for one attempt.</summary>
[OnBothEngines]
public sealed class LineGoneTests(Engine engine) : OneCallWorld(engine)
{
    [TestCase("removed")]
    [TestCase("another token")]
    public async Task Of_a_call_that_rang_nobody_says_that_it_failed_and_its_agent_decides(string how)
    {
        await Accepts(Agent, 1);
        await Phones.Sees(PhoneOf(1), "Ringing");
        await Eventually.Succeeds(async () => Assert.That((await Attempt())!.Known.AgentSid, Is.Not.Null));
        if (how == "removed")
        {
            Assert.That(Hub.Get<LineDesk>().Read(1).Value!.UnderWay, Is.EqualTo(1), "which is said before");
            await Hub.Get<LineDesk>().Remove(1);
        }
        else
            await Connect(l => l with { AuthToken = "not the one between us" });
        await Phones.Do(PhoneOf(1), "decline");

        await Passes(() => Assert.That(Row.Calling, Is.False));
        Assert.That((await Sees(Customer, "called")).GetProperty("detail").GetProperty("call").GetProperty("outcome").GetString(), Is.EqualTo("unknown"));
        Assert.That((Row.Status, Row.AgentId, Row.Called, Row.Channel), Is.EqualTo((ConversationStatus.Assigned, (long?)1, (CallOutcome?)CallOutcome.Unknown, ChannelKind.Chat)));
        Assert.That(Calls, Has.Count.EqualTo(1), "no phone rings again by itself");
        await Eventually.Succeeds(async () => Assert.That((await Attempt())!.LookAt, Is.Null, "and nobody looks any more"));

        await Agent.Ask("CorrectCall", new { conversation = Id, outcome = "no-answer" });
        await Connect(l => l);
        await Agent.Ask("CallAgain", new { conversation = Id });
        await PicksUp(1);
        await Phones.Do(Lucie, "pick-up");
        await Phones.Do(Lucie, "hang-up");
        await Agent.Next("Summary", p => p.TryGetProperty("called", out var called) && called.GetString() == "reached");
    }

    [Test]
    public async Task Who_was_heard_to_talk_was_reached()
    {
        await Accepts(Agent, 1);
        await PicksUp(1);
        await Phones.Do(Lucie, "pick-up");
        await Agent.Next("Summary", p => p.TryGetProperty("callPhase", out var phase) && phase.GetString() == "talking");
        await Hub.Get<LineDesk>().Remove(1);
        await Phones.Do(Lucie, "hang-up");

        await Passes(() => Assert.That(Row.Calling, Is.False));
        Assert.That((Row.AgentId, Row.Called), Is.EqualTo(((long?)1, (CallOutcome?)CallOutcome.Reached)));
    }

    [Test]
    public async Task Whoever_is_taken_afterwards_is_told_that_there_is_no_call_and_keeps_the_agent()
    {
        Assert.That(Hub.Get<LineDesk>().Read(1).Value!.Wanted, Is.EqualTo(1));
        await Hub.Get<LineDesk>().Remove(1);
        await Accepts(Agent, 1);
        Assert.That((await Sees(Customer, "called")).GetProperty("detail").GetProperty("call").GetProperty("outcome").GetString(), Is.EqualTo("failed"));
        Assert.That((Row.Status, Row.AgentId, Row.Calling), Is.EqualTo((ConversationStatus.Assigned, (long?)1, false)));
        Assert.That((await Timeline()).Last(e => e.Kind == EntryKind.CallProgress).Body, Does.Contain("no longer connected"));
        Assert.That(Calls, Is.Empty);
    }

    private Task<StoredAttempt?> Attempt() => Hub.Get<AttemptSql>().Find(Id, 1);
}
