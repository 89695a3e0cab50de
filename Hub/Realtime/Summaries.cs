using System.Collections.Concurrent;
using SupportHub.Conversations;
using SupportHub.Routing;
using SupportHub.Shared;

namespace SupportHub.Realtime;

/// <summary>The lines of the agents' lists: made from memory, pushed at once when the state changes, and gathered otherwise.</summary>
public sealed class Summaries(OpenConversations conversations, WaitingCards cards, VisitorPresence online, Pushes pushes, TimeProvider clock)
{
    private readonly ConcurrentDictionary<long, bool> _changed = new();

    public ConversationSummary Of(OpenConversation row) => new(
        row.State.Id,
        row.State.SiteId,
        row.State.TopicId,
        row.State.Status,
        row.State.AgentId,
        row.CustomerName,
        row.State.Language,
        row.Seq,
        row.ReadByAgents,
        row.UnreadCount,
        row.Preview,
        row.PreviewBy,
        row.LastAt,
        row.State.StartedAt,
        row.State.QueuedAt,
        cards.Find(row.State.Id),
        online.IsOnline(row.State.VisitorId),
        row.State.Outcome,
        clock.NowMs(),
        row.State.OfferedTo,
        row.State.OfferUntil,
        row.State.Channel,
        row.State.AnswerBy);

    /// <summary>To everyone, now.</summary>
    public void Push(OpenConversation row) => pushes.ToAgents(nameof(IAgentClient.Summary), Of(row));

    /// <summary>Within the second, to those who care most: the agent who has it, or everyone while nobody has.</summary>
    public void PushSoon(long conversation) => _changed[conversation] = true;

    public void Flush()
    {
        foreach (var id in _changed.Keys)
        {
            if (!_changed.TryRemove(id, out _) || conversations.Find(id) is not { } row)
                continue;
            if (row.State.AgentId is { } agent)
                pushes.ToAgent(agent, nameof(IAgentClient.Summary), Of(row));
            else
                Push(row);
        }
    }
}
