using NUnit.Framework;
using SupportHub.Callbacks.Attempts;
using SupportHub.Callbacks.Twilio;
using static SupportHub.Callbacks.Attempts.AttemptEvent;

namespace SupportHub.Unit.Callbacks.Attempts;

/// <summary>All states that any sequence of any events can lead to, however long: they are few, so all of them are visited.</summary>
public sealed class OncePlacedTests
{
    private static readonly LegStatus[] Statuses = [LegStatus.Ringing, LegStatus.Answered, LegStatus.Completed, LegStatus.Busy, LegStatus.Failed];

    private static readonly AttemptEvent[] Alphabet =
    [
        new Begin(), new Placed("CA1"), new Placed("CA9"), new Refused(LineTrouble.TooFast), new Unclear(), new NotFound(), new OutOfReach(), new GivenUp(), new Cancel(),
        new Pressed("CA1", KeyPressed.None), new Pressed("CA1", KeyPressed.Decline), new Pressed("CA1", KeyPressed.Connect),
        new Found("CA1", LegStatus.Ringing), new Found("CA1", LegStatus.Completed), new Found("CA9", LegStatus.Completed, new CustomerHeard("CA2", LegStatus.Completed)),
        new CustomerHeard("CA2", LegStatus.Unheard, AnsweredBy.Machine),
        .. Enum.GetValues<AttemptTimer>().Select(timer => new Due(timer)),
        .. Statuses.Select(status => new AgentHeard("CA1", status)),
        .. Statuses.Select(status => new CustomerHeard("CA2", status)),
    ];

    [Test]
    public void No_sequence_of_events_asks_for_a_second_call_or_undoes_an_end()
    {
        var seen = new HashSet<Attempt> { new() };
        var next = new Queue<Attempt>(seen);
        var placings = 0;
        while (next.TryDequeue(out var before))
            foreach (var happened in Alphabet)
            {
                var (after, steps) = AttemptRules.Next(before, happened, AttemptLimits.Usual);
                var places = steps.Count(step => step is AttemptStep.Place);
                placings += places;
                // Once it was ordered it is ordered for ever, and only who was not may be.
                if (places > (before.Order == OrderState.Planned ? 1 : 0) || (places > 0 && happened is not Begin) || (places > 0 && after.Order == OrderState.Planned))
                    Assert.Fail($"{before}: {happened} places {places}");
                if (before.Order != OrderState.Planned && after.Order == OrderState.Planned)
                    Assert.Fail($"{before}: {happened} forgets the order");
                if (before.Outcome is not null && after.Outcome is null)
                    Assert.Fail($"{before}: {happened} undoes the end");
                if (before.Outcome != after.Outcome != steps.Any(step => step is AttemptStep.Close))
                    Assert.Fail($"{before}: {happened} ends and does not say so, or says so and does not");
                if (seen.Add(after))
                    next.Enqueue(after);
            }
        TestContext.Out.WriteLine($"{seen.Count} states");
        Assert.That(placings, Is.EqualTo(1), "of all transitions one places a call");
        Assert.That(seen, Has.Count.GreaterThan(1000));
    }
}
