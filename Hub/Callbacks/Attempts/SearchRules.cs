using SupportHub.Callbacks.Twilio;

namespace SupportHub.Callbacks.Attempts;

/// <summary>Which call of the network's list is the one that an attempt ordered. Pure.</summary>
public static class SearchRules
{
    /// <summary>The network's clock is not ours, and it cuts instants to the second.</summary>
    private const long ClocksDifferMs = 60_000;

    /// <summary>An order is carried out at once, or never.</summary>
    private const long CarriedOutMs = 120_000;

    /// <summary>What to ask for: the numbers alone, because a call that was not dialled yet has no start by which it could be found.</summary>
    public static CallSearch For(string to, string from) => new(to, from);

    /// <param name="found">What the network answered.</param>
    /// <param name="orderedAtMs">When the attempt began, Unix milliseconds.</param>
    /// <param name="others">The calls of other attempts: theirs are not ours, however close.</param>
    public static PhoneCall? Ours(IEnumerable<PhoneCall> found, long orderedAtMs, IReadOnlyCollection<string> others) => found
        .Where(call => call.Parent is null && !others.Contains(call.Sid) && call.CreatedAtMs is { } at && at >= orderedAtMs - ClocksDifferMs && at <= orderedAtMs + CarriedOutMs)
        .MinBy(call => Math.Abs(call.CreatedAtMs!.Value - orderedAtMs));

    /// <param name="legs">The calls whose parent <paramref name="agent"/> is.</param>
    public static AttemptEvent Answer(PhoneCall? agent, IEnumerable<PhoneCall> legs)
    {
        if (agent is null)
            return new AttemptEvent.NotFound();
        return new AttemptEvent.Found(agent.Sid, agent.Status, legs.FirstOrDefault(leg => leg.Parent == agent.Sid) is { } leg
            ? new AttemptEvent.CustomerHeard(leg.Sid, leg.Status, leg.By, leg.Seconds)
            : null);
    }
}
