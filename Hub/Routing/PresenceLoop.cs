using SupportHub.Agents;
using SupportHub.Conversations;
using SupportHub.Shared;
using SupportHub.Storage;

namespace SupportHub.Routing;

/// <summary>Exchanges presence with the other nodes through the database, and gives back the chats of agents who vanished.</summary>
public sealed partial class PresenceLoop(
    Presences presences,
    PresenceDesk presence,
    AgentDirectory agents,
    OpenConversations conversations,
    Journal journal,
    Database database,
    Node node,
    TimeProvider clock,
    ILogger<PresenceLoop> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    private readonly Dictionary<long, long> _saved = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = Rounds.Every(Every, clock);
        do
        {
            try
            {
                await Exchange(stoppingToken);
                await GiveBack();
                await EndShifts();
            }
            catch (Exception failure) when (Database.Failed(failure))
            {
                Log.Failed(log, failure.GetType().Name);
            }
        }
        while (await rounds.Next(stoppingToken));
    }

    private async Task Exchange(CancellationToken cancel)
    {
        var seats = agents.All.Select(a => (a.Id, Seat: presences.Of(a.Id))).Where(a => a.Seat.Here > 0).ToList();
        var assigned = seats.Where(s => s.Seat.LastAssignedAt > _saved.GetValueOrDefault(s.Id)).Select(s => (s.Id, s.Seat.LastAssignedAt)).ToList();
        var askedMs = clock.NowMs();
        var told = await PresenceSql.Exchange(database, node.Id, [.. seats.Select(s => s.Id)], assigned, askedMs, (long)Presences.Fresh.TotalMilliseconds, cancel);
        node.Learn(told.Others, askedMs);
        presences.Learn(told.Rows, askedMs);
        foreach (var (agent, at) in assigned)
            _saved[agent] = at;
    }

    private async Task GiveBack()
    {
        var limit = clock.NowMs() - (long)Dispatcher.GoneAfter.TotalMilliseconds;
        // Who wrote by mail waits for no console: that conversation stays with its agent.
        foreach (var row in conversations.All.Where(c => c.State is { Status: ConversationStatus.Assigned, Channel: ChannelKind.Chat }).ToList())
        {
            if (row.State.AgentId is not { } agent || agents.Find(agent) is not { } account)
                continue;
            var seat = presences.Of(agent);
            var since = Math.Max(seat.SeenAt, Math.Max(node.StartedAt, row.State.AssignedAt ?? 0));
            if (!seat.Connected && since < limit)
                await journal.Submit(row.State.Id, new Command.GiveBack(account.ToPerson(), LeftReason.ConnectionLost));
        }
    }

    /// <summary>Who is finishing is offline after the last chat, when that is written up.</summary>
    private async Task EndShifts()
    {
        foreach (var agent in presences.Statuses().Where(a => a is { Presence: Presence.Finishing, Load: 0, WrapUps: null }))
            await presence.Finished(agent.Person.Id);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Presence could not be exchanged ({Failure}); tried again in a moment")]
        public static partial void Failed(ILogger logger, string failure);
    }
}
