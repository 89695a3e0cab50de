using Dapper;
using SupportHub.Email.Mailboxes;
using SupportHub.Storage;

namespace SupportHub.Email.Tokens;

/// <summary>Refresh tokens that a service gave in place of the one that an administrator filled in.</summary>
public sealed class TokenSql(Database database, MailboxSecrets secrets)
{
    public async Task<string?> Read(long site)
    {
        await using var connection = await database.Open();
        return secrets.Show(await connection.QueryFirstOrDefaultAsync<string?>("SELECT refresh_token FROM mail_tokens WHERE site_id = @site", new { site }));
    }

    public async Task Keep(long site, string token)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            "INSERT INTO mail_tokens (site_id, refresh_token) VALUES (@site, @hidden) ON CONFLICT (site_id) DO UPDATE SET refresh_token = excluded.refresh_token",
            new { site, hidden = secrets.Hide(token) });
    }

    public async Task Forget(long site)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("DELETE FROM mail_tokens WHERE site_id = @site", new { site });
    }
}
