using Dapper;
using SupportHub.Storage;

namespace SupportHub.Routing;

internal static class HandleTimesSql
{
    /// <summary>The conversations that ended last, the newest first.</summary>
    public static async Task<IReadOnlyList<HandleTime>> Newest(Database database, int limit, CancellationToken cancel)
    {
        await using var connection = await database.Open(cancel);
        var rows = await connection.QueryAsync<(long Agent, long? Topic, int Seconds)>(
            "SELECT agent_id, topic_id, seconds FROM handle_times ORDER BY ended_at DESC LIMIT @limit", new { limit });
        return [.. rows.Select(r => new HandleTime(r.Agent, r.Topic, r.Seconds))];
    }
}
