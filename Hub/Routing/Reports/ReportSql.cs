using Dapper;
using SupportHub.Conversations;
using SupportHub.Storage;

namespace SupportHub.Routing.Reports;

/// <summary>A wait that ended.</summary>
public sealed record EndedWait
{
    public long ConversationId { get; init; }
    public long SiteId { get; init; }
    public long? TopicId { get; init; }
    public long Since { get; init; }
    public long EndedAt { get; init; }
    public WaitEnding How { get; init; }
    public long? AgentId { get; init; }
    public long? NamedId { get; init; }
    public double Seconds => Math.Max(0, EndedAt - Since) / 1000.0;
}

/// <summary>A range that was announced in a wait that was answered, and when it was.</summary>
public sealed record AnsweredRange
{
    public long ConversationId { get; init; }
    public long SiteId { get; init; }
    public long? TopicId { get; init; }
    public long Since { get; init; }
    public long At { get; init; }
    public long MiddleMs { get; init; }
    public int FromMinutes { get; init; }
    public int ToMinutes { get; init; }
    public long EndedAt { get; init; }
}

/// <summary>An offer that its agent let ring or declined.</summary>
public sealed record MissedOffer
{
    public long SiteId { get; init; }
    public long? TopicId { get; init; }
    public long OfferedAt { get; init; }
}

internal static class ReportSql
{
    /// <param name="site">Absent: all.</param>
    public static async Task<(IReadOnlyList<EndedWait> Waits, IReadOnlyList<AnsweredRange> Ranges, IReadOnlyList<MissedOffer> Missed)> Read(
        Database database, long sinceMs, long? site, CancellationToken cancel)
    {
        var asked = new { sinceMs, site = site ?? 0, answered = (int)WaitEnding.Answered, declined = OfferEnd.Declined, unanswered = OfferEnd.Unanswered };
        await using var connection = await database.Open(cancel);
        var waits = await connection.QueryAsync<EndedWait>(
            """
            SELECT conversation_id, site_id, topic_id, since, ended_at, how, agent_id, named_id FROM waits
            WHERE ended_at >= @sinceMs AND (@site = 0 OR site_id = @site) ORDER BY ended_at
            """, asked);
        var ranges = await connection.QueryAsync<AnsweredRange>(
            """
            SELECT a.conversation_id, a.site_id, a.topic_id, w.since, a.at, a.middle_ms, a.from_minutes, a.to_minutes, w.ended_at
            FROM waits w JOIN announcements a ON a.conversation_id = w.conversation_id AND a.at >= w.since AND a.at <= w.ended_at
            WHERE w.ended_at >= @sinceMs AND w.how = @answered AND (@site = 0 OR w.site_id = @site) ORDER BY a.at
            """, asked);
        var missed = await connection.QueryAsync<MissedOffer>(
            """
            SELECT site_id, topic_id, offered_at FROM offers
            WHERE ended_at >= @sinceMs AND how IN (@declined, @unanswered) AND (@site = 0 OR site_id = @site)
            """, asked);
        return ([.. waits], [.. ranges], [.. missed]);
    }
}
