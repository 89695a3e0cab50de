using SupportHub.Shared;

namespace SupportHub.Routing;

/// <summary>What a waiting customer was told, with what it rests on.</summary>
/// <param name="Range">The announced time; none where nothing can be promised.</param>
/// <param name="Wait">Since when the wait lasts in which it was said: who leaves and asks again is told anew.</param>
public sealed record CardState(WaitingCard Card, Announcement? Range, long? Wait = null);

/// <summary>On which occasion something is said; on record where the customer must be able to hold us to it.</summary>
public readonly record struct Occasion(HoldKind Kind, bool OnRecord);

/// <summary>From a projected wait to what the visitor is told, and whether to say anything at all. Pure.</summary>
public static class CardRules
{
    private const double FinishingWithinSeconds = 90;

    // Said too soon, it is not taken back at once.
    private const double StillFinishingWithinSeconds = 180;
    private const double EarlyQuantile = 0.10;
    private const int TeamShown = 3;

    /// <summary>Closed now: the message is taken, and has no place in a line that does not move.</summary>
    public static WaitingCard Closed(long opensAt, long nowMs) => new(null, AgentDoing.Closed, [], Place: 1, null, null, nowMs, opensAt);

    /// <summary>The facts, before they are put into words.</summary>
    public static WaitingCard Card(WaitingCard? before, Wait wait, Announcement? range, Func<long, Person?> person, long nowMs)
    {
        var agent = wait.Reserved is { } id ? person(id) : null;
        var team = agent is null ? wait.Eligible.Take(TeamShown).Select(person).OfType<Person>().ToList() : [];
        var doing = wait.Eligible.Count == 0 ? AgentDoing.NobodyHere
            : agent is not null && wait.WrapUp ? AgentDoing.WrappingUp
            : agent is not null && wait is { Place: 1, Times: { } times } && times.Quantile(EarlyQuantile) < Within(before, agent) ? AgentDoing.Finishing
            : AgentDoing.WithAnother;
        return new WaitingCard(agent, doing, team, wait.Place, range?.FromMinutes, range?.ToMinutes, nowMs);
    }

    /// <param name="returned">It waits again because an agent's connection was lost.</param>
    /// <param name="cadenceMs">How often a customer hears from us though nothing changed.</param>
    /// <param name="promised">The agent who was to call, as it was agreed.</param>
    /// <returns>None: what was said stands.</returns>
    public static Occasion? Next(CardState? before, WaitingCard now, Announcement? range, bool returned, long cadenceMs, long? promised = null)
    {
        if (now.Doing is AgentDoing.Closed or AgentDoing.NobodyHere)
        {
            var said = SaidAlready(before, now);
            return said && before!.Card.Place == now.Place ? null : new Occasion(now.Doing == AgentDoing.Closed ? HoldKind.Closed : HoldKind.Nobody, OnRecord: !said);
        }
        if (before is null || before.Card.Doing is AgentDoing.Closed or AgentDoing.NobodyHere)
            return new Occasion(returned ? HoldKind.AgentLost : promised is not null && promised != now.Agent?.Id ? HoldKind.Renamed : Told(now), OnRecord: true);

        var card = before.Card;
        if (card.Agent?.Id != now.Agent?.Id)
            return new Occasion(card.Agent is null ? Told(now) : HoldKind.Renamed, OnRecord: true);
        if (range is { LongerThanSaid: true } && !range.SaysTheSame(before.Range))
            return new Occasion(HoldKind.Longer, OnRecord: true);
        if (now.Doing != card.Doing)
            return new Occasion(now.Doing switch
            {
                AgentDoing.Finishing => HoldKind.Finishing,
                AgentDoing.WrappingUp => HoldKind.WrappingUp,
                _ => Told(now),
            }, OnRecord: false);
        if (!Says(card, now))
            return new Occasion(Told(now), OnRecord: false);
        return now.At - card.At >= cadenceMs ? new Occasion(HoldKind.Refresh, OnRecord: false) : null;
    }

    private static double Within(WaitingCard? before, Person agent) =>
        before is { Doing: AgentDoing.Finishing } && before.Agent?.Id == agent.Id ? StillFinishingWithinSeconds : FinishingWithinSeconds;

    private static HoldKind Told(WaitingCard card) => card.Agent is null ? HoldKind.Team : HoldKind.First;

    private static bool SaidAlready(CardState? before, WaitingCard now) =>
        before is not null && before.Card.Doing == now.Doing && before.Card.OpensAt == now.OpensAt;

    private static bool Says(WaitingCard one, WaitingCard other) =>
        (one.Place, one.FromMinutes, one.ToMinutes) == (other.Place, other.FromMinutes, other.ToMinutes)
        && one.Team.SequenceEqual(other.Team) && (one.Alternatives ?? []).SequenceEqual(other.Alternatives ?? []);
}
