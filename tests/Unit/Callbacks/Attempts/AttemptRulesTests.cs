using NUnit.Framework;
using SupportHub.Callbacks.Attempts;
using SupportHub.Callbacks.Calling;
using SupportHub.Callbacks.Twilio;
using static SupportHub.Callbacks.Attempts.AttemptEvent;

namespace SupportHub.Unit.Callbacks.Attempts;

public sealed class AttemptRulesTests
{
    private static readonly AttemptLimits Limits = AttemptLimits.Usual;

    /// <summary>And is looked at again, should whoever searches die.</summary>
    private static readonly AttemptStep[] Searches = [new AttemptStep.Reconcile(), new AttemptStep.Wake(AttemptTimer.Search, Limits.LooksTake)];
    private Attempt _attempt = new();

    [SetUp]
    public void Anew() => _attempt = new Attempt();

    [Test]
    public void A_call_goes_its_way()
    {
        Assert.That(_attempt.Phase, Is.EqualTo(AttemptPhase.Planned));
        Assert.That(After(new Begin()), Is.EqualTo(new AttemptStep[] { new AttemptStep.Place(), new AttemptStep.Wake(AttemptTimer.Search, Limits.OrderAnswers) }));
        Assert.That(_attempt.Phase, Is.EqualTo(AttemptPhase.Dialling), "before the request goes out");
        Phases(
            (new Placed("CA1"), AttemptPhase.AgentRinging),
            (History.A(LegStatus.Ringing), AttemptPhase.AgentRinging),
            (History.A(LegStatus.Answered), AttemptPhase.AgentAnswered),
            (new Pressed("CA1", KeyPressed.Connect), AttemptPhase.Connecting),
            (History.C(LegStatus.Initiated), AttemptPhase.CustomerRinging),
            (History.C(LegStatus.Answered), AttemptPhase.Talking));
        Assert.That(After(History.C(LegStatus.Completed, 42)), Is.EqualTo(new[] { new AttemptStep.Close(AttemptOutcome.Reached) }));
        Assert.That((_attempt.Phase, _attempt.TalkSeconds), Is.EqualTo((AttemptPhase.Ended, (int?)42)));
        Assert.That(After(History.A(LegStatus.Completed)), Is.Empty);
    }

    [Test]
    public void The_key_connects_until_the_customers_phone_is_heard_of()
    {
        Happened(new Begin(), new Placed("CA1"));
        Assert.That(_attempt.Connects, Is.False);
        Happened(new Pressed("CA1", KeyPressed.Connect));
        Assert.That(_attempt.Connects, Is.True);
        Happened(new Pressed("CA1", KeyPressed.Connect));
        Assert.That(_attempt.Connects, Is.True, "the answer was lost, and is asked for again");
        Happened(History.C(LegStatus.Initiated));
        Assert.That(_attempt.Connects, Is.False);
    }

    [Test]
    public void A_key_connects_although_the_order_was_never_answered()
    {
        Happened(new Begin(), new Unclear(), new Pressed("CA1", KeyPressed.Connect));
        Assert.That(_attempt.Connects, Is.True);
    }

    [Test]
    public void An_unclear_order_is_looked_for_a_few_times_before_it_counts_as_never_dialled()
    {
        Happened(new Begin());
        Assert.That(After(new Unclear()), Is.EqualTo(Searches));
        foreach (var pause in Limits.SearchPauses)
        {
            Assert.That(After(new NotFound()), Is.EqualTo(new[] { new AttemptStep.Wake(AttemptTimer.Search, pause) }));
            Assert.That(_attempt.Phase, Is.EqualTo(AttemptPhase.Unclear));
            Assert.That(After(new Due(AttemptTimer.Search)), Is.EqualTo(Searches));
        }
        Assert.That(After(new NotFound()), Is.EqualTo(new[] { new AttemptStep.Close(AttemptOutcome.Failed) }));
    }

    [Test]
    public void A_network_that_cannot_be_asked_is_asked_later_and_does_not_count()
    {
        Happened(new Begin(), new Unclear());
        for (var i = 0; i < 20; i++)
        {
            Assert.That(After(new OutOfReach()), Is.EqualTo(new[] { new AttemptStep.Wake(AttemptTimer.Search, Limits.NetworkAway) }));
            Happened(new Due(AttemptTimer.Search));
        }
        Assert.That(_attempt.Phase, Is.EqualTo(AttemptPhase.Unclear));
    }

