using Dapper;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using SupportHub.Email.Mailboxes;
using SupportHub.Storage;

namespace SupportHub.Email.Intake;

/// <summary>
/// Follows one inbox. How far it was read is remembered by UIDVALIDITY and UID, after each mail: what was not confirmed is fetched again, and known by its
/// content. When the server renumbers the folder, it is read from the beginning. Nothing is changed or deleted there.
/// </summary>
public sealed class ImapFolder(MailServers servers, MailIntake intake, MailSql mails, Database database, TimeProvider clock)
{
    // Servers end an IDLE after half an hour (RFC 2177); networks forget quiet connections sooner.
    private static readonly TimeSpan IdleFor = TimeSpan.FromMinutes(9);
    private static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(20);

    public async Task Follow(OpenMailbox mailbox, CancellationToken cancel)
    {
        using var client = await servers.Imap(mailbox.Imap!, mailbox.Account, cancel);
        var inbox = client.Inbox;
        await inbox.OpenAsync(FolderAccess.ReadOnly, cancel);
        while (true)
        {
            // Listened to from before the search on: what comes while mails are fetched is not told again.
            using var more = new CancellationTokenSource();
            void Came(object? sender, EventArgs e) => more.Cancel();
            inbox.CountChanged += Came;
            try
            {
                await FetchNew(mailbox, inbox, cancel);
                await WaitForMore(client, more.Token, cancel);
            }
            finally
            {
                inbox.CountChanged -= Came;
            }
        }
    }

    private async Task FetchNew(OpenMailbox mailbox, IMailFolder inbox, CancellationToken cancel)
    {
        var read = await Position(mailbox.SiteId, inbox);
        // A range that begins beyond the newest mail still gives that one (RFC 9051, "*").
        var fresh = (await inbox.SearchAsync(SearchQuery.Uids(new UniqueIdRange(new UniqueId((uint)read + 1), UniqueId.MaxValue)), cancel)).Where(u => u.Id > read).OrderBy(u => u.Id);
        foreach (var uid in fresh)
        {
            var source = $"{inbox.FullName}/{inbox.UidValidity}/{uid.Id}";
            if (!await mails.IsKnown(mailbox.SiteId, source))
            {
                var size = await Size(inbox, uid, cancel);
                await using var raw = size > IntakeLimits.Mail ? await inbox.GetStreamAsync(uid, 0, IntakeLimits.Beginning, cancel) : await inbox.GetStreamAsync(uid, cancel);
                await intake.Take(mailbox, source, raw, Math.Max(size, raw.Length), cancel);
            }
            await Remember(mailbox.SiteId, inbox, uid.Id);
        }
    }

    /// <summary>Asked before the mail is fetched: what is fetched is in the memory.</summary>
    private static async Task<long> Size(IMailFolder inbox, UniqueId uid, CancellationToken cancel) =>
        (await inbox.FetchAsync([uid], MessageSummaryItems.UniqueId | MessageSummaryItems.Size, cancel)).FirstOrDefault()?.Size ?? 0;

    private async Task WaitForMore(ImapClient client, CancellationToken more, CancellationToken cancel)
    {
        if (more.IsCancellationRequested)
            return;
        if (client.Capabilities.HasFlag(ImapCapabilities.Idle))
        {
            using var renew = new CancellationTokenSource(IdleFor, clock);
            using var done = CancellationTokenSource.CreateLinkedTokenSource(more, renew.Token);
            await client.IdleAsync(done.Token, cancel);
        }
        else
        {
            await Task.Delay(PollEvery, clock, cancel);
        }
        await client.NoOpAsync(cancel);
    }

    private async Task<long> Position(long site, IMailFolder inbox)
    {
        await using var connection = await database.Open();
        return await connection.QueryFirstOrDefaultAsync<long>(
            "SELECT last_uid FROM mail_folders WHERE site_id = @site AND folder = @folder AND uid_validity = @validity",
            new { site, folder = inbox.FullName, validity = (long)inbox.UidValidity });
    }

    private async Task Remember(long site, IMailFolder inbox, long uid)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            """
            INSERT INTO mail_folders (site_id, folder, uid_validity, last_uid) VALUES (@site, @folder, @validity, @uid)
            ON CONFLICT (site_id, folder) DO UPDATE SET uid_validity = excluded.uid_validity, last_uid = excluded.last_uid
            """,
            new { site, folder = inbox.FullName, validity = (long)inbox.UidValidity, uid });
    }
}
