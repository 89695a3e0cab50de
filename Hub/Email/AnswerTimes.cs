using System.Collections.Frozen;
using Dapper;
using SupportHub.Conversations;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Sites.Hours;
using SupportHub.Storage;

namespace SupportHub.Email;

/// <summary>How long answers by mail took lately, by site and topic; measured again every ten minutes.</summary>
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
        var spans = AnswerSpan.Of(await Read(nowMs - LatelyMs, cancel));
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

    private async Task<IEnumerable<AnswerRow>> Read(long sinceMs, CancellationToken cancel)
    {
        await using var connection = await database.Open(cancel);
        return await connection.QueryAsync<AnswerRow>(
            """
            SELECT c.site_id, c.topic_id, e.conversation_id, e.kind, e.author, e.at,
                CASE WHEN e.detail LIKE '%"mail":{%' THEN TRUE ELSE FALSE END AS by_mail
            FROM entries e JOIN conversations c ON c.id = e.conversation_id
            WHERE e.at > @sinceMs AND e.kind IN (@message, @mailed) AND e.conversation_id IN (
                SELECT conversation_id FROM outbox WHERE kind = @mail AND state = 1 AND due_at > @sinceMs
                GROUP BY conversation_id ORDER BY MAX(due_at) DESC LIMIT @limit)
            ORDER BY e.conversation_id, e.seq
            """,
            new { sinceMs, message = (int)EntryKind.Message, mailed = (int)EntryKind.Mailed, mail = (int)PostKind.Mail, limit = Conversations });
    }
}