    [Test]
    public void Of_what_can_never_be_learnt_nobody_says_that_it_failed()
    {
        Happened(new Begin(), new Unclear(), new OutOfReach());
        Assert.That(After(new GivenUp()), Is.EqualTo(new[] { new AttemptStep.Close(AttemptOutcome.Unknown) }));
        Assert.That((_attempt.NeedsSearch, _attempt.Phase), Is.EqualTo((false, AttemptPhase.Ended)));
        Assert.That(After(History.A(LegStatus.Ringing)), Is.EqualTo(new[] { new AttemptStep.EndCall("CA1") }), "it rings after all, and an agent has decided meanwhile");

        Anew();
        Happened(new Begin(), new Placed("CA1"), new Pressed("CA1", KeyPressed.Connect), History.C(LegStatus.Answered));
        Assert.That(After(new GivenUp()), Is.EqualTo(new[] { new AttemptStep.Close(AttemptOutcome.Reached) }), "they were heard to talk");

        Anew();
        Assert.That(After(new GivenUp()), Is.Empty, "nothing was ordered");
    }

    [Test]
    public void A_search_for_what_nobody_wants_any_more_is_given_up_as_well()
    {
        Happened(new Begin(), new Cancel(), new Unclear());
        Assert.That(_attempt.NeedsSearch);
        Assert.That(After(new GivenUp()), Is.Empty);
        Assert.That((_attempt.NeedsSearch, _attempt.Outcome), Is.EqualTo((false, (AttemptOutcome?)AttemptOutcome.Cancelled)));
    }

    [TestCase(null, 15)]
    [TestCase(3, 15)]
    [TestCase(90, 90)]
    [TestCase(86_400, 600)]
    public void A_network_that_wants_to_be_left_alone_is_for_a_while(int? wanted, int seconds)
    {
        var away = new OutOfReach(wanted is { } s ? TimeSpan.FromSeconds(s) : null);
        Happened(new Begin(), new Unclear());
        Assert.That(After(away), Is.EqualTo(new[] { new AttemptStep.Wake(AttemptTimer.Search, TimeSpan.FromSeconds(seconds)) }), "a search");
        Happened(new Placed("CA1"), new Due(AttemptTimer.Quiet));
        Assert.That(After(away), Is.EqualTo(new[] { new AttemptStep.Wake(AttemptTimer.Quiet, TimeSpan.FromSeconds(seconds)) }), "a look");
        Happened(History.A(LegStatus.Completed), new Due(AttemptTimer.Settle));
        Assert.That(After(away), Is.EqualTo(new[] { new AttemptStep.Wake(AttemptTimer.Settle, TimeSpan.FromSeconds(seconds)) }), "the last look");
    }

    [Test]
    public void Who_talks_is_given_up_last()
    {
        Assert.That(Limits.GivesUpAfter(AttemptPhase.Talking, connected: true), Is.GreaterThan(TimeSpan.FromHours(1)));
        Assert.That(Limits.GivesUpAfter(AttemptPhase.Talking, connected: false), Is.EqualTo(Limits.GivesUp), "no word comes to an account that is gone");
        Assert.That(Limits.GivesUpAfter(AttemptPhase.Unclear, connected: true), Is.EqualTo(Limits.GivesUp));
    }

    [Test]
    public void Who_placed_an_order_and_died_left_an_unclear_one()
    {
        Happened(new Begin());
        Assert.That(After(new Due(AttemptTimer.Search)), Is.EqualTo(Searches));
        Assert.That(_attempt.Phase, Is.EqualTo(AttemptPhase.Unclear));
        Happened(new Found("CA1", LegStatus.Ringing));
        Assert.That(_attempt.Phase, Is.EqualTo(AttemptPhase.AgentRinging));
    }

    [Test]
    public void A_call_that_was_given_up_and_rings_after_all_is_hung_up()
    {
        Happened(new Begin(), new Unclear(), new NotFound(), new NotFound(), new NotFound(), new NotFound());
        Assert.That(After(History.A(LegStatus.Ringing)), Is.EqualTo(new[] { new AttemptStep.EndCall("CA1") }));
        Assert.That(_attempt.Outcome, Is.EqualTo(AttemptOutcome.Failed));
    }

