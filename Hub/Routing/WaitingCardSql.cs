using Dapper;
using SupportHub.Sites;
using SupportHub.Storage;

namespace SupportHub.Routing;

/// <summary>A range that was announced, for comparing it with what happened.</summary>
public sealed record AnnouncedRange
{
    public long ConversationId { get; init; }
    public long SiteId { get; init; }
    public long? TopicId { get; init; }
    public long At { get; init; }
    public int Place { get; init; }
    public long? AgentId { get; init; }
    public long EarlyMs { get; init; }
    public long MiddleMs { get; init; }
    public long LateMs { get; init; }
    public int FromMinutes { get; init; }
    public int ToMinutes { get; init; }
}

internal static class WaitingCardSql
{
    /// <summary>What the dispatching node decided in one round, in one transaction.</summary>
    public static async Task Save(
        Database database, IReadOnlyList<(long Conversation, CardState State)> told, IReadOnlyList<long> gone, IReadOnlyList<AnnouncedRange> announced)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(
            """
            INSERT INTO waiting_cards (conversation_id, card, at) VALUES (@Conversation, @Card, @At)
            ON CONFLICT (conversation_id) DO UPDATE SET card = excluded.card, at = excluded.at
            """,
            told.Select(t => new { t.Conversation, Card = SiteJson.Write(t.State), t.State.Card.At }), transaction);
        await connection.ExecuteAsync("DELETE FROM waiting_cards WHERE conversation_id = @id", gone.Select(id => new { id }), transaction);
        await connection.ExecuteAsync(
            """
            INSERT INTO announcements (conversation_id, site_id, topic_id, at, place, agent_id, early_ms, middle_ms, late_ms, from_minutes, to_minutes)
            VALUES (@ConversationId, @SiteId, @TopicId, @At, @Place, @AgentId, @EarlyMs, @MiddleMs, @LateMs, @FromMinutes, @ToMinutes)
            """,
            announced, transaction);
        await transaction.CommitAsync();
    }

    public static async Task<IReadOnlyList<(long Conversation, CardState State)>> Since(Database database, long sinceMs, CancellationToken cancel)
    {
        await using var connection = await database.Open(cancel);
        var rows = await connection.QueryAsync<Row>("SELECT conversation_id, card FROM waiting_cards WHERE at >= @sinceMs", new { sinceMs });
        return [.. rows.Select(r => (r.ConversationId, SiteJson.Read<CardState>(r.Card)))];
    }

    private sealed record Row
    {
        public long ConversationId { get; init; }
        public string Card { get; init; } = "";
    }
}
