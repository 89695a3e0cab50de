using SupportHub.Shared;

namespace SupportHub.Routing;

/// <summary>From a projected wait to what the visitor is told.</summary>
public static class CardRules
{
    private const double FinishingWithinSeconds = 90;
    private const int TeamShown = 3;

    /// <summary>Closed now: the message is taken, and has no place in a line that does not move.</summary>
    public static WaitingCard Closed(long opensAt, long nowMs) => new(null, AgentDoing.Closed, [], Place: 1, null, null, nowMs, opensAt);

    public static WaitingCard Card(Wait wait, Func<long, Person?> person, IReadOnlyList<Answerer> answerers, long nowMs)
    {
        var agent = wait.Agent is { } id ? person(id) : null;
        var team = agent is null ? answerers.Take(TeamShown).Select(a => person(a.Agent)).OfType<Person>().ToList() : [];
        var range = wait is { Early: { } early, Late: { } late } ? WaitTexts.Range(early, late) : ((int From, int To)?)null;
        var doing = answerers.Count == 0 ? AgentDoing.NobodyHere
            : wait is { Place: 1, Early: < FinishingWithinSeconds } && agent is not null ? AgentDoing.Finishing
            : AgentDoing.WithAnother;
        return new WaitingCard(agent, doing, team, wait.Place, range?.From, range?.To, nowMs);
    }
}