    [Test]
    public void A_second_call_for_the_same_attempt_is_hung_up()
    {
        Happened(new Begin(), new Placed("CA1"));
        Assert.That(After(new AgentHeard("CA9", LegStatus.Ringing)), Is.EqualTo(new[] { new AttemptStep.EndCall("CA9") }));
        Assert.That(After(new AgentHeard("CA9", LegStatus.Completed)), Is.Empty);
        Assert.That((_attempt.AgentSid, _attempt.Phase), Is.EqualTo(("CA1", AttemptPhase.AgentRinging)));
    }

    [Test]
    public void Cancelling_hangs_up_what_rings()
    {
        Happened(new Begin(), new Placed("CA1"), History.A(LegStatus.Ringing));
        Assert.That(After(new Cancel()), Is.EqualTo(new AttemptStep[] { new AttemptStep.EndCall("CA1"), new AttemptStep.Close(AttemptOutcome.Cancelled) }));
    }

    [Test]
    public void Cancelling_before_the_order_is_answered_hangs_up_as_soon_as_the_call_is_known()
    {
        Happened(new Begin());
        Assert.That(After(new Cancel()), Is.EqualTo(new[] { new AttemptStep.Close(AttemptOutcome.Cancelled) }));
        Assert.That(After(new Unclear()), Is.EqualTo(Searches), "it may ring");
        Assert.That(After(new Found("CA1", LegStatus.Ringing)), Is.EqualTo(new[] { new AttemptStep.EndCall("CA1") }));
    }

    [Test]
    public void Cancelled_before_it_began_it_never_begins()
    {
        Happened(new Cancel());
        Assert.That(After(new Begin()), Is.Empty);
    }

    [Test]
    public void Whoever_talks_is_not_cut_off_by_cancelling()
    {
        Happened(new Begin(), new Placed("CA1"), new Pressed("CA1", KeyPressed.Connect), History.C(LegStatus.Answered));
        Assert.That(After(new Cancel()), Is.Empty);
        Assert.That(_attempt.Phase, Is.EqualTo(AttemptPhase.Talking));
        Happened(History.A(LegStatus.Completed), new Cancel(), new Due(AttemptTimer.Settle), new Found("CA1", LegStatus.Completed, History.C(LegStatus.Answered)));
        Assert.That(_attempt.Outcome, Is.EqualTo(AttemptOutcome.Reached), "cancelled when it was over");
    }

    [Test]
    public void Silence_for_too_long_is_looked_into()
    {
        Happened(new Begin());
        Assert.That(After(new Placed("CA1")), Is.EqualTo(new[] { new AttemptStep.Wake(AttemptTimer.Quiet, Limits.AgentRings + Limits.ReportsLag) }));
        Assert.That(After(new Due(AttemptTimer.Quiet)), Is.EqualTo(new AttemptStep[] { new AttemptStep.Reconcile(), new AttemptStep.Wake(AttemptTimer.Quiet, Limits.AgentRings + Limits.ReportsLag) }));
        Happened(new Found("CA1", LegStatus.NoAnswer));
        Assert.That(_attempt.Outcome, Is.EqualTo(AttemptOutcome.AgentMissed));
    }

    [Test]
    public void A_talk_is_looked_at_now_and_then_for_as_long_as_it_lasts()
    {
        Happened(new Begin(), new Placed("CA1"), new Pressed("CA1", KeyPressed.Connect));
        var wake = new AttemptStep.Wake(AttemptTimer.Quiet, Limits.TalkLooks + Limits.ReportsLag);
        Assert.That(After(History.C(LegStatus.Answered)), Is.EqualTo(new[] { wake }));
        for (var i = 0; i < 30; i++)
        {
            Assert.That(After(new Due(AttemptTimer.Quiet)), Is.EqualTo(new AttemptStep[] { new AttemptStep.Reconcile(), wake }));
            Assert.That(After(new Found("CA1", LegStatus.Answered, History.C(LegStatus.Answered))), Is.Empty);
        }
        Assert.That(After(new Found("CA1", LegStatus.Completed, History.C(LegStatus.Completed, 3600))), Is.EqualTo(new[] { new AttemptStep.Close(AttemptOutcome.Reached) }));
    }

