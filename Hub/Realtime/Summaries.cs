using System.Collections.Concurrent;
using System.Threading.Channels;
using SupportHub.Conversations;
using SupportHub.Routing;
using SupportHub.Shared;

namespace SupportHub.Realtime;

/// <summary>The lines of the agents' lists: made from memory, pushed at once when the state changes, and half a second after the first other change.</summary>
public sealed class Summaries(OpenConversations conversations, WaitingCards cards, VisitorPresence online, Pushes pushes, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Gathered = TimeSpan.FromMilliseconds(500);

    // Who waits for each line alone wakes up for each.
    private static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(20);
    private readonly ConcurrentDictionary<long, bool> _changed = new();

    // Each has its own half second: all together, a hundred lines would hold up the messages of that moment for some milliseconds.
    private readonly Channel<(long Conversation, long Since)> _waiting = Channel.CreateUnbounded<(long, long)>(new() { SingleReader = true });

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
    public void Push(OpenConversation row) => pushes.ToAgents(nameof(IAgentClient.Summary), Of(row));

    /// <summary>Within the second, to those who care most: the agent who has it, or everyone while nobody has.</summary>
    public void PushSoon(long conversation)
    {
        if (_changed.TryAdd(conversation, true))
            _waiting.Writer.TryWrite((conversation, clock.GetTimestamp()));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (conversation, since) in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            if (Gathered - clock.GetElapsedTime(since) is var rest && rest > TimeSpan.Zero)
                await Task.Delay(rest > Grain ? rest : Grain, clock, stoppingToken);
            _changed.TryRemove(conversation, out _);
            if (conversations.Find(conversation) is not { } row)
                continue;
            if (row.State.AgentId is { } agent)
                pushes.ToAgent(agent, nameof(IAgentClient.Summary), Of(row));
            else
                Push(row);
        }
    }
}
