using System.Collections.Frozen;
using Dapper;
using SupportHub.Conversations;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Sites.Hours;
using SupportHub.Storage;

namespace SupportHub.Email;

/// <summary>How long answers by mail took lately, or take at least where they are late, by site and topic; measured again every ten minutes.</summary>
public sealed class AnswerTimes(Database database, SiteDirectory sites, TimeProvider clock) : IDirectory
{
    private const long EveryMs = 10 * 60_000;
    private const long LatelyMs = 28 * 24 * 3600_000L;

    /// <summary>More would tell nothing more, and take longer to read.</summary>
    private const int Conversations = 5000;

    private volatile FrozenDictionary<(long Site, long? Topic), MeasuredAnswers> _measured = FrozenDictionary<(long, long?), MeasuredAnswers>.Empty;
    private long _readAt;

    public MeasuredAnswers? Of(long site, long? topic) => _measured.GetValueOrDefault((site, topic));

    public Task Refresh(CancellationToken cancel = default) => clock.NowMs() - _readAt < EveryMs ? Task.CompletedTask : Measure(cancel);

    public async Task Measure(CancellationToken cancel)
    {
        var nowMs = clock.NowMs();
        var spans = AnswerSpan.Of(await Read(nowMs, cancel), nowMs);
        _measured = spans.GroupBy(s => (s.Site, s.Topic))
            .Select(g => (g.Key, Answers: AnswerRules.Measure(g.Key.Topic, [.. g.Select(OpenMs)])))
            .Where(m => m.Answers is not null)
            .ToFrozenDictionary(m => m.Key, m => m.Answers!);
        _readAt = nowMs;
    }

    /// <summary>By the hours as they are now: they are what the next promise is counted in.</summary>
    private long OpenMs(AnswerSpan span) => sites.ById(span.Site) is { } site
        ? site.Hours.Of(span.Topic, ChannelKind.Email).Opening.OpenMs(span.From, span.To)
        : span.To - span.From;

    /// <summary>Of conversations that were answered lately, and of those where an answer is late.</summary>
    private async Task<IEnumerable<AnswerRow>> Read(long nowMs, CancellationToken cancel)
    {
        await using var connection = await database.Open(cancel);
        return await connection.QueryAsync<AnswerRow>(
            """
            SELECT c.site_id, c.topic_id, e.conversation_id, e.kind, e.author, e.at,
                CASE WHEN e.detail LIKE '%"mail":{%' THEN TRUE ELSE FALSE END AS by_mail,
                CASE WHEN c.status <> @resolved THEN c.answer_by END AS owed_by
            FROM entries e JOIN conversations c ON c.id = e.conversation_id
            WHERE e.at > @sinceMs AND e.kind IN (@message, @mailed) AND e.conversation_id IN (
                SELECT conversation_id FROM (
                    SELECT conversation_id FROM outbox WHERE kind = @mail AND state = 1 AND due_at > @sinceMs
                    GROUP BY conversation_id ORDER BY MAX(due_at) DESC LIMIT @limit) AS answered
                UNION
                SELECT id FROM (
                    SELECT id FROM conversations WHERE status <> @resolved AND answer_by < @nowMs ORDER BY answer_by DESC LIMIT @limit) AS late)
            ORDER BY e.conversation_id, e.seq
            """,
            new
            {
                nowMs, sinceMs = nowMs - LatelyMs, resolved = (int)ConversationStatus.Resolved, message = (int)EntryKind.Message, mailed = (int)EntryKind.Mailed, mail = (int)PostKind.Mail, limit = Conversations,
            });
    }
}
