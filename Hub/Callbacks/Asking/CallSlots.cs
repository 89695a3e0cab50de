using System.Data.Common;
using Dapper;
using SupportHub.Storage;

namespace SupportHub.Callbacks.Asking;

/// <summary>Booked times. The key makes sure that two customers never get the same place at the same time.</summary>
public sealed class CallSlots(Database database)
{
    private const long DayMs = 24 * 3600_000;

    /// <summary>One time for a conversation: the last that was booked.</summary>
    /// <returns>False where it is full.</returns>
    public async Task<bool> Book(long site, long startsAt, int atOnce, long conversation, long nowMs)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("DELETE FROM call_slots WHERE starts_at < @before", new { before = nowMs - DayMs });
        for (var lane = 0; lane < atOnce; lane++)
        {
            if (await connection.ExecuteAsync(
                "INSERT INTO call_slots (site_id, starts_at, lane, conversation_id) VALUES (@site, @startsAt, @lane, @conversation) ON CONFLICT DO NOTHING",
                new { site, startsAt, lane, conversation }) == 1)
                return true;
            if (await Move(connection, site, startsAt, lane, conversation))
                return true;
        }
        return false;
    }

    private async Task<bool> Move(DbConnection connection, long site, long startsAt, int lane, long conversation)
    {
        try
        {
            return await connection.ExecuteAsync(
                """
                UPDATE call_slots SET starts_at = @startsAt, lane = @lane, site_id = @site
                WHERE conversation_id = @conversation AND NOT EXISTS (SELECT 1 FROM call_slots o WHERE o.site_id = @site AND o.starts_at = @startsAt AND o.lane = @lane AND o.conversation_id <> @conversation)
                """,
                new { site, startsAt, lane, conversation }) == 1;
        }
        // Somebody else came first, after this looked and before it moved.
        catch (DbException failure) when (database.Dialect.IsDuplicateKey(failure))
        {
            return false;
        }
    }

    public async Task Free(long conversation)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("DELETE FROM call_slots WHERE conversation_id = @conversation", new { conversation });
    }

    /// <summary>How many are booked, by their start.</summary>
    public async Task<IReadOnlyDictionary<long, int>> Booked(long site, long fromMs, long toMs)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<(long At, int Count)>(
            "SELECT starts_at, CAST(COUNT(*) AS INTEGER) FROM call_slots WHERE site_id = @site AND starts_at >= @fromMs AND starts_at < @toMs GROUP BY starts_at",
            new { site, fromMs, toMs })).ToDictionary(s => s.At, s => s.Count);
    }
}
