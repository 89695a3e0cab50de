using Dapper;
using SupportHub.Storage;

namespace SupportHub.Email.Mailboxes;

public sealed class MailboxSql(Database database)
{
    private const string Columns = "site_id, address, name, smtp, imap, user_name, password, sign_in, token_in_address, addresses, inbound_secret, thread_key, tokens, client_secret";

    public async Task<IReadOnlyList<StoredMailbox>> All(CancellationToken cancel)
    {
        await using var connection = await database.Open(cancel);
        return [.. await connection.QueryAsync<StoredMailbox>($"SELECT {Columns} FROM mailboxes ORDER BY site_id")];
    }

    /// <summary>Secret and key of a mailbox that exists stay as they are: mails that are on their way refer to them.</summary>
    public async Task Save(StoredMailbox mailbox)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            $"""
            INSERT INTO mailboxes ({Columns})
            VALUES (@SiteId, @Address, @Name, @Smtp, @Imap, @UserName, @Password, @SignIn, @TokenInAddress, @Addresses, @InboundSecret, @ThreadKey, @Tokens, @ClientSecret)
            ON CONFLICT (site_id) DO UPDATE SET address = excluded.address, name = excluded.name, smtp = excluded.smtp, imap = excluded.imap,
                user_name = excluded.user_name, password = excluded.password, sign_in = excluded.sign_in, token_in_address = excluded.token_in_address,
                addresses = excluded.addresses, tokens = excluded.tokens, client_secret = excluded.client_secret
            """,
            mailbox);
    }

    public async Task Remove(long site)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("DELETE FROM mailboxes WHERE site_id = @site", new { site });
    }
}
