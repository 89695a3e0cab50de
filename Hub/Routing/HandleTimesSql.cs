using Dapper;
using SupportHub.Storage;

namespace SupportHub.Routing;

internal static class HandleTimesSql
{
    /// <summary>Seconds of the conversations that ended last.</summary>
    public static async Task<IReadOnlyList<int>> Newest(Database database, int limit, CancellationToken cancel)
    {
        await using var connection = await database.Open(cancel);
        return [.. await connection.QueryAsync<int>("SELECT seconds FROM handle_times ORDER BY ended_at DESC LIMIT @limit", new { limit })];
    }
}
