using System.Threading.Channels;
using SupportHub.Agents;
using SupportHub.Conversations;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Sites.Hours;
using SupportHub.Storage;

namespace SupportHub.Routing;

/// <summary>
/// Runs the projection whenever something changed and while anyone waits, commits its assignments, and keeps the cards. Two dispatchers
/// at once waste work and never assign twice: an assignment is committed only on the version of the conversation that was seen.
/// </summary>
public sealed partial class Dispatcher(
    Journal journal,
    OpenConversations conversations,
    AgentDirectory agents,
    SiteDirectory sites,
    Presences presences,
    WaitingCards cards,
    Database database,
    TimeProvider clock,
    ILogger<Dispatcher> log) : BackgroundService
{
    /// <summary>An agent whose console is gone for longer gives the chats back.</summary>
    public static readonly TimeSpan GoneAfter = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan RangesEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LearnEvery = TimeSpan.FromMinutes(5);
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Dictionary<long, (long Agent, int Version)> _justAssigned = [];
    private Dictionary<long, int> _overtaken = [];
    private WaitModel _model = WaitModel.FirstDay;
    private long _learnedAt;

    /// <summary>Something that the queue depends on changed.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        presences.Changed += Wake;
        using var tick = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        _ = Task.Run(
            async () =>
            {
                while (await tick.WaitForNextTickAsync(stoppingToken))
                    if (conversations.All.Any(c => c.State.Status == ConversationStatus.Waiting))
                        Wake();
            },
            stoppingToken);
        await foreach (var _ in _wake.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                if (clock.NowMs() - _learnedAt > (long)LearnEvery.TotalMilliseconds)
                    await LearnTimes(stoppingToken);
                await Dispatch();
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.Failed(log, failure);
            }
        }
    }

    private async Task Dispatch()
    {
        var nowMs = clock.NowMs();
        var rows = conversations.All.Where(c => c.State.Status != ConversationStatus.Resolved).Select(Overlay).ToList();
        var waiting = rows
            .Where(c => c.State.Status == ConversationStatus.Waiting)
            .OrderBy(c => c.State.QueuedAt).ThenBy(c => c.State.Id)
            .ToList();
        var opensAt = TellClosed(waiting, nowMs);
        waiting.RemoveAll(c => opensAt.ContainsKey(c.State.Id));
        if (waiting.Count == 0)
        {
            cards.Keep(opensAt.Keys.ToHashSet());
            return;
        }

        var running = rows
            .Where(c => c.State.AgentId is not null)
            .ToLookup(c => c.State.AgentId!.Value, c => new Running(c.State.TopicId, Seconds(c.State.AssignedAt, nowMs)));
        var answerers = agents.All
            .Where(a => a.DisabledAt is null && a.Capacity > 0 && presences.Of(a.Id).TakesChats)
            .OrderBy(a => a.Id)
            .Select(a => new Answerer(a.Id, a.Capacity) { Running = [.. running[a.Id]], LastAssignedAt = presences.Of(a.Id).LastAssignedAt })
            .ToList();
        var queue = new Queue(
            [
                .. waiting.Select(c => new Waiter(c.State.Id)
                {
                    Topic = c.State.TopicId,
                    Language = c.State.Language,
                    WaitedSeconds = Seconds(c.State.QueuedAt, nowMs),
                    Reserved = cards.Find(c.State.Id)?.Agent?.Id,
                    Knows = c.State.LastAgentId,
                    Overtaken = _overtaken.GetValueOrDefault(c.State.Id),
                }),
            ],
            answerers);

        // The stream changes every quarter of a minute: between changes of the queue the ranges stand still, and two nodes say the same.
        var projected = Projection.Project(queue, _model, new Random((int)(nowMs / (long)RangesEvery.TotalMilliseconds)));
        cards.Keep(projected.Waits.Select(w => w.Conversation).Concat(opensAt.Keys).ToHashSet());
        foreach (var wait in projected.Waits)
            cards.Tell(wait.Conversation, CardRules.Card(wait, Person, nowMs));
        _overtaken = projected.Waits.Where(w => w.Overtaken > 0).ToDictionary(w => w.Conversation, w => w.Overtaken);
        await Task.WhenAll(projected.Starts.Select(s => Assign(s.Conversation, s.Agent)));
    }

    /// <summary>Those whose topic is closed now wait as messages taken: they are told when it opens, and no agent is kept from others by them.</summary>
    /// <returns>When each opens.</returns>
    private Dictionary<long, long> TellClosed(List<OpenConversation> waiting, long nowMs)
    {
        var hours = waiting.Select(c => (c.State.SiteId, c.State.TopicId)).Distinct().ToDictionary(t => t, t => HoursOf(t.SiteId, t.TopicId, nowMs));
        var opensAt = new Dictionary<long, long>();
        foreach (var row in waiting)
        {
            if (hours[(row.State.SiteId, row.State.TopicId)].OpensAt is not { } opens)
                continue;
            opensAt[row.State.Id] = opens;
            cards.Tell(row.State.Id, CardRules.Closed(opens, nowMs));
        }
        return opensAt;
    }

    private HoursNow HoursOf(long site, long? topic, long nowMs) => sites.ById(site)?.Hours.Reading(topic, nowMs) ?? new HoursNow(null);

    private async Task Assign(long conversation, long agent)
    {
        if (conversations.Find(conversation) is not { } row || Person(agent) is not { } person)
            return;
        var outcome = await journal.Submit(conversation, new Command.Assign(person, row.State.Version));
        if (outcome.Refusal is null)
        {
            _justAssigned[conversation] = (agent, row.State.Version + 1);
            presences.Assigned(agent, outcome.At);
        }
        else if (outcome.Refusal.Code == RefusalCode.NotWaiting)
        {
            await conversations.Reload(conversation);
        }
        else
        {
            Log.NotAssigned(log, conversation, outcome.Refusal.Code);
        }
    }

    /// <summary>What was committed a moment ago counts, even if the feed has not brought it yet.</summary>
    private OpenConversation Overlay(OpenConversation row)
    {
        if (!_justAssigned.TryGetValue(row.State.Id, out var assigned))
            return row;
        if (row.State.Version >= assigned.Version)
        {
            _justAssigned.Remove(row.State.Id);
            return row;
        }
        return row with { State = row.State with { Status = ConversationStatus.Assigned, AgentId = assigned.Agent, AssignedAt = clock.NowMs() } };
    }

    private static double Seconds(long? sinceMs, long nowMs) => Math.Max(0, nowMs - (sinceMs ?? nowMs)) / 1000.0;

    private Person? Person(long agent) => agents.Find(agent)?.ToPerson();

    private async Task LearnTimes(CancellationToken cancel)
    {
        _learnedAt = clock.NowMs();
        _model = _model with { Times = HandleTimeModel.Learn(await HandleTimesSql.Newest(database, HandleTimeModel.LearnFrom, cancel)) };
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Dispatching failed")]
        public static partial void Failed(ILogger logger, Exception failure);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Conversation {Conversation} was not assigned: {Code}")]
        public static partial void NotAssigned(ILogger logger, long conversation, RefusalCode code);
    }
}
