using System.Data.Common;
using Dapper;
using SupportHub.Shared;
using SupportHub.Storage;

namespace SupportHub.Routing.Settings;

/// <summary>Reads and writes all that is set about routing.</summary>
public sealed class RoutingSql(Database database)
{
    internal async Task<RoutingRows> ReadAll(CancellationToken cancel = default)
    {
        await using var connection = await database.Open(cancel);
        return new RoutingRows(
            [.. await connection.QueryAsync<SiteWaitingRow>(
                """
                SELECT site_id, tolerance_seconds, strict_order, cadence_seconds, alternatives_after_minutes, alternatives_over_minutes,
                    service_level_seconds, service_level_percent, handle_minutes, wrap_up_seconds
                FROM site_waiting ORDER BY site_id
                """)],
            [.. await connection.QueryAsync<TopicRoutingRow>("SELECT topic_id, mode, offer_seconds, priority FROM topic_routing ORDER BY topic_id")],
            [.. await connection.QueryAsync<SkillRow>("SELECT agent_id, topic_id, level FROM agent_skills ORDER BY agent_id, topic_id")],
            [.. await connection.QueryAsync<LanguageRow>("SELECT agent_id, language FROM agent_languages ORDER BY agent_id, language")],
            [.. await connection.QueryAsync<HoldRow>("SELECT site_id, kind, topic_id, language, body FROM hold_messages ORDER BY site_id, kind, topic_id, language")]);
    }

    public Task Save(long siteId, SiteRouting routing) => Together(async (connection, transaction) =>
    {
        var waiting = routing.Waiting;
        await connection.ExecuteAsync(
            """
            INSERT INTO site_waiting (site_id, tolerance_seconds, strict_order, cadence_seconds, alternatives_after_minutes, alternatives_over_minutes,
                service_level_seconds, service_level_percent, handle_minutes, wrap_up_seconds)
            VALUES (@siteId, @ToleranceSeconds, @StrictOrder, @CadenceSeconds, @AlternativesAfterMinutes, @AlternativesOverMinutes,
                @ServiceLevelSeconds, @ServiceLevelPercent, @HandleMinutes, @WrapUpSeconds)
            ON CONFLICT (site_id) DO UPDATE SET tolerance_seconds = excluded.tolerance_seconds, strict_order = excluded.strict_order,
                cadence_seconds = excluded.cadence_seconds, alternatives_after_minutes = excluded.alternatives_after_minutes,
                alternatives_over_minutes = excluded.alternatives_over_minutes, service_level_seconds = excluded.service_level_seconds,
                service_level_percent = excluded.service_level_percent, handle_minutes = excluded.handle_minutes,
                wrap_up_seconds = excluded.wrap_up_seconds
            """,
            new
            {
                siteId, waiting.ToleranceSeconds, waiting.StrictOrder, waiting.CadenceSeconds, waiting.AlternativesAfterMinutes,
                waiting.AlternativesOverMinutes, waiting.ServiceLevelSeconds, waiting.ServiceLevelPercent, waiting.HandleMinutes, waiting.WrapUpSeconds,
            },
            transaction);
        await connection.ExecuteAsync(
            """
            INSERT INTO topic_routing (topic_id, mode, offer_seconds, priority) VALUES (@TopicId, @Mode, @OfferSeconds, @Priority)
            ON CONFLICT (topic_id) DO UPDATE SET mode = excluded.mode, offer_seconds = excluded.offer_seconds, priority = excluded.priority
            """,
            routing.Topics.Select(t => new { t.TopicId, Mode = (int)t.Mode, t.OfferSeconds, t.Priority }),
            transaction);
    });

    /// <summary>The last of two that write at once wins whole: what both would have put in is there once.</summary>
    public Task Save(long agentId, AgentSkills skills) => Together(async (connection, transaction) =>
    {
        await connection.ExecuteAsync(
            "DELETE FROM agent_skills WHERE agent_id = @agentId; DELETE FROM agent_languages WHERE agent_id = @agentId", new { agentId }, transaction);
        await connection.ExecuteAsync(
            """
            INSERT INTO agent_skills (agent_id, topic_id, level) VALUES (@agentId, @TopicId, @Level)
            ON CONFLICT (agent_id, topic_id) DO UPDATE SET level = excluded.level
            """,
            skills.Skills.Select(s => new { agentId, s.TopicId, s.Level }),
            transaction);
        await connection.ExecuteAsync(
            "INSERT INTO agent_languages (agent_id, language) VALUES (@agentId, @language) ON CONFLICT (agent_id, language) DO NOTHING",
            skills.Languages.Select(language => new { agentId, language }),
            transaction);
    });

    public Task Save(long siteId, HoldMessage message) => Together((connection, transaction) => connection.ExecuteAsync(
        """
        INSERT INTO hold_messages (site_id, kind, topic_id, language, body) VALUES (@siteId, @kind, @TopicId, @Language, @Text)
        ON CONFLICT (site_id, kind, COALESCE(topic_id, 0), language) DO UPDATE SET body = excluded.body
        """,
        new { siteId, kind = (int)message.Kind, message.TopicId, message.Language, message.Text },
        transaction));

    public Task Forget(long siteId, HoldKind kind, long? topicId, string language) => Together((connection, transaction) => connection.ExecuteAsync(
        "DELETE FROM hold_messages WHERE site_id = @siteId AND kind = @kind AND COALESCE(topic_id, 0) = @topic AND language = @language",
        new { siteId, kind = (int)kind, topic = topicId ?? 0, language },
        transaction));

    private async Task Together(Func<DbConnection, DbTransaction, Task> write)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        await write(connection, transaction);
        await transaction.CommitAsync();
    }
}

/// <summary>Everything that is set about routing, as stored.</summary>
internal sealed record RoutingRows(
    IReadOnlyList<SiteWaitingRow> Sites,
    IReadOnlyList<TopicRoutingRow> Topics,
    IReadOnlyList<SkillRow> Skills,
    IReadOnlyList<LanguageRow> Languages,
    IReadOnlyList<HoldRow> Holds)
{
    public static readonly RoutingRows None = new([], [], [], [], []);

    public bool SameAs(RoutingRows other) =>
        Sites.SequenceEqual(other.Sites) && Topics.SequenceEqual(other.Topics) && Skills.SequenceEqual(other.Skills)
        && Languages.SequenceEqual(other.Languages) && Holds.SequenceEqual(other.Holds);
}
