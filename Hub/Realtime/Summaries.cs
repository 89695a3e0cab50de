using System.Collections.Concurrent;
using SupportHub.Conversations;
using SupportHub.Routing;
using SupportHub.Shared;

namespace SupportHub.Realtime;

/// <summary>
/// The lines of the agents' lists: made from memory, and pushed at once, unless the same line went out within the last half second and the state is the
/// same: then it comes with what next changes it after that, or within the second by itself.
/// </summary>
public sealed class Summaries(OpenConversations conversations, WaitingCards cards, VisitorPresence online, Pushes pushes, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(500);
    private readonly ConcurrentDictionary<long, long> _pushed = new();
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
        row.State.AnswerBy,
        row.State.CallAt,
        row.State.CallTries,
        row.State.CallPhase,
        row.State.CallPhaseAt,
        row.State.Called,
        row.State.CallBy);

    /// <summary>To everyone, now.</summary>
    public void Push(OpenConversation row)
    {
        _pushed[row.State.Id] = clock.GetTimestamp();
        pushes.ToAgents(nameof(IAgentClient.Summary), Of(row));
    }

    /// <summary>Within the second, to those who care most: the agent who has it, or everyone while nobody has.</summary>
    public void PushSoon(long conversation)
    {
        if (MayGoOut(conversation))
            PushNow(conversation);
        else
            _changed[conversation] = true;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Rounds.Call(Flush, Apart, clock, stoppingToken);

    // While people write, few are left for this: their next messages took the lines along, each at its own moment. All together they would hold those up.
    private void Flush()
    {
        foreach (var conversation in _changed.Keys)
            if (MayGoOut(conversation))
                PushNow(conversation);
        foreach (var (conversation, at) in _pushed)
            if (clock.GetElapsedTime(at) >= Apart)
                _pushed.TryRemove(new(conversation, at));
    }

    /// <summary>Who is told so pushes it: of two at once one, so that an older line is not said after a newer one.</summary>
    private bool MayGoOut(long conversation)
    {
        var now = clock.GetTimestamp();
        return _pushed.TryGetValue(conversation, out var before)
            ? clock.GetElapsedTime(before) >= Apart && _pushed.TryUpdate(conversation, now, before)
            : _pushed.TryAdd(conversation, now);
    }

    private void PushNow(long conversation)
    {
        // Before the row is read: what changes meanwhile is pushed again.
        _changed.TryRemove(conversation, out _);
        if (conversations.Find(conversation) is not { } row)
            return;
        if (row.State.AgentId is { } agent)
            pushes.ToAgent(agent, nameof(IAgentClient.Summary), Of(row));
        else
            Push(row);
    }
}
