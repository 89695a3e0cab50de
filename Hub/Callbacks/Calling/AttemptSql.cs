using Dapper;
using SupportHub.Storage;

namespace SupportHub.Callbacks.Calling;

public sealed class AttemptSql(Database database)
{
    private const long DayMs = 24 * 3600_000;

    private const string Columns =
        "conversation_id, number, site_id, agent_id, customer, facts, version, began_at, told, reserved_cents, search_at, quiet_at, settle_at, away_at, look_at";

    public async Task<StoredAttempt?> Find(long conversation, int number, CancellationToken cancel = default)
    {
        await using var connection = await database.Open(cancel);
        return await connection.QueryFirstOrDefaultAsync<StoredAttempt>(
            $"SELECT {Columns} FROM call_attempts WHERE conversation_id = @conversation AND number = @number", new { conversation, number });
    }

    public async Task<IReadOnlyList<StoredAttempt>> Due(long nowMs, int limit, CancellationToken cancel)
    {
        await using var connection = await database.Open(cancel);
        return [.. await connection.QueryAsync<StoredAttempt>(
            $"SELECT {Columns} FROM call_attempts WHERE look_at <= @nowMs ORDER BY look_at LIMIT @limit", new { nowMs, limit })];
    }

    /// <summary>The calls of the same agent's other attempts of the last day, as the network names them.</summary>
    public async Task<IReadOnlyCollection<string>> OthersCalls(StoredAttempt attempt)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<StoredAttempt>(
            $"SELECT {Columns} FROM call_attempts WHERE agent_id = @AgentId AND began_at > @since AND NOT (conversation_id = @ConversationId AND number = @Number)",
            new { attempt.AgentId, attempt.ConversationId, attempt.Number, since = attempt.BeganAt - DayMs })).Select(a => a.Known.AgentSid).OfType<string>().ToHashSet();
    }

    /// <summary>Whether the network calls another attempt of the last days so, on either leg.</summary>
    public async Task<bool> IsAnothers(StoredAttempt attempt, string sid)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<StoredAttempt>(
            $"SELECT {Columns} FROM call_attempts WHERE began_at > @since AND facts LIKE @about AND NOT (conversation_id = @ConversationId AND number = @Number)",
            new { since = attempt.BeganAt - DayMs, about = $"%{sid}%", attempt.ConversationId, attempt.Number })).Any(a => a.Known is { } other && (other.AgentSid == sid || other.CustomerSid == sid));
    }

    /// <returns>False where somebody else looks at it.</returns>
    public async Task<bool> Postpone(StoredAttempt attempt, long untilMs)
    {
        await using var connection = await database.Open();
        return await connection.ExecuteAsync(
            "UPDATE call_attempts SET look_at = @untilMs WHERE conversation_id = @ConversationId AND number = @Number AND version = @Version AND look_at = @LookAt",
            new { attempt.ConversationId, attempt.Number, attempt.Version, attempt.LookAt, untilMs }) == 1;
    }

    /// <returns>False where somebody else changed it since it was read.</returns>
    public async Task<bool> Save(StoredAttempt attempt)
    {
        await using var connection = await database.Open();
        return await connection.ExecuteAsync(
            """
            UPDATE call_attempts SET facts = @Facts, told = @Told, reserved_cents = @ReservedCents, search_at = @SearchAt, quiet_at = @QuietAt,
                settle_at = @SettleAt, away_at = @AwayAt, look_at = @LookAt, version = version + 1
            WHERE conversation_id = @ConversationId AND number = @Number AND version = @Version
            """,
            attempt) == 1;
    }
}
