using System.Diagnostics;
using System.Threading.Channels;
using SupportHub.Agents;
using SupportHub.Conversations;
using SupportHub.Routing.Settings;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Storage;

namespace SupportHub.Routing;

/// <summary>
/// Runs the projection whenever something changed and while anyone waits, commits what it says, and tells those who wait. One node does it
/// under a lease and the others follow; two at once would waste work and never assign twice, because everything is committed only on the
/// version of the conversation that was seen.
/// </summary>
public sealed partial class Dispatcher(
    OpenConversations conversations,
    QueueCommands commands,
    QueueReading reading,
    OfferDesk offers,
    MailDesk mails,
    CardDesk desk,
    WaitingCards cards,
    AgentDirectory agents,
    SiteDirectory sites,
    RoutingDirectory routing,
    Presences presences,
    Database database,
    TimeProvider clock,
    ILogger<Dispatcher> log) : BackgroundService
{
    /// <summary>An agent whose console is gone for longer gives the chats back.</summary>
    public static readonly TimeSpan GoneAfter = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RangesEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LearnEvery = TimeSpan.FromMinutes(5);

    // A round may take a twentieth of a core, and comes at least once a second.
    private const int RestPerWork = 20;

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Dictionary<long, Command.Tell> _owed = [];
    private Dictionary<long, int> _overtaken = [];
    private long _learntAt;
    private volatile Projected? _last;

    /// <summary>What was observed, as far as it was read.</summary>
    public Learnt Learnt { get; private set; } = Learnt.Nothing;

    /// <summary>Something that the queue depends on changed.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    /// <summary>For somebody who has asked since the last round. None where nothing is known yet.</summary>
    public WaitingCard? ForNewcomer(OpenConversation row)
    {
        return row.State.WaitsInLine(clock.NowMs()) && _last is { } last && Newcomers.Tell(last, QueueReading.NeedOf(row.State)) is { } wait
            ? desk.Preview(row, wait, Learnt.Level(row.State.SiteId), clock.NowMs())
            : null;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        presences.Changed += Wake;
        routing.Changed += Wake;
        sites.Changed += Wake;
        _ = Rounds.Call(WakeWhileSomebodyWaits, Tick, clock, stoppingToken);
        await presences.Known.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var lease = await database.Dialect.TryLease("dispatch", stoppingToken);
                if (lease is null)
                    await Follow(stoppingToken);
                else
                    await Lead(lease, stoppingToken);
            }
            catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Lost(log);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.Failed(log, failure.GetType().Name);
                await Task.Delay(Tick, clock, stoppingToken);
            }
        }
    }

    private void WakeWhileSomebodyWaits()
    {
        if (conversations.All.Any(c => c.State.Status == ConversationStatus.Waiting || c.State is { Status: ConversationStatus.Assigned, Channel: ChannelKind.Email, AnswerBy: not null }))
            Wake();
    }

    /// <summary>Another node dispatches: this one learns what it says. The nudges bring it sooner.</summary>
    private async Task Follow(CancellationToken cancel)
    {
        _last = null;
        await Learn(clock.NowMs(), cancel);
        await HearCards(clock.NowMs() - 10 * (long)Tick.TotalMilliseconds, cancel);
        cards.Keep(conversations.All.Where(c => c.State.WaitsInLine(clock.NowMs())).Select(c => c.State.Id).ToHashSet());
        await Task.Delay(Tick, clock, cancel);
    }

    private async Task Lead(Lease lease, CancellationToken cancel)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, lease.Lost);
        Log.Leads(log);
        // What customers were told by whoever dispatched before still counts.
        await HearCards(0, either.Token);
        Wake();
        await foreach (var _ in _wake.Reader.ReadAllAsync(either.Token))
        {
            var began = Stopwatch.GetTimestamp();
            await Round(either.Token);
            var rest = Stopwatch.GetElapsedTime(began) * RestPerWork;
            if (rest > TimeSpan.FromMilliseconds(20))
                await Task.Delay(rest < Tick ? rest : Tick, clock, either.Token);
        }
    }

    private async Task HearCards(long sinceMs, CancellationToken cancel)
    {
        foreach (var (conversation, card) in await WaitingCardSql.Since(database, sinceMs, cancel))
            if (conversations.Find(conversation) is { State.Status: ConversationStatus.Waiting })
                cards.Hear(conversation, card);
    }

    private async Task Round(CancellationToken cancel)
    {
        var nowMs = clock.NowMs();
        await Learn(nowMs, cancel);
        var rows = Rows(nowMs);
        if (rows.FindAll(c => offers.IsOver(c, nowMs)) is { Count: > 0 } over)
        {
            await Task.WhenAll(over.Select(c => offers.End(c, nowMs)));
            rows = Rows(nowMs);
        }
        var waiting = rows.FindAll(c => c.State.Status == ConversationStatus.Waiting && !c.State.IsCalledLater(nowMs));
        if (await mails.TakeBack(rows, nowMs))
            Wake();
        await mails.Give(rows, waiting.FindAll(c => c.State.Channel == ChannelKind.Email), nowMs);
        waiting.RemoveAll(c => c.State.Channel == ChannelKind.Email);
        desk.Keep(waiting.Select(c => c.State.Id).ToHashSet());
        var told = desk.TellClosed(waiting, nowMs);
        if (waiting.Count == 0)
            _last = null;
        else
            told.AddRange(await Play(rows, waiting, nowMs));
        await PutOnRecord(told, cancel);
        await desk.Save(_owed.Keys);
    }

    private async Task Learn(long nowMs, CancellationToken cancel)
    {
        if (nowMs - _learntAt > (long)LearnEvery.TotalMilliseconds)
            (Learnt, _learntAt) = (await Learnt.Read(database, agents, sites, routing, cancel), nowMs);
    }

    private List<OpenConversation> Rows(long nowMs) => [.. conversations.All.Where(c => QueueReading.Counts(c, nowMs))];

    private async Task<IEnumerable<Command.Tell>> Play(List<OpenConversation> rows, List<OpenConversation> line, long nowMs)
    {
        var waiting = line.ToDictionary(c => c.State.Id);
        var queue = reading.Read(rows, line, c => c.State.ReservedId ?? cards.Find(c.State.Id)?.Agent?.Id, _overtaken, [], nowMs);
        // The stream changes every quarter of a minute: between changes of the queue the ranges stand still. With its number a round can be played again.
        var stream = (int)(nowMs / (long)RangesEvery.TotalMilliseconds);
        var projected = Projection.Project(queue, Learnt.Model, new Random(stream));
        Log.Played(log, stream, queue.Waiting.Count, queue.Answerers.Count);
        _last = projected;
        _overtaken = projected.Waits.Where(w => w.Overtaken > 0).ToDictionary(w => w.Conversation, w => w.Overtaken);
        await Task.WhenAll(projected.Starts.Select(s => offers.Start(waiting[s.Conversation], s.Agent, nowMs)));
        return projected.Waits
            .Select(w => desk.Tell(waiting[w.Conversation], w, Learnt.Level(waiting[w.Conversation].State.SiteId), nowMs))
            .OfType<Command.Tell>()
            .ToList();
    }

    /// <summary>What could not be written down is owed, and tried again in the next round.</summary>
    private async Task PutOnRecord(IEnumerable<Command.Tell> told, CancellationToken cancel)
    {
        var triedBefore = _owed.Count > 0;
        foreach (var tell in told)
            _owed[tell.Card.ConversationId] = tell;
        if (triedBefore)
            await ForgetWhatIsOnRecord(cancel);
        await Task.WhenAll(_owed.ToList().Select(async owed =>
        {
            var outcome = conversations.Find(owed.Key) is { State.Status: ConversationStatus.Waiting } row
                ? await commands.Do(row, owed.Value with { ExpectedVersion = row.State.Version }) : default;
            if (outcome.Refusal is null)
                lock (_owed)
                    _owed.Remove(owed.Key);
        }));
    }

    /// <summary>A commit may succeed though its answer is lost with the connection: the card that was written with it tells.</summary>
    private async Task ForgetWhatIsOnRecord(CancellationToken cancel)
    {
        foreach (var (conversation, kept) in await WaitingCardSql.Since(database, _owed.Values.Min(o => o.Card.At), cancel))
            if (_owed.TryGetValue(conversation, out var owed) && owed.Card.At == kept.Card.At)
                _owed.Remove(conversation);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Dispatching failed ({Failure}); tried again in a moment")]
        public static partial void Failed(ILogger logger, string failure);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Another node dispatches now, or the database is away")]
        public static partial void Lost(ILogger logger);

        [LoggerMessage(Level = LogLevel.Debug, Message = "This node dispatches from now on")]
        public static partial void Leads(ILogger logger);

        [LoggerMessage(Level = LogLevel.Debug, Message = "Played with stream {Stream}: {Waiting} wait, {Answerers} answer")]
        public static partial void Played(ILogger logger, int stream, int waiting, int answerers);
    }
}
