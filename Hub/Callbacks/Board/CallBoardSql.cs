using Dapper;
using SupportHub.Shared;
using SupportHub.Storage;

namespace SupportHub.Callbacks.Board;

/// <summary>
/// The whole board in one statement, however many wait: each stage is counted, and its first cards are read. Who wants to be called has an index of its own,
/// and of the calls that are over only those of the day are touched.
/// </summary>
public sealed class CallBoardSql(Database database)
{
    private const string Cards =
        """
        SELECT c.id AS conversation_id, c.site_id, c.topic_id, c.visitor_id, c.language, c.call_tries AS tries, COALESCE(c.agent_id, c.call_by) AS agent_id,
            CASE WHEN c.calling THEN c.call_phase END AS phase, CAST(NULL AS SMALLINT) AS outcome, CAST(NULL AS INTEGER) AS seconds,
            CASE WHEN c.calling AND c.call_phase = @talking THEN 3 WHEN c.calling THEN 2 WHEN c.call_at > @nowMs THEN 1 ELSE 0 END AS stage,
            CASE WHEN c.calling THEN COALESCE(c.call_phase_at, c.assigned_at, c.started_at) ELSE COALESCE(c.call_at, c.queued_at, c.started_at) END AS at
        FROM conversations c
        WHERE c.call_to IS NOT NULL AND c.status <> @resolved
        UNION ALL
        SELECT k.conversation_id, k.site_id, c.topic_id, c.visitor_id, c.language, k.tries, k.agent_id, NULL, k.outcome, k.seconds,
            CASE WHEN k.outcome = @reached THEN 4 ELSE 5 END, k.ended_at
        FROM calls k JOIN conversations c ON c.id = k.conversation_id
        WHERE k.ended_at >= @From AND k.ended_at < @Until AND (k.outcome = @reached OR c.call_to IS NULL)
            AND NOT EXISTS (SELECT 1 FROM calls later WHERE later.conversation_id = k.conversation_id AND later.number > k.number)
        """;

    public async Task<IReadOnlyList<CallBoardRow>> Read(AskCallBoard ask, long nowMs, int limit)
    {
        await using var connection = await database.Open();
        return [.. await connection.QueryAsync<CallBoardRow>(
            $"""
            SELECT b.stage, b.total, b.conversation_id, b.site_id, b.topic_id, v.name AS customer_name, b.language, v.time_zone, b.at, b.tries, b.agent_id, b.phase, b.outcome, b.seconds
            FROM (
                SELECT s.*, CAST(COUNT(*) OVER (PARTITION BY s.stage) AS INTEGER) AS total,
                    ROW_NUMBER() OVER (PARTITION BY s.stage ORDER BY CASE WHEN s.stage < 4 THEN s.at ELSE -s.at END, s.conversation_id) AS place
                FROM ({Cards}) s
                WHERE (@SiteId IS NULL OR s.site_id = @SiteId) AND (s.stage <> 1 OR (s.at >= @From AND s.at < @Until))
            ) b JOIN visitors v ON v.id = b.visitor_id
            WHERE b.place <= @limit
            ORDER BY b.stage, b.place
            """,
            new
            {
                ask.From, ask.Until, ask.SiteId, nowMs, limit, talking = (int)CallPhase.Talking, reached = (int)CallOutcome.Reached, resolved = (int)ConversationStatus.Resolved,
            })];
    }
}
