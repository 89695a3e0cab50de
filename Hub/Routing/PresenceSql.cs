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

    /// <summary>Says which agents this node holds, and learns what the others hold.</summary>
    public static async Task<IReadOnlyList<PresenceRow>> Exchange(Database database, long node, IReadOnlyList<(long Agent, long LastAssignedAt)> here, long nowMs, long freshMs, CancellationToken cancel)
    {
        await using var connection = await database.Open(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await connection.ExecuteAsync(
            "DELETE FROM agent_connections WHERE node = @node OR seen_at < @old", new { node, old = nowMs - 10 * freshMs }, transaction);
        foreach (var (agent, lastAssignedAt) in here)
        {
            await connection.ExecuteAsync(
                "INSERT INTO agent_connections (agent_id, node, seen_at) VALUES (@agent, @node, @nowMs)", new { agent, node, nowMs }, transaction);
            await connection.ExecuteAsync(
                "UPDATE presence SET last_assigned_at = @lastAssignedAt WHERE agent_id = @agent AND last_assigned_at < @lastAssignedAt", new { agent, lastAssignedAt }, transaction);
        }
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
