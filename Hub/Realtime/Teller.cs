using SupportHub.Agents;
using SupportHub.Conversations;
using SupportHub.Routing;
using SupportHub.Shared;
using SupportHub.Storage;

namespace SupportHub.Realtime;

/// <summary>Joins what happens to those who should hear of it, on this node, and passes it on to the other nodes.</summary>
public sealed partial class Teller(
    OpenConversations conversations,
    Summaries summaries,
    Pushes pushes,
    Presences presences,
    AgentDirectory agents,
    ConsoleSettings settings,
    WaitingCards cards,
    VisitorPresence online,
    VisitorLines visitors,
    Dispatcher dispatcher,
    Journal journal,
    CommitFeed feed,
    INudges nudges,
    TimeProvider clock,
    ILogger<Teller> log)
{
    private static readonly TimeSpan ListsApart = TimeSpan.FromMilliseconds(250);

    // What is said of one visitor is not overtaken by what was gathered before of all.
    private readonly Lock _visitors = new();

    // Of two lists of agents the later one is said last.
    private readonly Lock _lists = new();
    private long? _agentsTold;
    private volatile bool _agentsChanged;

    public void Start()
    {
        feed.Tell(Tell);
        feed.Listen(batch => nudges.Send(new Nudge { Commits = batch }));
        presences.Changed += TellAgents;
        agents.Changed += TellAgents;
        settings.Changed += TellSettings;
        cards.Changed += TellCard;
        cards.Decided += (conversation, card) => nudges.Send(new Nudge { Conversation = conversation, Card = card });
        visitors.Changed += (visitor, isOnline) =>
        {
            TellOnline([visitor]);
            lock (_visitors)
                nudges.Send(new Nudge { Visitor = visitor, Online = isOnline });
        };
        nudges.Received += Hear;
    }

    public void Read(long conversation, AuthorKind reader, int seq)
    {
        if (TellRead(conversation, reader, seq))
            nudges.Send(new Nudge { Conversation = conversation, Reader = reader, Seq = seq });
    }

    public void Typing(long conversation, Person? agent)
    {
        TellTyping(conversation, agent);
        nudges.Send(new Nudge { Conversation = conversation, Typing = true, Agent = agent });
    }

    /// <summary>Again and again: another node may have started since, or have missed a word.</summary>
    public void SayWhoIsHere()
    {
        lock (_visitors)
            nudges.Send(new Nudge { Visitors = [.. visitors.Visitors] });
    }

    /// <summary>The row of a conversation was read again because commits were missed.</summary>
    public async Task Refresh(long conversation)
    {
        if (await conversations.Reload(conversation) is { } row)
            summaries.Push(row);
        dispatcher.Wake();
        _agentsChanged = true;
    }

    private void Hear(Nudge nudge)
    {
        foreach (var committed in nudge.Commits ?? [])
        {
            journal.Invalidate(committed.State.Id);
            Tell(committed);
        }
        if (nudge is { Conversation: { } read, Reader: { } reader })
            TellRead(read, reader, nudge.Seq);
        if (nudge is { Conversation: { } waiting, Card: { } card })
            cards.Hear(waiting, card);
        if (nudge is { Conversation: { } typing, Typing: true })
            TellTyping(typing, nudge.Agent);
        if (nudge.Visitor is { } visitor)
        {
            online.Learn(nudge.Node, visitor, nudge.Online);
            TellOnline([visitor]);
        }
        if (nudge.Visitors is { } all)
            TellOnline(online.Learn(nudge.Node, all));
    }

    private void Tell(Committed committed)
    {
        var row = conversations.Apply(committed);
        pushes.Entries(committed);
        if (row is null)
            _ = RefreshLogged(committed.State.Id);
        else if (committed.StateChanged)
            summaries.Push(row);
        else
            summaries.PushSoon(committed.State.Id);
        if (!committed.StateChanged)
            return;
        dispatcher.Wake();
        _agentsChanged = true;
    }

    /// <summary>Who is there and how many chats each has, where it is not told yet: gathered, because a busy queue changes it many times a second.</summary>
    public void Flush()
    {
        if (_agentsChanged)
            PushAgents();
    }

    private bool TellRead(long conversation, AuthorKind reader, int seq)
    {
        if (conversations.Read(conversation, reader, seq) is not { } row)
            return false;
        var push = new ReadPush(conversation, reader == AuthorKind.Visitor ? row.ReadByVisitor : row.ReadByAgents);
        if (reader == AuthorKind.Visitor)
        {
            pushes.ToOpened(conversation, nameof(IAgentClient.Read), push);
        }
        else
        {
            pushes.ToVisitor(row.State.VisitorId, nameof(IVisitorClient.Read), push);
            summaries.PushSoon(conversation);
        }
        return true;
    }

    private void TellTyping(long conversation, Person? agent)
    {
        if (agent is null)
            pushes.ToOpened(conversation, nameof(IAgentClient.Typing), new TypingPush(conversation, null));
        else if (conversations.Find(conversation) is { } row)
            pushes.ToVisitor(row.State.VisitorId, nameof(IVisitorClient.Typing), new TypingPush(conversation, agent));
    }

    /// <summary>At once, unless it was just told: when a server starts again all its agents come at the same time, and each list is as long as they are many.</summary>
    private void TellAgents()
    {
        lock (_lists)
        {
            if (_agentsTold is { } before && clock.GetElapsedTime(before) < ListsApart)
                _agentsChanged = true;
            else
                PushAgents();
        }
    }

    private void PushAgents()
    {
        lock (_lists)
        {
            _agentsTold = clock.GetTimestamp();
            // Before the list is made: what changes meanwhile is told again.
            _agentsChanged = false;
            pushes.ToAgents(nameof(IAgentClient.Agents), new AgentsPush(presences.Statuses()));
        }
    }

    private void TellSettings()
    {
        // One at a time: what was read earlier must not arrive later.
        lock (settings)
            pushes.ToAgents(nameof(IAgentClient.Settings), settings.Current);
    }

    private void TellCard(long conversation, WaitingCard? card)
    {
        if (conversations.Find(conversation) is not { } row)
            return;
        pushes.ToVisitor(row.State.VisitorId, nameof(IVisitorClient.Waiting), new WaitingPush(conversation, card));
        summaries.PushSoon(conversation);
    }

    private void TellOnline(HashSet<long> changed)
    {
        if (changed.Count == 0)
            return;
        foreach (var row in conversations.All.Where(c => changed.Contains(c.State.VisitorId)))
            summaries.PushSoon(row.State.Id);
    }

    private async Task RefreshLogged(long conversation)
    {
        try
        {
            await Refresh(conversation);
        }
        catch (Exception failure) when (Database.Failed(failure))
        {
            // The next head brings it.
            feed.Miss();
            Log.NotRefreshed(log, conversation, failure.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Conversation {Conversation} could not be read again ({Failure}); its head will bring it")]
        public static partial void NotRefreshed(ILogger logger, long conversation, string failure);
    }
}
