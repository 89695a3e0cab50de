using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Reports;

/// <summary>How it stands this second, from what is pushed to the console anyway. Pure.</summary>
public static class LiveRules
{
    /// <param name="queue">All who wait.</param>
    /// <param name="site">Only its customers; absent: all. Agents answer for every site.</param>
    public static WaitingNow Now(IEnumerable<ConversationSummary> queue, IEnumerable<AgentStatus> agents, long? site)
    {
        // What came in outside the opening hours is kept for later: nobody is made to wait by it.
        var waiting = queue.Where(c => (site is null || c.SiteId == site) && c.Waiting?.Doing != AgentDoing.Closed).ToList();
        var online = agents.Where(a => a is { Presence: Shared.Presence.Online, Connected: true }).ToList();
        return new WaitingNow(
            waiting.Count,
            waiting.Count == 0 ? null : waiting.Min(c => c.QueuedAt ?? c.StartedAt),
            online.Count,
            online.Sum(a => Math.Max(0, a.Capacity - a.Load)));
    }
}
