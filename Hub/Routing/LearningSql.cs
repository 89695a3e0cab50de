using Dapper;
using SupportHub.Conversations;
using SupportHub.Storage;

namespace SupportHub.Routing;

/// <summary>An announcement and what became of it.</summary>
public sealed record OutcomeRow
{
    public long SiteId { get; init; }
    public long At { get; init; }
    public long LateMs { get; init; }
    public long EndedAt { get; init; }
    public WaitEnding How { get; init; }
}

internal static class LearningSql
{
    /// <summary>Of the conversations that ended last, newest first; what it took to write them up is part of them.</summary>
    public static async Task<IReadOnlyList<HandleTimeRow>> HandleTimes(Database database, CancellationToken cancel)
    {
        await using var connection = await database.Open(cancel);
        return [.. await connection.QueryAsync<HandleTimeRow>(
            """
            SELECT agent_id, topic_id, seconds + wrap_up_seconds AS seconds, ended_at + wrap_up_seconds * 1000 AS ended_at
            FROM handle_times ORDER BY handle_times.ended_at DESC LIMIT @limit
            """,
            new { limit = HandleTimeModel.LearnFrom })];
    }

    public static async Task<IReadOnlyList<WaitEnd>> Waits(Database database, CancellationToken cancel)
    {
        await using var connection = await database.Open(cancel);
        var rows = await connection.QueryAsync<WaitRow>(
            "SELECT since, ended_at, how FROM waits ORDER BY ended_at DESC LIMIT @limit", new { limit = HandleTimeModel.LearnFrom });
        return [.. rows.Select(w => new WaitEnd(Math.Max(0, w.EndedAt - w.Since) / 1000.0, w.How == WaitEnding.Left))];
    }

    /// <summary>The announcements whose outcome is known, in the order in which it became known.</summary>
    public static async Task<IReadOnlyList<OutcomeRow>> Outcomes(Database database, CancellationToken cancel)
    {
        await using var connection = await database.Open(cancel);
        var rows = await connection.QueryAsync<OutcomeRow>(
            """
            SELECT a.site_id, a.at, a.late_ms, w.ended_at, w.how
            FROM (SELECT conversation_id, since, ended_at, how FROM waits ORDER BY ended_at DESC LIMIT 1000) w
            JOIN announcements a ON a.conversation_id = w.conversation_id AND a.at >= w.since AND a.at <= w.ended_at
            ORDER BY w.ended_at, a.at
            """);
        return [.. rows];
    }

    private sealed record WaitRow
    {
        public long Since { get; init; }
        public long EndedAt { get; init; }
        public WaitEnding How { get; init; }
    }
}
