using Dapper;
using SupportHub.Shared;
using SupportHub.Storage;

namespace SupportHub.Email.Intake;

/// <summary>Which automatic mails a sender got, so that they stay few: a sender's address is easily forged, and may be a machine's that answers.</summary>
public sealed class MailNotices(Database database)
{
    /// <returns>Whether the sender may be told because of this mail; it is counted. The same answer for the same mail.</returns>
    public async Task<bool> May(long site, string sender, MailNotice notice, long mail, long nowMs)
    {
        await using var connection = await database.Open();
        return await connection.ExecuteAsync(
            """
            INSERT INTO mail_notices (site_id, sender, notice, mail_id, told_at) VALUES (@site, @sender, @notice, @mail, @nowMs)
            ON CONFLICT (site_id, sender, notice) DO UPDATE SET mail_id = excluded.mail_id, told_at = excluded.told_at
            WHERE mail_notices.mail_id = excluded.mail_id OR mail_notices.told_at <= @before
            """,
            new { site, sender = sender.ToLowerInvariant(), notice = (int)notice, mail, nowMs, before = nowMs - EveryMs(notice) }) == 1;
    }

    private static long EveryMs(MailNotice notice) => notice == MailNotice.Held ? 24 * 3600_000L : 3600_000L;
}
