using CsCheck;
using NUnit.Framework;
using SupportHub.Callbacks.Attempts;
using SupportHub.Callbacks.Twilio;
using static SupportHub.Callbacks.Attempts.AttemptEvent;

namespace SupportHub.Unit.Callbacks.Attempts;

/// <summary>Reports come twice, late and in any order; what came of an attempt is the same.</summary>
public sealed class AttemptOrderTests
{
    private static readonly Attempt Ordered = Next(new Attempt(), new Begin()).State;

    private static IEnumerable<History> Histories => History.All;

    /// <summary>
    /// Every permutation at once: of each subset of the events, all states that some order of just these events leads to. Where that is one state for each
    /// subset, all permutations of the whole end in the same one, and so do all duplications, if an event that is in the subset changes nothing.
    /// </summary>
    [TestCaseSource(nameof(Histories))]
    public void Every_order_and_every_repetition_ends_in_the_same_state(History history)
    {
        var events = history.Events;
        var states = new Attempt[1 << events.Length];
        states[0] = Ordered;
        for (var subset = 1; subset < states.Length; subset++)
        {
            var reached = Enumerable.Range(0, events.Length).Where(e => (subset & (1 << e)) != 0).Select(e => Next(states[subset ^ (1 << e)], events[e]).State).Distinct().ToList();
            Assert.That(reached, Has.Count.EqualTo(1), $"subset {subset:b}");
            states[subset] = reached[0];
            for (var e = 0; e < events.Length; e++)
                if ((subset & (1 << e)) != 0 && Next(states[subset], events[e]).State != states[subset])
                    Assert.Fail($"{events[e]} again, after {subset:b}");
        }
        Assert.That(Settled(states[^1]).Outcome, Is.EqualTo(history.Outcome));
    }

    /// <summary>Whatever comes first, it is never said to have ended otherwise than it did; but for a machine that is recognised late.</summary>
    [TestCaseSource(nameof(Histories))]
    public void No_order_makes_an_attempt_end_otherwise_than_it_did(History history) => Gen.Shuffle(history.Events.Concat(history.Events).ToArray()).Sample(
        events =>
        {
            var state = Ordered;
            var said = new List<AttemptOutcome>();
            foreach (var happened in events)
            {
                (state, var steps) = Next(state, happened);
                said.AddRange(steps.OfType<AttemptStep.Close>().Select(close => close.Outcome));
            }
            var last = Next(state, LookedAt(state));
            said.AddRange(last.Steps.OfType<AttemptStep.Close>().Select(close => close.Outcome));
            return said.Count > 0 && said[^1] == history.Outcome
                && (said.Count == 1 || (history.Outcome == AttemptOutcome.Voicemail && said is [AttemptOutcome.Reached, AttemptOutcome.Voicemail]));
        },
        iter: 2_000);

    [TestCaseSource(nameof(Histories))]
    public void In_the_order_in_which_it_happens_nothing_is_asked_for_that_hangs_up(History history)
    {
        var state = Ordered;
        foreach (var happened in history.Events)
        {
            (state, var steps) = Next(state, happened);
            Assert.That(steps, Has.None.InstanceOf<AttemptStep.EndCall>().And.None.InstanceOf<AttemptStep.Place>(), $"{happened}");
        }
    }

    private static Attempt Settled(Attempt state) => Next(state, LookedAt(state)).State;

    /// <summary>What the network answers once the agent has hung up: no more than was heard already.</summary>
    private static AttemptEvent LookedAt(Attempt state) => state is { AgentSid: { } agent, Agent: LegStatus.Completed }
        ? new Found(agent, LegStatus.Completed, state.CustomerSid is { } customer ? new CustomerHeard(customer, state.Customer) : null)
        : new Due(AttemptTimer.Settle);

    private static (Attempt State, IReadOnlyList<AttemptStep> Steps) Next(Attempt state, AttemptEvent happened) => AttemptRules.Next(state, happened, AttemptLimits.Usual);
}
