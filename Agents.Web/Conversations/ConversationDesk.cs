using SupportHub.AgentsWeb.Composer;
using SupportHub.AgentsWeb.Connection;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Conversations;

/// <summary>Holds the lists and the open conversations, and keeps them in step with the hub: over pushes, gaps and lost connections.</summary>
public sealed class ConversationDesk
{
    private const int Kept = 6;
    private readonly Line _line;
    private readonly OutboxLoop _outbox;
    private readonly TimeProvider _clock;
    private readonly List<OpenConversation> _open = [];
    private readonly HashSet<long> _catchingUp = [];
    private bool _welcomed;

    public ConversationDesk(Line line, OutboxLoop outbox, TimeProvider clock)
    {
        (_line, _outbox, _clock) = (line, outbox, clock);
        line.On<EntriesPush>(nameof(IAgentClient.Entries), Fold);
        line.On<ConversationSummary>(nameof(IAgentClient.Summary), Fold);
        line.On<ReadPush>(nameof(IAgentClient.Read), Fold);
        line.On<TypingPush>(nameof(IAgentClient.Typing), Fold);
        line.On<HeadPush>(nameof(IAgentClient.Head), Fold);
    }

    public ConversationLists Lists { get; } = new();
    public Signal ListsChanged { get; } = new();

    /// <summary>One of the open conversations changed.</summary>
    public Signal OpenChanged { get; } = new();

    /// <summary>A line of the lists was replaced: before (absent where it is new), after.</summary>
    public event Action<ConversationSummary?, ConversationSummary>? SummaryReplaced;

    public OpenConversation? Find(long id) => _open.Find(o => o.Id == id);

    public async Task Welcome(AgentWelcome welcome)
    {
        var missed = _welcomed ? welcome.Conversations.Select(now => (Before: Lists.Find(now.Id), Now: now)).ToList() : [];
        _welcomed = true;
        Lists.Reset(welcome.Conversations);
        ListsChanged.Raise();
        foreach (var (before, now) in missed)
            SummaryReplaced?.Invoke(before, now);
        foreach (var open in _open)
            open.Followed = false;
        // The one that is looked at is the last of the list.
        foreach (var open in _open.AsEnumerable().Reverse().ToList())
            await Follow(open);
    }

    public OpenConversation Open(long id)
    {
        var open = Find(id) ?? new OpenConversation(id);
        _open.Remove(open);
        _open.Add(open);
        while (_open.Count > Kept)
        {
            _ = _line.Call<Done>(nameof(IAgentHub.Close), _open[0].Id);
            _open.RemoveAt(0);
        }
        if (!open.Followed)
            _ = Follow(open);
        return open;
    }

    public async Task LoadEarlier(OpenConversation open)
    {
        if (open.LoadingEarlier || !open.Timeline.HasEarlier)
            return;
        open.LoadingEarlier = true;
        OpenChanged.Raise();
        var reply = await _line.Call<EntryPage>(nameof(IAgentHub.Before), open.Id, open.Timeline.First);
        if (reply?.Value is { } page)
            open.Timeline.Prepend(page);
        open.LoadingEarlier = false;
        OpenChanged.Raise();
    }

    /// <summary>Everything held was seen by this agent.</summary>
    public void Saw(OpenConversation open)
    {
        var seq = open.Timeline.Last;
        if (seq <= Math.Max(open.ReadSent, open.Summary?.ReadByAgents ?? 0) || _line.Status != LineStatus.Up)
            return;
        open.ReadSent = seq;
        _ = _line.Call<Done>(nameof(IAgentHub.Read), open.Id, seq);
    }

    private async Task Follow(OpenConversation open)
    {
        var reply = await _line.Call<AgentConversation>(nameof(IAgentHub.Open), open.Id);
        if (reply?.Value is { } opened)
        {
            open.Followed = true;
            open.ReadSent = 0;
            open.Fold(opened);
            Take(open, open.Timeline.Fold(opened.Entries));
            await CatchUp(open);
        }
        else if (reply?.Refusal is not null && open.Timeline.Last == 0)
        {
            open.Opening = Opening.Unknown;
        }
        OpenChanged.Raise();
    }

    /// <summary>Asks, page after page, for what is missing behind the last entry held.</summary>
    private async Task CatchUp(OpenConversation open)
    {
        if (!open.Timeline.Behind || !_catchingUp.Add(open.Id))
            return;
        while (open.Timeline.Behind)
        {
            var last = open.Timeline.Last;
            var reply = await _line.Call<EntryPage>(nameof(IAgentHub.After), open.Id, last);
            if (reply?.Value is not { } page)
                break;
            Take(open, open.Timeline.Fold(page));
            if (open.Timeline.Last == last)
                break;
        }
        _catchingUp.Remove(open.Id);
    }

    private void Take(OpenConversation open, IReadOnlyList<Entry> fresh)
    {
        _outbox.Seen(open.Id, fresh);
        if (fresh.Any(e => e.By == AuthorKind.Visitor && e.Kind == EntryKind.Message) && open.Typing?.Agent is null)
            open.Typing = null;
        OpenChanged.Raise();
    }

    private void Fold(EntriesPush push)
    {
        if (Find(push.Conversation) is not { } open)
            return;
        Take(open, open.Timeline.Fold(push));
        _ = CatchUp(open);
    }

    private void Fold(HeadPush push)
    {
        if (Find(push.Conversation) is not { } open)
            return;
        open.Timeline.Learn(push.Head);
        _ = CatchUp(open);
    }

    private void Fold(ConversationSummary summary)
    {
        var before = Lists.Find(summary.Id);
        if (!Lists.Fold(summary))
            return;
        if (Find(summary.Id) is { } open && (open.Summary is null || !ConversationLists.IsOlder(summary, open.Summary)))
        {
            open.Summary = summary;
            open.CallSettled &= summary.Called is not null;
            open.Customer = open.Customer is { } c ? c with { Online = summary.Online, Name = summary.CustomerName ?? c.Name } : null;
            OpenChanged.Raise();
        }
        ListsChanged.Raise();
        SummaryReplaced?.Invoke(before, summary);
    }

    private void Fold(ReadPush push)
    {
        if (Find(push.Conversation) is not { } open || push.Seq <= open.ReadByVisitor)
            return;
        open.ReadByVisitor = push.Seq;
        OpenChanged.Raise();
    }

    private void Fold(TypingPush push)
    {
        if (Find(push.Conversation) is not { } open)
            return;
        (open.Typing, open.TypingUntil) = (push, _clock.NowMs() + 6_000);
        OpenChanged.Raise();
        _ = Expire(open);
    }

    private async Task Expire(OpenConversation open)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(6_050), _clock);
        if (open.Typing is null || open.TypingUntil > _clock.NowMs())
            return;
        open.Typing = null;
        OpenChanged.Raise();
    }
}
