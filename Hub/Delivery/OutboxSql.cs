using System.Data.Common;
using Dapper;
using SupportHub.Conversations;
using SupportHub.Storage;

namespace SupportHub.Delivery;

/// <summary>The outbox's rows. A claim ends by itself, so that the work of a node that died is taken up by another.</summary>
public sealed class OutboxSql(Database database)
{
    private const string Columns = "conversation_id, seq, kind, site_id, recipient, created_at, attempts, lead";

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

    /// <returns>It, with all that goes out with it, if it is this node's now.</returns>
    public async Task<PostRow?> Claim(PostRow post, long nowMs, long untilMs)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        // Those that go with it need no claim: nobody takes up what is not the oldest of its conversation.
        var claimed = (await connection.QueryAsync<PostRow>(
            $"""
            UPDATE outbox SET claimed_until = @untilMs
            WHERE conversation_id = @ConversationId AND seq = @Seq AND kind = @Kind AND state = 0 AND claimed_until <= @nowMs
            RETURNING {Columns}
            """,
            new { post.ConversationId, post.Seq, post.Kind, nowMs, untilMs },
            transaction)).SingleOrDefault();
        if (claimed is null)
            return null;
        var seqs = claimed.Kind == PostKind.Mail ? await Together(connection, transaction, claimed) : [claimed.Seq];
        await transaction.CommitAsync();
        return claimed with { Seqs = seqs };
    }

    /// <summary>What goes out with it is decided once, for ever: the mail has one Message-ID, under which nothing else may be sent.</summary>
    private static async Task<IReadOnlyList<int>> Together(DbConnection connection, DbTransaction transaction, PostRow first)
    {
        if (first.Lead is null)
        {
            var bundle = BundleRules.Together(await Waiting(connection, transaction, first));
            await connection.ExecuteAsync(
                "UPDATE outbox SET lead = @Seq WHERE conversation_id = @ConversationId AND kind = @Kind AND state = 0 AND seq BETWEEN @Seq AND @last",
                new { first.ConversationId, first.Kind, first.Seq, last = bundle[^1].Row.Seq },
                transaction);
        }
        return [.. await connection.QueryAsync<int>(
            "SELECT seq FROM outbox WHERE conversation_id = @ConversationId AND kind = @Kind AND state = 0 AND (seq = @Seq OR lead = @Seq) ORDER BY seq",
            new { first.ConversationId, first.Kind, first.Seq },
            transaction)];
    }

    private static async Task<IReadOnlyList<WaitingMessage>> Waiting(DbConnection connection, DbTransaction transaction, PostRow first)
    {
        var rows = await connection.QueryAsync<PostRow>(
            $"SELECT {Columns} FROM outbox WHERE conversation_id = @ConversationId AND state = 0 AND seq >= @Seq ORDER BY seq LIMIT @limit",
            new { first.ConversationId, first.Seq, limit = BundleRules.Most },
            transaction);
        List<WaitingMessage> waiting = [];
        foreach (var row in rows)
        {
            var entry = await EntrySql.At(connection, row.ConversationId, row.Seq);
            waiting.Add(new WaitingMessage(row, entry?.AgentId, entry?.Detail?.Attachment?.Size ?? 0));
        }
        return waiting;
    }

    /// <summary>What no timeline tells of. What one tells of is settled with its entry.</summary>
    public async Task Settle(Effect.Settle settled)
    {
        await using var connection = await database.Open();
        await ConversationSql.Apply(connection, null, settled);
    }

    /// <summary>Whether nothing became of it since it was claimed.</summary>
    public async Task<bool> IsOpen(PostRow post)
    {
        await using var connection = await database.Open();
        return await connection.QueryFirstAsync<int>(
            "SELECT COUNT(*) FROM outbox WHERE conversation_id = @ConversationId AND seq = @Seq AND kind = @Kind AND state = 0 AND attempts = @Attempts",
            new { post.ConversationId, post.Seq, post.Kind, post.Attempts }) > 0;
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
