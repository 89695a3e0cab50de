using System.Data.Common;
using System.Globalization;
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
    // More rows than that in one statement are no faster.
    private const int Rows = 250;

    /// <summary>What the dispatching node decided in one round, in one transaction. Many rows a statement, because each statement is a round trip.</summary>
    public static async Task Save(
        Database database, IReadOnlyList<(long Conversation, CardState State)> told, IReadOnlyList<long> gone, IReadOnlyList<AnnouncedRange> announced)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var some in told.Chunk(Rows))
            await SaveCards(connection, transaction, some);
        foreach (var some in gone.Chunk(Rows))
            await Execute(connection, transaction, $"DELETE FROM waiting_cards WHERE conversation_id IN ({string.Join(',', some)})");
        foreach (var some in announced.Chunk(Rows))
            await Execute(connection, transaction,
                $"""
                INSERT INTO announcements (conversation_id, site_id, topic_id, at, place, agent_id, early_ms, middle_ms, late_ms, from_minutes, to_minutes)
                VALUES {string.Join(',', some.Select(Values))}
                """);
        await transaction.CommitAsync();
    }

    private static Task SaveCards(DbConnection connection, DbTransaction transaction, (long Conversation, CardState State)[] told)
    {
        var cards = new DynamicParameters();
        for (var i = 0; i < told.Length; i++)
            cards.Add($"c{i}", SiteJson.Write(told[i].State));
        return Execute(
            connection,
            transaction,
            $"""
            INSERT INTO waiting_cards (conversation_id, card, at)
            VALUES {string.Join(',', told.Select((t, i) => FormattableString.Invariant($"({t.Conversation},@c{i},{t.State.Card.At})")))}
            ON CONFLICT (conversation_id) DO UPDATE SET card = excluded.card, at = excluded.at
            """,
            cards);
    }

    /// <summary>Numbers alone, so they can stand in the text.</summary>
    private static string Values(AnnouncedRange a) => FormattableString.Invariant(
        $"({a.ConversationId},{a.SiteId},{a.TopicId?.ToString(CultureInfo.InvariantCulture) ?? "NULL"},{a.At},{a.Place},{a.AgentId?.ToString(CultureInfo.InvariantCulture) ?? "NULL"},{a.EarlyMs},{a.MiddleMs},{a.LateMs},{a.FromMinutes},{a.ToMinutes})");

    // No two texts are the same: none is worth being remembered.
    private static Task Execute(DbConnection connection, DbTransaction transaction, string sql, DynamicParameters? parameters = null) =>
        connection.ExecuteAsync(new CommandDefinition(sql, parameters, transaction, flags: CommandFlags.NoCache));

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
