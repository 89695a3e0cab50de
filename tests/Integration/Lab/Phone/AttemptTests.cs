using NUnit.Framework;
using SupportHub.Callbacks.Attempts;
using SupportHub.Callbacks.Twilio;
using SupportHub.Tests;
using static SupportHub.Callbacks.Attempts.AttemptEvent;
using static SupportHub.Integration.Lab.Phone.PhoneWorld;

namespace SupportHub.Integration.Lab.Phone;

/// <summary>Attempts over a network that misbehaves: they end as they did, and the agent's phone rings once.</summary>
public sealed class AttemptTests
{
    private PhoneWorld _world = null!;
    private AttemptHub _hub = null!;

    [SetUp]
    public async Task Start()
    {
        _world = await PhoneWorld.Start();
        _hub = new AttemptHub(_world);
    }

    [TearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [TestCase("None")]
    [TestCase("Twice")]
    [TestCase("Backwards")]
    [TestCase("Late")]
    [TestCase("Lost")]
    public async Task A_talk_is_a_talk_however_it_is_reported(string reports)
    {
        await _world.Fault(reports: reports);
        await Connected();
        await _world.Do(Lucie, "pick-up");
        await _world.Sees(Lucie, "Talking with");
        _world.Clock.Advance(TimeSpan.FromSeconds(42));
        await _world.Do(Lucie, "hang-up");
        await Ends(AttemptOutcome.Reached);
        _world.Clock.Advance(TimeSpan.FromHours(1));
        await Ends(AttemptOutcome.Reached);
        Assert.That(_hub.Attempt.TalkSeconds, Is.EqualTo(42));
    }

    [TestCase("ErrorAfterDialling")]
    [TestCase("CutAfterDialling")]
    [TestCase("SilenceAfterDialling")]
    public async Task An_order_without_a_clear_answer_goes_on_with_the_call_that_it_made(string orders)
    {
        await _world.Fault(orders, reports: "Lost");
        await Connected();
        await _world.Do(Lucie, "decline");
        await Ends(AttemptOutcome.Busy);
    }

    [TestCase("ErrorAfterDialling")]
    [TestCase("CutAfterDialling")]
    public async Task An_order_without_a_clear_answer_is_found_although_nothing_is_reported(string orders)
    {
        await _world.Fault(orders, reports: "Lost");
        _hub.Happens(new Begin());
        await Eventually.Succeeds(() =>
        {
            Assert.That(_hub.Attempt.Phase, Is.EqualTo(AttemptPhase.AgentRinging));
            return Task.CompletedTask;
        });
        Assert.That(_hub.Asked, Has.Some.InstanceOf<AttemptStep.Reconcile>());
        await _world.Do(Claire, "decline");
        await _world.Sees(Claire, "Busy or declined");
        _hub.Happens(new Due(AttemptTimer.Quiet));
        await Ends(AttemptOutcome.AgentMissed);
    }

    [Test]
    public async Task An_order_that_failed_clearly_rings_nowhere()
    {
        await _world.Fault(orders: "TooFast");
        _hub.Happens(new Begin());
        await Ends(AttemptOutcome.Failed, calls: 0);
        Assert.That(_hub.Attempt.Trouble, Is.EqualTo(LineTrouble.TooFast));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task An_order_that_never_arrived_is_looked_for_and_then_given_up(bool dies)
    {
        _hub.DiesBeforePlacing = dies;
        await _world.Fault(orders: "Error");
        _hub.Happens(new Begin());
        await Eventually.Succeeds(() =>
        {
            _hub.Happens(new Due(AttemptTimer.Search));
            Assert.That(_hub.Attempt.Outcome, Is.EqualTo(AttemptOutcome.Failed));
            return Task.CompletedTask;
        });
        await Ends(AttemptOutcome.Failed, calls: 0);
    }

    [Test]
    public async Task Reports_that_are_lost_are_asked_for()
    {
        await _world.Fault(reports: "Lost");
        _hub.Happens(new Begin());
        await _world.Do(Claire, "decline");
        await _world.Sees(Claire, "Busy or declined");
        Assert.That(_hub.Attempt.Phase, Is.EqualTo(AttemptPhase.AgentRinging));
        _hub.Happens(new Due(AttemptTimer.Quiet));
        await Ends(AttemptOutcome.AgentMissed);
    }

    [Test]
    public async Task A_machine_hears_the_neutral_word_and_the_agent_that_it_was_one()
    {
        await _world.Habit(Lucie, "Voicemail");
        await Connected();
        await _world.Turning(TimeSpan.FromSeconds(1), async () => Assert.That(await _world.Card(Lucie), Does.Contain("Bonjour, c’est Hébergeur du Rhin")));
        await _world.Sees(Claire, "C’était un répondeur");
        await Ends(AttemptOutcome.Voicemail);
        Assert.That(await _world.Card(Lucie), Does.Not.Contain("hébergement"));
    }

    [Test]
    public async Task A_declined_call_goes_to_a_colleague()
    {
        _hub.Happens(new Begin());
        await _world.Do(Claire, "pick-up");
        await _world.Sees(Claire, "attend depuis 6 minutes.");
        await _world.Do(Claire, "key", "2");
        await _world.Sees(Claire, "un collègue s’en charge");
        await Ends(AttemptOutcome.AgentDeclined);
        Assert.That(await _world.Card(Lucie), Does.Contain("Quiet"), "the customer's phone never rang");
    }

    [Test]
    public async Task Cancelled_while_it_rings_it_rings_no_more()
    {
        _hub.Happens(new Begin());
        await _world.Sees(Claire, "Ringing");
        _hub.Happens(new Cancel());
        await _world.Sees(Claire, "The caller hung up");
        await Ends(AttemptOutcome.Cancelled);
    }

    /// <summary>As far as the customer's phone ringing, or its habit.</summary>
    private async Task Connected()
    {
        _hub.Happens(new Begin());
        await _world.Do(Claire, "pick-up");
        await _world.Sees(Claire, "Lucie, au sujet de : hébergement, attend depuis 6 minutes.");
        await _world.Do(Claire, "key", "1");
    }

    private async Task Ends(AttemptOutcome outcome, int calls = 1)
    {
        await Eventually.Succeeds(async () =>
        {
            Assert.That(_hub.Attempt.Outcome, Is.EqualTo(outcome));
            Assert.That((await _world.Calls()).Select(call => call.Status), Has.All.GreaterThanOrEqualTo(LegStatus.Completed));
        });
        Assert.That(await _world.Calls(new CallSearch(To: Claire)), Has.Count.EqualTo(calls));
        Assert.That(_hub.Asked.Count(step => step is AttemptStep.Place), Is.EqualTo(1));
    }
}
