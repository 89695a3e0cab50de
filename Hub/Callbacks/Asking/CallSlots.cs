using System.Data.Common;
using Dapper;
using SupportHub.Storage;

namespace SupportHub.Callbacks.Asking;

/// <summary>Booked times. The key makes sure that two customers never get the same place at the same time.</summary>
public sealed class CallSlots(Database database)
{
    private const long DayMs = 24 * 3600_000;

    /// <summary>One time for a conversation: the last that was booked. Two of one agent's own never overlap.</summary>
    /// <returns>False where it is full.</returns>
    public async Task<bool> Book(CallSlot slot, int atOnce, long nowMs)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("DELETE FROM call_slots WHERE starts_at < @before", new { before = nowMs - DayMs });
        if (slot.AgentId is not null)
            return await BookOwn(connection, slot, atOnce);
        for (var lane = 0; lane < atOnce; lane++)
            if (await Insert(connection, null, slot, lane) || await Move(connection, slot, lane))
                return true;
        return false;
    }

    /// <summary>Bookings of one agent come one after the other: the row of the agent's phone is held until the end.</summary>
    private static async Task<bool> BookOwn(DbConnection connection, CallSlot slot, int atOnce)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("UPDATE agent_phones SET phone = phone WHERE agent_id = @AgentId", slot, transaction);
        if (await connection.QueryFirstAsync<long>(
            "SELECT COUNT(*) FROM call_slots WHERE agent_id = @AgentId AND starts_at < @EndsAt AND ends_at > @StartsAt AND conversation_id <> @ConversationId", slot, transaction) > 0)
            return false;
        await connection.ExecuteAsync("DELETE FROM call_slots WHERE conversation_id = @ConversationId", slot, transaction);
        for (var lane = 0; lane < atOnce; lane++)
            if (await Insert(connection, transaction, slot, lane))
            {
                await transaction.CommitAsync();
                return true;
            }
        return false;
    }

    private static async Task<bool> Insert(DbConnection connection, DbTransaction? transaction, CallSlot slot, int lane) => await connection.ExecuteAsync(
        "INSERT INTO call_slots (site_id, starts_at, lane, conversation_id, agent_id, ends_at) VALUES (@SiteId, @StartsAt, @lane, @ConversationId, @AgentId, @EndsAt) ON CONFLICT DO NOTHING",
        new { slot.SiteId, slot.StartsAt, lane, slot.ConversationId, slot.AgentId, slot.EndsAt }, transaction) == 1;

    /// <summary>Where only the number changes, the time stays whose it is.</summary>
    private async Task<bool> Move(DbConnection connection, CallSlot slot, int lane)
    {
        try
        {
            return await connection.ExecuteAsync(
                """
                UPDATE call_slots SET starts_at = @StartsAt, ends_at = @EndsAt, lane = @lane, site_id = @SiteId, agent_id = CASE WHEN starts_at = @StartsAt THEN agent_id END
                WHERE conversation_id = @ConversationId
                    AND NOT EXISTS (SELECT 1 FROM call_slots o WHERE o.site_id = @SiteId AND o.starts_at = @StartsAt AND o.lane = @lane AND o.conversation_id <> @ConversationId)
                """,
                new { slot.SiteId, slot.StartsAt, slot.EndsAt, lane, slot.ConversationId }) == 1;
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
