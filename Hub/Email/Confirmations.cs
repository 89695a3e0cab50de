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

    /// <returns>Whether one more may go out; it is counted.</returns>
    public async Task<bool> May(string recipient, string? source, long site, long nowMs)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("DELETE FROM confirmations WHERE at < @old", new { old = nowMs - 24 * HourMs });
        var sent = await connection.QueryFirstAsync<(long Recipient, long Source, long Site)>(
            """
            SELECT
                (SELECT COUNT(*) FROM confirmations WHERE recipient = @recipient),
                (SELECT COUNT(*) FROM confirmations WHERE source = @source AND at > @hour),
                (SELECT COUNT(*) FROM confirmations WHERE site_id = @site AND at > @hour)
            """,
            new { recipient = recipient.ToLowerInvariant(), source, site, hour = nowMs - HourMs });
        if (sent.Recipient >= PerRecipientADay || sent.Source >= PerSourceAnHour || sent.Site >= PerSiteAnHour)
            return false;
        await connection.ExecuteAsync(
            "INSERT INTO confirmations (recipient, source, site_id, at) VALUES (@recipient, @source, @site, @nowMs)",
            new { recipient = recipient.ToLowerInvariant(), source, site, nowMs });
        return true;
    }
}
