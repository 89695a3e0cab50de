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
    private static readonly TimeSpan MailsEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LearnEvery = TimeSpan.FromMinutes(5);

    // A round may take a twentieth of a core, and comes at least once a second.
    private const int RestPerWork = 20;

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Dictionary<long, Told> _owed = [];
    private Dictionary<long, int> _overtaken = [];
    private long _learntAt;
    private long _lookedAtMails;
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
        _ = WakeWhileSomebodyWaits(stoppingToken);
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

    private async Task WakeWhileSomebodyWaits(CancellationToken cancel)
    {
        using var tick = new PeriodicTimer(Tick, clock);
        while (await tick.WaitForNextTickAsync(cancel))
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
        var waiting = rows.Where(c => c.State.Status == ConversationStatus.Waiting && !c.State.IsCalledLater(nowMs)).ToDictionary(c => c.State.Id);
        await TakeMailsBack(rows, nowMs);
        await GiveMails(rows, waiting, nowMs);
        desk.Keep(waiting.Keys.ToHashSet());
        var told = TellClosed(waiting, nowMs);
        if (waiting.Count == 0)
            _last = null;
        else
            told.AddRange(await Play(rows, waiting, nowMs));
        await PutOnRecord(told);
        await desk.Save();
    }

    private async Task Learn(long nowMs, CancellationToken cancel)
    {
        if (nowMs - _learntAt > (long)LearnEvery.TotalMilliseconds)
            (Learnt, _learntAt) = (await Learnt.Read(database, agents, sites, routing, cancel), nowMs);
    }

    private List<OpenConversation> Rows(long nowMs) => [.. conversations.All.Where(c => QueueReading.Counts(c, nowMs))];

    private async Task<IEnumerable<(long, Told)>> Play(List<OpenConversation> rows, Dictionary<long, OpenConversation> waiting, long nowMs)
    {
        var queue = reading.Read(rows, [.. waiting.Values], c => c.State.ReservedId ?? cards.Find(c.State.Id)?.Agent?.Id, _overtaken, [], nowMs);
        // The stream changes every quarter of a minute: between changes of the queue the ranges stand still. With its number a round can be played again.
        var stream = (int)(nowMs / (long)RangesEvery.TotalMilliseconds);
        var projected = Projection.Project(queue, Learnt.Model, new Random(stream));
        Log.Played(log, stream, queue.Waiting.Count, queue.Answerers.Count);
        _last = projected;
        _overtaken = projected.Waits.Where(w => w.Overtaken > 0).ToDictionary(w => w.Conversation, w => w.Overtaken);
        await Task.WhenAll(projected.Starts.Select(s => offers.Start(waiting[s.Conversation], s.Agent, nowMs)));
        return projected.Waits
            .Select(w => (w.Conversation, Told: desk.Tell(waiting[w.Conversation], w, Learnt.Level(waiting[w.Conversation].State.SiteId), nowMs)))
            .Where(t => t.Told is not null)
            .Select(t => (t.Conversation, t.Told!))
            .ToList();
    }

    /// <summary>What is taken back here is given to a colleague in the next round.</summary>
    private async Task TakeMailsBack(List<OpenConversation> rows, long nowMs)
    {
        if (nowMs - _lookedAtMails < (long)MailsEvery.TotalMilliseconds)
            return;
        _lookedAtMails = nowMs;
        var back = reading.MailsBack(rows, (state, since) => sites.ById(state.SiteId)?.Hours.Of(state.TopicId, ChannelKind.Email).Opening.OpenMs(since, nowMs) ?? 0, nowMs).ToHashSet();
        await Task.WhenAll(rows.Where(c => back.Contains(c.State.Id) && c.State.AgentId is not null).Select(c =>
            agents.Find(c.State.AgentId!.Value) is { } account ? commands.Do(c, new Command.GiveBack(account.ToPerson(), LeftReason.NotHere)) : Task.CompletedTask));
        if (back.Count > 0)
            Wake();
    }

    /// <summary>Who wrote by mail was promised an hour, not a place: they have a line of their own.</summary>
    private async Task GiveMails(IReadOnlyList<OpenConversation> rows, Dictionary<long, OpenConversation> waiting, long nowMs)
    {
        var mails = waiting.Values.Where(c => c.State.Channel == ChannelKind.Email).ToDictionary(c => c.State.Id);
        foreach (var mail in mails.Keys)
            waiting.Remove(mail);
        if (mails.Count > 0)
            await Task.WhenAll(reading.Mails(rows, mails.Values, nowMs).Select(m => offers.Assign(mails[m.Conversation], m.Agent)));
    }

    /// <summary>Those whose topic is closed now wait as messages taken: they are told when it opens, and no agent is kept from others by them.</summary>
    private List<(long, Told)> TellClosed(Dictionary<long, OpenConversation> waiting, long nowMs)
    {
        List<(long, Told)> told = [];
        foreach (var topic in waiting.Values.GroupBy(c => (c.State.SiteId, c.State.TopicId, ByPhone: c.State.Channel == ChannelKind.Phone)).ToList())
        {
            var hours = sites.ById(topic.Key.SiteId)?.Hours;
            if ((topic.Key.ByPhone ? hours?.Calling(topic.Key.TopicId, nowMs) : hours?.Reading(topic.Key.TopicId, nowMs))?.OpensAt is not { } opensAt)
                continue;
            foreach (var row in topic.Where(c => c.State.OfferedTo is null))
            {
                waiting.Remove(row.State.Id);
                if (desk.TellClosed(row, opensAt, nowMs) is { } words)
                    told.Add((row.State.Id, words));
            }
        }
        return told;
    }

    /// <summary>What could not be written down is owed, and tried again in the next round.</summary>
    private async Task PutOnRecord(IEnumerable<(long Conversation, Told Told)> told)
    {
        foreach (var (conversation, words) in told)
            _owed[conversation] = words;
        await Task.WhenAll(_owed.ToList().Select(async owed =>
        {
            var outcome = conversations.Find(owed.Key) is { State.Status: ConversationStatus.Waiting } row ? await commands.Do(row, new Command.Tell(owed.Value, row.State.Version)) : default;
            if (outcome.Refusal is null)
                lock (_owed)
                    _owed.Remove(owed.Key);
        }));
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
