using NUnit.Framework;
using SupportHub.Callbacks.Calling;
using SupportHub.Shared;
using SupportHub.Tests;

namespace SupportHub.Integration.Callbacks.Faults;

/// <summary>
/// The hub dies at every step of an attempt, as a machine without power dies, and is started again: the phone rang once for an attempt, the customer is not
/// forgotten, and the timeline tells what happened.
/// </summary>
[OnBothEngines]
public sealed class KilledTests(Engine engine) : KilledWorld(engine)
{
    [Test]
    public async Task Before_the_order_reaches_the_network_it_is_tried_again_later()
    {
        var kept = ToNetwork.KeepAsked(e => e.Orders);
        await Accepts();
        await kept;
        await Kill();

        await StartAgain();
        await InTime(async () => Assert.That((await Row()).Calling, Is.False));
        await WaitsForTheNextTry("failed");
        Dialled(agent: 0, customer: 0);
    }

    [Test]
    public async Task While_the_network_is_searched_it_is_searched_again()
    {
        var ordered = ToNetwork.KeepAsked(e => e.Orders);
        await Accepts();
        await ordered;
        await Kill();
        await StartAgain();
        var searched = ToNetwork.KeepAsked(e => e.Searches);
        await InTime(() => searched.IsCompleted ? Task.CompletedTask : throw new TimeoutException("It is not searched."));
        await Kill();

        await StartAgain();
        await InTime(async () => Assert.That((await Row()).Calling, Is.False));
        await WaitsForTheNextTry("failed");
        Dialled(agent: 0, customer: 0);
    }

    [Test]
    public async Task While_the_answer_to_the_order_is_on_its_way_the_call_goes_on()
    {
        await KilledWithTheAnswerOnItsWay();
        await StartAgain();
        await PicksUp();
        await Talks();
    }

    [Test]
    public async Task While_the_answer_is_on_its_way_and_the_agent_declines_meanwhile_somebody_is_asked_again()
    {
        await KilledWithTheAnswerOnItsWay();
        await Phones.Do(Claire, "decline");
        await Phones.Sees(Claire, "declined");
        await StartAgain();
        await IsOfferedAgain("agent-missed");
        Dialled(agent: 1, customer: 0);
    }

    [Test]
    public async Task After_the_answer_and_before_it_is_saved_the_call_goes_on()
    {
        await Refuse("UPDATE", "call_attempts", "NEW.facts LIKE '%AgentSid%'");
        await Accepts();
        await Logs("Calls could not be looked at");
        await Kill();

        await StartAgain();
        await PicksUp();
        await Talks();
    }

    [Test]
    public async Task While_the_agents_phone_rings_it_goes_on_ringing()
    {
        await Accepts();
        await Phones.Sees(Claire, "Ringing");
        await Kill();
        await StartAgain();
        await PicksUp();
        await Talks();
    }

    [Test]
    public async Task While_the_agents_phone_rings_and_it_is_picked_up_meanwhile_somebody_is_asked_again()
    {
        await Accepts();
        await Phones.Sees(Claire, "Ringing");
        await Kill();
        await Phones.Do(Claire, "pick-up");
        await Phones.Sees(Claire, "an application error has occurred");
        await StartAgain();
        await IsOfferedAgain("agent-missed");
        Dialled(agent: 1, customer: 0);
    }

    [Test]
    public async Task Between_the_agents_key_and_the_customers_phone_somebody_is_asked_again()
    {
        await Accepts();
        var pressed = ToHub.KeepAnswered(e => e.IsHook(CallHooks.Key));
        await PicksUp();
        await pressed;
        await Kill();

        await StartAgain();
        await IsOfferedAgain("agent-missed");
        Dialled(agent: 1, customer: 0);
        await Agent.Ask("Accept", Conversation);
        await PicksUp();
        await Talks(attempts: 2);
    }

    [Test]
    public async Task While_both_talk_they_go_on_talking()
    {
        await Accepts();
        await PicksUp();
        await Answers();
        await Kill();
        await StartAgain();
        await HangsUp();
    }

    [Test]
    public async Task While_both_talk_and_they_hang_up_meanwhile_it_is_known_all_the_same()
    {
        await Accepts();
        await PicksUp();
        await Answers();
        await Kill();
        await Phones.Do(Customer, "hang-up");
        await Eventually.Succeeds(() => Calls(Claire).Concat(Calls(Customer)).All(c => c.IsOver) ? Task.CompletedTask : throw new TimeoutException("Not over."));
        await StartAgain();
        await InTime(async () => Assert.That((await Row()).Calling, Is.False));
        await IsReached(1);
    }

