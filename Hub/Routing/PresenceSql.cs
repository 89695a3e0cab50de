using System.Globalization;
using Dapper;
using SupportHub.Shared;
using SupportHub.Storage;

namespace SupportHub.Routing;

public sealed record PresenceRow
{
    public long AgentId { get; init; }
    public Presence Status { get; init; }
    public PresenceReason? Reason { get; init; }
    public long LastAssignedAt { get; init; }

    /// <summary>When another node last said that it has a console of this agent; 0 where none did lately.</summary>
    public long SeenAt { get; init; }
}

/// <param name="Others">Whether another node was there in the last minutes.</param>
internal sealed record Exchanged(IReadOnlyList<PresenceRow> Rows, bool Others);

internal static class PresenceSql
{
    /// <summary>Offers missed before count no more.</summary>
    public static async Task Become(Database database, long agent, Presence presence, PresenceReason? reason)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            """
            INSERT INTO presence (agent_id, status, reason, last_assigned_at, missed_offers) VALUES (@agent, @status, @reason, 0, 0)
            ON CONFLICT (agent_id) DO UPDATE SET status = excluded.status, reason = excluded.reason, missed_offers = 0
            """,
            new { agent, status = (int)presence, reason = (int?)reason });
    }

    public static async Task Answered(Database database, long agent)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("UPDATE presence SET missed_offers = 0 WHERE agent_id = @agent AND missed_offers > 0", new { agent });
    }

    /// <returns>How many in a row.</returns>
    public static async Task<int> Missed(Database database, long agent)
    {
        await using var connection = await database.Open();
        return await connection.QueryFirstOrDefaultAsync<int>(
            "UPDATE presence SET missed_offers = missed_offers + 1 WHERE agent_id = @agent RETURNING missed_offers", new { agent });
    }

    /// <summary>Says which agents this node holds, and learns what the others hold. Few statements, because SQLite's one writer waits meanwhile.</summary>
    /// <param name="assigned">When agents were last assigned, where that changed since the last time.</param>
    public static async Task<Exchanged> Exchange(
        Database database, long node, IReadOnlyList<long> here, IReadOnlyList<(long Agent, long At)> assigned, long nowMs, long freshMs, CancellationToken cancel)
    {
        await using var connection = await database.Open(cancel);
        int touched;
        await using (var transaction = await connection.BeginTransactionAsync(cancel))
        {
            touched = await connection.ExecuteAsync(
                """
                DELETE FROM node_agents WHERE seen_at < @old;
                INSERT INTO node_agents (node, agents, seen_at) VALUES (@node, @agents, @nowMs)
                ON CONFLICT (node) DO UPDATE SET agents = excluded.agents, seen_at = excluded.seen_at
                """,
                new { node, agents = string.Join(',', here), nowMs, old = nowMs - 10 * freshMs },
                transaction);
            foreach (var (agent, at) in assigned)
                await connection.ExecuteAsync(
                    "UPDATE presence SET last_assigned_at = @at WHERE agent_id = @agent AND last_assigned_at < @at", new { agent, at }, transaction);
            await transaction.CommitAsync(cancel);
        }

        var others = (await connection.QueryAsync<(string Agents, long SeenAt)>("SELECT agents, seen_at FROM node_agents WHERE node <> @node", new { node })).ToList();
        var seen = others
            .SelectMany(o => o.Agents.Split(',', StringSplitOptions.RemoveEmptyEntries), (o, id) => (Id: long.Parse(id, CultureInfo.InvariantCulture), o.SeenAt))
            .GroupBy(a => a.Id)
            .ToDictionary(a => a.Key, a => a.Max(o => o.SeenAt));
        var rows = await connection.QueryAsync<PresenceRow>("SELECT agent_id, status, reason, last_assigned_at FROM presence");
        // Our own row is one; what else was touched was another's, taken away just now.
        return new Exchanged([.. rows.Select(r => r with { SeenAt = seen.GetValueOrDefault(r.AgentId) })], others.Count > 0 || touched > 1);
    }
}
