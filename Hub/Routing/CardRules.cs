using SupportHub.Shared;

namespace SupportHub.Routing;

/// <summary>From a projected wait to what the visitor is told.</summary>
public static class CardRules
{
    private const double FinishingWithinSeconds = 90;
    private const double EarlyQuantile = 0.10;
    private const double LateQuantile = 0.90;
    private const int TeamShown = 3;

    /// <summary>Closed now: the message is taken, and has no place in a line that does not move.</summary>
    public static WaitingCard Closed(long opensAt, long nowMs) => new(null, AgentDoing.Closed, [], Place: 1, null, null, nowMs, opensAt);

    public static WaitingCard Card(Wait wait, Func<long, Person?> person, long nowMs)
    {
        var agent = wait.Reserved is { } id ? person(id) : null;
        var team = agent is null ? wait.Eligible.Take(TeamShown).Select(person).OfType<Person>().ToList() : [];
        var early = wait.Times?.Quantile(EarlyQuantile);
        var late = wait.Times?.Quantile(LateQuantile) is { } seconds && double.IsFinite(seconds) ? seconds : (double?)null;
        int? to = late is { } upper ? Ladder.Up(upper) : null;
        int? from = to is { } most && early is { } lower ? Math.Min(Ladder.Down(lower), most) : null;
        var doing = wait.Eligible.Count == 0 ? AgentDoing.NobodyHere
            : wait is { Place: 1 } && early < FinishingWithinSeconds && agent is not null ? AgentDoing.Finishing
            : AgentDoing.WithAnother;
        return new WaitingCard(agent, doing, team, wait.Place, from, to, nowMs);
    }
}
