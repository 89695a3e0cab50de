using Dapper;
using SupportHub.Shared;
using SupportHub.Storage;

namespace SupportHub.Routing;

public sealed record PresenceRow
{
    public long AgentId { get; init; }
    public Presence Status { get; init; }
    public long LastAssignedAt { get; init; }
    public bool Elsewhere { get; init; }
}

internal static class PresenceSql
{
    public static async Task Choose(Database database, long agent, Presence presence)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            """
            INSERT INTO presence (agent_id, status, last_assigned_at) VALUES (@agent, @status, 0)
            ON CONFLICT (agent_id) DO UPDATE SET status = excluded.status
            """,
            new { agent, status = (int)presence });
    }

    /// <summary>Says which agents this node holds, and learns what the others hold. Few statements, because SQLite's one writer waits meanwhile.</summary>
    /// <param name="assigned">When agents were last assigned, where that changed since the last time.</param>
    public static async Task<IReadOnlyList<PresenceRow>> Exchange(
        Database database, long node, IReadOnlyList<long> here, IReadOnlyList<(long Agent, long At)> assigned, long nowMs, long freshMs, CancellationToken cancel)
    {
        await using var connection = await database.Open(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await connection.ExecuteAsync(
            "DELETE FROM agent_connections WHERE node = @node OR seen_at < @old", new { node, old = nowMs - 10 * freshMs }, transaction);
        if (here.Count > 0)
            // Numbers alone, so they can stand in the text.
            await connection.ExecuteAsync(
                $"INSERT INTO agent_connections (agent_id, node, seen_at) VALUES {string.Join(", ", here.Select(agent => FormattableString.Invariant($"({agent}, {node}, {nowMs})")))}",
                transaction: transaction);
        foreach (var (agent, at) in assigned)
            await connection.ExecuteAsync(
                "UPDATE presence SET last_assigned_at = @at WHERE agent_id = @agent AND last_assigned_at < @at", new { agent, at }, transaction);
        var rows = await connection.QueryAsync<PresenceRow>(
            """
            SELECT p.agent_id, p.status, p.last_assigned_at,
                EXISTS (SELECT 1 FROM agent_connections c WHERE c.agent_id = p.agent_id AND c.node <> @node AND c.seen_at > @fresh) AS elsewhere
            FROM presence p
            """,
            new { node, fresh = nowMs - freshMs },
            transaction);
        await transaction.CommitAsync(cancel);
        return [.. rows];
    }
}
