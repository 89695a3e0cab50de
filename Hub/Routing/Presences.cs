using System.Collections.Concurrent;
using SupportHub.Agents;
using SupportHub.Conversations;
using SupportHub.Shared;

namespace SupportHub.Routing;

/// <summary>Who is here: what each agent chose, and whether a console is connected, on this node or another.</summary>
public sealed class Presences(AgentDirectory agents, OpenConversations conversations, TimeProvider clock)
{
    /// <summary>A connection at another node that was not confirmed for so long is gone.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<long, Seat> _seats = new();
    private long _learntAt;
    private long _resumedAt;

    private readonly TaskCompletionSource _known = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What the database says was read: before that, nobody seems to be here.</summary>
    public Task Known => _known.Task;

    /// <summary>Something changed that colleagues and the queue should know.</summary>
    public event Action? Changed;

    public Seat Of(long agent) => _seats.GetValueOrDefault(agent) ?? new Seat();

    public void Connected(long agent) => Update(agent, s => s with { Here = s.Here + 1, SeenAt = clock.NowMs() });

    public void Disconnected(long agent) => Update(agent, s => s with { Here = Math.Max(0, s.Here - 1), SeenAt = clock.NowMs() });

    public void Become(long agent, Presence presence, PresenceReason? reason) => Update(agent, s => s with { Chosen = presence, Reason = reason, ChosenAt = clock.NowMs() });

    public void Assigned(long agent, long nowMs) => Update(agent, s => s with { LastAssignedAt = Math.Max(nowMs, s.LastAssignedAt) });

    /// <summary>
    /// What the database says: choices, and connections that other nodes hold. While it was away nobody could confirm one: who was there before counts
    /// as seen when it is back, until the others have had time to say so again.
    /// </summary>
    /// <param name="askedMs">When the database was asked: what was chosen here since, it may not have known.</param>
    public void Learn(IReadOnlyList<PresenceRow> rows, long askedMs)
    {
        var (nowMs, freshMs) = (clock.NowMs(), (long)Fresh.TotalMilliseconds);
        if (_learntAt > 0 && nowMs - _learntAt > freshMs / 2)
            _resumedAt = nowMs;
        _learntAt = nowMs;
        var resumes = nowMs - _resumedAt < freshMs;
        foreach (var row in rows)
            Update(row.AgentId, s => s with
            {
                Chosen = s.ChosenAt >= askedMs ? s.Chosen : row.Status,
                Reason = s.ChosenAt >= askedMs ? s.Reason : row.Reason,
                Elsewhere = row.SeenAt > nowMs - freshMs || (resumes && s.Elsewhere),
                SeenAt = Math.Max(Math.Max(s.SeenAt, row.SeenAt), resumes && s.Elsewhere ? _resumedAt : 0),
                LastAssignedAt = Math.Max(s.LastAssignedAt, row.LastAssignedAt),
            });
        _known.TrySetResult();
    }

    public IReadOnlyList<AgentStatus> Statuses()
    {
        var nowMs = clock.NowMs();
        var places = conversations.All.Where(c => c.State.TakesPlaceOf(nowMs) is not null).ToLookup(c => c.State.TakesPlaceOf(nowMs)!.Value, c => c.State);
        return
        [
            .. agents.All.Where(a => a.DisabledAt is null).OrderBy(a => a.FirstName, StringComparer.CurrentCulture).Select(a =>
            {
                var seat = Of(a.Id);
                var writtenUp = places[a.Id].Where(c => c.AgentId is null).Select(c => c.WrapUpUntil!.Value).Order().ToList();
                return new AgentStatus(
                    a.ToPerson(), a.Role, seat.Chosen ?? Presence.Offline, seat.Connected, a.Capacity, places[a.Id].Count() - writtenUp.Count, seat.Reason,
                    writtenUp.Count == 0 ? null : writtenUp);
            }),
        ];
    }

    private void Update(long agent, Func<Seat, Seat> change)
    {
        while (true)
        {
            var before = _seats.GetOrAdd(agent, _ => new Seat());
            var after = change(before);
            if (after == before)
                return;
            if (!_seats.TryUpdate(agent, after, before))
                continue;
            if (after.Chosen != before.Chosen || after.Connected != before.Connected)
                Changed?.Invoke();
            return;
        }
    }
}

/// <summary>One agent's presence.</summary>
/// <param name="Chosen">None yet: a first sign-in puts the agent online.</param>
/// <param name="Here">Consoles connected to this node.</param>
/// <param name="Elsewhere">Whether another node has one.</param>
/// <param name="SeenAt">When a console was last known to be connected, Unix milliseconds.</param>
/// <param name="ChosenAt">When it was last chosen on this node, Unix milliseconds.</param>
public sealed record Seat(
    Presence? Chosen = null, int Here = 0, bool Elsewhere = false, long SeenAt = 0, long LastAssignedAt = 0, PresenceReason? Reason = null, long ChosenAt = 0)
{
    public bool Connected => Here > 0 || Elsewhere;
}
