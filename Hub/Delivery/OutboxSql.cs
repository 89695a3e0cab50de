using Dapper;
using SupportHub.Conversations;
using SupportHub.Storage;

namespace SupportHub.Delivery;

/// <summary>The outbox's rows. A claim ends by itself, so that the work of a node that died is taken up by another.</summary>
public sealed class OutboxSql(Database database)
{
    private const string Columns = "conversation_id, seq, kind, site_id, recipient, created_at, attempts";

    /// <summary>What is due and nobody works on: of each conversation only the oldest, so that mails arrive in the order in which they were written.</summary>
    public async Task<IReadOnlyList<PostRow>> Due(long nowMs, int limit, CancellationToken cancel)
    {
        await using var connection = await database.Open(cancel);
        return [.. await connection.QueryAsync<PostRow>(
            $"""
            SELECT {Columns} FROM outbox o
            WHERE state = 0 AND due_at <= @nowMs AND claimed_until <= @nowMs
              AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.conversation_id = o.conversation_id AND e.state = 0 AND e.seq < o.seq)
            ORDER BY due_at LIMIT @limit
            """,
            new { nowMs, limit })];
    }

    /// <returns>Whether it is this node's now.</returns>
    public async Task<bool> Claim(PostRow post, long nowMs, long untilMs)
    {
        await using var connection = await database.Open();
        return await connection.ExecuteAsync(
            """
            UPDATE outbox SET claimed_until = @untilMs
            WHERE conversation_id = @ConversationId AND seq = @Seq AND kind = @Kind AND state = 0 AND claimed_until <= @nowMs
            """,
            new { post.ConversationId, post.Seq, post.Kind, nowMs, untilMs }) == 1;
    }

    /// <summary>What no timeline tells of. What one tells of is settled with its entry.</summary>
    public async Task Settle(Effect.Settle settled)
    {
        await using var connection = await database.Open();
        await ConversationSql.Apply(connection, null, settled);
    }

    /// <summary>Nothing was tried: it is not counted.</summary>
    public async Task Later(PostRow post, long dueAt)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            "UPDATE outbox SET due_at = @dueAt, claimed_until = 0 WHERE conversation_id = @ConversationId AND seq = @Seq AND kind = @Kind",
            new { post.ConversationId, post.Seq, post.Kind, dueAt });
    }
}