    [Test]
    public void After_the_agent_hung_up_word_of_the_customer_is_waited_for_a_moment()
    {
        Happened(new Begin(), new Placed("CA1"), new Pressed("CA1", KeyPressed.Connect), History.C(LegStatus.Answered));
        Assert.That(After(History.A(LegStatus.Completed)), Is.EqualTo(new[] { new AttemptStep.Wake(AttemptTimer.Settle, Limits.Settling) }));
        Assert.That(_attempt.Phase, Is.EqualTo(AttemptPhase.AgentGone));
        Assert.That(After(new Due(AttemptTimer.Settle)), Is.EqualTo(new AttemptStep[] { new AttemptStep.Reconcile(), new AttemptStep.Wake(AttemptTimer.Settle, Limits.LooksTake) }));
        Assert.That(After(new OutOfReach()), Is.EqualTo(new[] { new AttemptStep.Wake(AttemptTimer.Settle, Limits.NetworkAway) }));
        Assert.That(After(new Found("CA1", LegStatus.Completed, History.C(LegStatus.Answered))), Is.EqualTo(new[] { new AttemptStep.Close(AttemptOutcome.Reached) }));
        Assert.That(After(History.C(LegStatus.Completed, 42)), Is.Empty, "an hour late");
        Assert.That(_attempt.TalkSeconds, Is.EqualTo(42));
    }

    [Test]
    public void Who_has_talked_is_not_called_again_because_the_reports_were_lost()
    {
        Happened(new Begin(), new Placed("CA1"), new Pressed("CA1", KeyPressed.Connect), History.C(LegStatus.Ringing), History.A(LegStatus.Completed), new Due(AttemptTimer.Settle));
        Assert.That(_attempt.Outcome, Is.Null);
        Happened(new Found("CA1", LegStatus.Completed, History.C(LegStatus.Completed, 42)));
        Assert.That((_attempt.Outcome, _attempt.TalkSeconds), Is.EqualTo(((AttemptOutcome?)AttemptOutcome.Reached, (int?)42)));
    }

    [Test]
    public void A_customer_whom_the_network_never_dialled_was_missed_by_the_agent()
    {
        Happened(new Begin(), new Placed("CA1"), new Pressed("CA1", KeyPressed.Connect), History.A(LegStatus.Completed), new Due(AttemptTimer.Settle), new Found("CA1", LegStatus.Completed));
        Assert.That(_attempt.Outcome, Is.EqualTo(AttemptOutcome.AgentMissed));
    }

    [Test]
    public void A_machine_hears_one_neutral_word()
    {
        Happened(new Begin(), new Placed("CA1"), new Pressed("CA1", KeyPressed.Connect), History.C(LegStatus.Answered));
        var machine = new CustomerHeard("CA2", LegStatus.Unheard, AnsweredBy.Machine);
        Assert.That(After(machine), Is.EqualTo(new[] { new AttemptStep.LeaveWord("CA2") }));
        Assert.That(After(machine), Is.Empty);
        Assert.That(After(History.C(LegStatus.Completed)), Is.EqualTo(new[] { new AttemptStep.Close(AttemptOutcome.Voicemail) }));
    }

    [Test]
    public void How_long_the_network_wants_to_be_left_alone_is_stored_with_its_refusal()
    {
        Happened(new Begin(), new Refused(LineTrouble.TooFast, TimeSpan.FromMinutes(3)));
        var stored = new StoredAttempt().Knowing(_attempt).Known;
        Assert.That(stored, Is.EqualTo(_attempt));
        Assert.That(AttemptEnd.Of(stored).RetryAfter, Is.EqualTo(TimeSpan.FromMinutes(3)));
    }

    [Test]
    public void A_refused_order_keeps_its_reason()
    {
        Happened(new Begin(), new Refused(LineTrouble.CountryNotEnabled));
        Assert.That((_attempt.Outcome, _attempt.Trouble), Is.EqualTo(((AttemptOutcome?)AttemptOutcome.Failed, (LineTrouble?)LineTrouble.CountryNotEnabled)));
    }

    private void Phases(params (AttemptEvent Happened, AttemptPhase Phase)[] expected)
    {
        foreach (var (happened, phase) in expected)
        {
            Happened(happened);
            Assert.That(_attempt.Phase, Is.EqualTo(phase), $"{happened}");
        }
    }

    private void Happened(params AttemptEvent[] events)
    {
        foreach (var happened in events)
            After(happened);
    }

    private IReadOnlyList<AttemptStep> After(AttemptEvent happened)
    {
        (_attempt, var steps) = AttemptRules.Next(_attempt, happened, Limits);
        return steps;
    }
}
