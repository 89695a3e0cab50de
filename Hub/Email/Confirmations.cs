using Dapper;
using SupportHub.Storage;

namespace SupportHub.Email;

/// <summary>
/// Confirmations go to addresses that nobody has proved, so somebody could have them sent to a stranger. They hold no text of the sender, and are few:
/// counted by recipient, by who asks, and by site.
/// </summary>
public sealed class Confirmations(Database database)
{
    private const int PerRecipientADay = 5;
    private const int PerSourceAnHour = 20;
    private const int PerSiteAnHour = 600;
    private const long HourMs = 3600_000;

    /// <returns>Whether one more may go out; it is counted. Never one too many, however many ask at once.</returns>
    public async Task<bool> May(string recipient, string? source, long site, long nowMs)
    {
        recipient = recipient.ToLowerInvariant();
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        // Counted and added with nobody in between, also on another node: each waits for the one before at this row.
        await connection.ExecuteAsync("UPDATE confirmation_turn SET at = @nowMs", new { nowMs }, transaction);
        await connection.ExecuteAsync("DELETE FROM confirmations WHERE at < @old", new { old = nowMs - 24 * HourMs }, transaction);
        var sent = await connection.QueryFirstAsync<(long Recipient, long Source, long Site)>(
            """
            SELECT
                (SELECT COUNT(*) FROM confirmations WHERE recipient = @recipient),
                (SELECT COUNT(*) FROM confirmations WHERE source = @source AND at > @hour),
                (SELECT COUNT(*) FROM confirmations WHERE site_id = @site AND at > @hour)
            """,
            new { recipient, source, site, hour = nowMs - HourMs },
            transaction);
        var may = sent.Recipient < PerRecipientADay && sent.Source < PerSourceAnHour && sent.Site < PerSiteAnHour;
        if (may)
            await connection.ExecuteAsync(
                "INSERT INTO confirmations (recipient, source, site_id, at) VALUES (@recipient, @source, @site, @nowMs)",
                new { recipient, source, site, nowMs },
                transaction);
        await transaction.CommitAsync();
        return may;
    }
}