    [Test]
    public async Task After_the_end_and_before_the_conversation_was_told_it_is_told()
    {
        await Refuse("INSERT", "entries", $"NEW.kind = {(int)EntryKind.Called}");
        await Accepts();
        await PicksUp();
        await Answers();
        await Phones.Do(Customer, "hang-up");
        await Logs("could not be put on the timeline");
        await Kill();

        await StartAgain();
        await InTime(async () => Assert.That((await Row()).Calling, Is.False));
        await IsReached(1);
    }

    [Test]
    public async Task Between_the_customers_word_that_no_call_is_wanted_and_hanging_up_it_is_hung_up()
    {
        await Accepts();
        await Phones.Sees(Claire, "Ringing");
        var hangsUp = ToNetwork.KeepAsked(e => e.Changes);
        var cancelled = Visitor.Invoke("CancelCall", Conversation);
        await hangsUp;
        await Kill();
        // Answered, where it was a report at the same moment that saw to the hanging up.
        await Task.WhenAny(cancelled);

        await StartAgain();
        await InTime(() => Phones.Sees(Claire, "The caller hung up"));
        Assert.That((await Row()).Calling, Is.False);
        Dialled(agent: 1, customer: 0);
    }

    [Test]
    public async Task Before_a_conversation_that_is_over_could_call_off_its_call_nobody_is_called()
    {
        await Accepts();
        await Phones.Sees(Claire, "Ringing");
        await Refuse("UPDATE", "call_attempts", "NEW.facts LIKE '%Cancelled%'");
        await Agent.Ask("Resolve", new { conversation = Conversation, outcome = "solved" });
        await Logs("Calls could not be looked at");
        await Kill();

        await StartAgain();
        await Eventually.Succeeds(async () =>
        {
            // Where it took long to start, it is hung up before.
            await Phones.TryDo(Claire, "pick-up");
            Assert.That(Calls(Claire).All(c => c.IsOver), "hung up");
        });
        Dialled(agent: 1, customer: 0);
    }

    private async Task KilledWithTheAnswerOnItsWay()
    {
        var kept = ToNetwork.KeepAnswered(e => e.Orders);
        // Nothing is reported either: all that is known is that it was ordered.
        ToHub.Asks = _ => Task.FromResult(false);
        await Accepts();
        await kept;
        await Kill();
    }

    private async Task Answers()
    {
        await Phones.Sees(Customer, Company);
        await Phones.Do(Customer, "pick-up");
        await Eventually.Succeeds(async () => Assert.That(await Told(), Does.Contain("talking")));
    }

    private async Task Talks(int attempts = 1)
    {
        await Answers();
        await HangsUp(attempts);
    }

    private async Task HangsUp(int attempts = 1)
    {
        await Phones.Do(Customer, "hang-up");
        await IsReached(attempts);
    }

    private async Task IsReached(int attempts)
    {
        var called = await Shows("called");
        Assert.That(called.GetProperty("detail").GetProperty("call").GetProperty("outcome").GetString(), Is.EqualTo("reached"));
        var row = await Row();
        Assert.That((row.Status, row.AgentId, row.Calling, row.CallAttempts), Is.EqualTo((ConversationStatus.Assigned, (long?)1, false, attempts)), "the agent has it");
        Assert.That((await Told())[^1], Is.EqualTo("reached"));
        Dialled(agent: attempts, customer: 1);
    }

    /// <summary>It is the customer's again, who sees until when; the agents see why.</summary>
    private async Task WaitsForTheNextTry(string outcome)
    {
        var row = await Row();
        Assert.That((row.Status, row.AgentId, row.CallAttempts), Is.EqualTo((ConversationStatus.Waiting, (long?)null, 1)));
        Assert.That(row.CallAt, Is.GreaterThan(0), "with a next try");
        Assert.That((await Told())[^1], Is.EqualTo(outcome));
        Assert.That((await Shows("queued")).GetProperty("detail").GetProperty("reason").GetString(), Is.EqualTo("call-again"));
    }

    private async Task IsOfferedAgain(string outcome)
    {
        await InTime(async () => Assert.That((await Row()).Calling, Is.False));
        Assert.That((await Told())[^1], Is.EqualTo(outcome));
        await Offered();
    }
}
