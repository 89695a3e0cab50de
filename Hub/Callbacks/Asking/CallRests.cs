using Dapper;
using SupportHub.Storage;

namespace SupportHub.Callbacks.Asking;

/// <summary>Who was refused again and again rests: whoever tries out numbers, or floods a site, is not looked at meanwhile. Counted in the database, for all nodes.</summary>
public sealed class CallRests(Database database)
{
    /// <returns>Whether one of them rests.</returns>
    public async Task<bool> Rest(IReadOnlyList<(string Who, int Most)> counted, long nowMs)
    {
        await using var connection = await database.Open();
        return await connection.QueryFirstAsync<long>(
            "SELECT COUNT(*) FROM call_rests WHERE (who = @first OR who = @last) AND rests_until > @nowMs", new { first = counted[0].Who, last = counted[^1].Who, nowMs }) > 0;
    }

    /// <summary>One more refusal of each.</summary>
    public async Task Add(IReadOnlyList<(string Who, int Most)> counted, long nowMs)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            """
            INSERT INTO call_rests (who, refused, since, rests_until) VALUES (@who, 1, @nowMs, 0)
            ON CONFLICT (who) DO UPDATE SET
                refused = CASE WHEN call_rests.since <= @windowMs THEN 1 ELSE call_rests.refused + 1 END,
                since = CASE WHEN call_rests.since <= @windowMs THEN excluded.since ELSE call_rests.since END,
                rests_until = CASE WHEN call_rests.since > @windowMs AND call_rests.refused + 1 >= @most THEN @untilMs ELSE call_rests.rests_until END
            """,
            counted.Select(c => new { who = c.Who, most = c.Most, nowMs, windowMs = nowMs - RestRules.WindowMs, untilMs = nowMs + RestRules.RestMs }));
    }

    public async Task Forget(long beforeMs, CancellationToken cancel)
    {
        await using var connection = await database.Open(cancel);
        await connection.ExecuteAsync("DELETE FROM call_rests WHERE since < @beforeMs AND rests_until < @beforeMs", new { beforeMs });
    }
}
