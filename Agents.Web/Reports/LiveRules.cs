using SupportHub.AgentsWeb.Calls;
using SupportHub.AgentsWeb.Presence;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Reports;

/// <summary>How it stands this second, from what is pushed to the console anyway. Pure.</summary>
public static class LiveRules
{
    /// <param name="queue">All who wait.</param>
    /// <param name="site">Only its customers; absent: all. Agents answer for every site.</param>
    /// <param name="now">Unix milliseconds, by the server's clock.</param>
    public static WaitingNow Now(IEnumerable<ConversationSummary> queue, IEnumerable<AgentStatus> agents, long? site, long now)
    {
        // Who is called at a time of their own does not wait, and what came in outside the opening hours is kept for later.
        var waiting = queue.Where(c => (site is null || c.SiteId == site) && c.Waiting?.Doing != AgentDoing.Closed && !CallStanding.IsBooked(c)).ToList();
        var online = agents.Where(a => a is { Presence: Shared.Presence.Online, Connected: true }).ToList();
        return new WaitingNow(
            waiting.Count,
            waiting.Count == 0 ? null : waiting.Min(c => c.QueuedAt ?? c.StartedAt),
            online.Count,
            online.Sum(a => WrapUpRules.FreePlaces(a, now)));
    }
}

/// <param name="LongestSince">When the longest wait of now began, Unix milliseconds; absent: nobody waits.</param>
/// <param name="Online">Agents who take chats now.</param>
/// <param name="Places">Chats that could begin at once.</param>
public sealed record WaitingNow(int Waiting, long? LongestSince, int Online, int Places);
