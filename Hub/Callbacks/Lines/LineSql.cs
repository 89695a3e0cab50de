using Dapper;
using SupportHub.Storage;

namespace SupportHub.Callbacks.Lines;

public sealed class LineSql(Database database)
{
    private const string Columns = "site_id, settings, secret, auth_token";

    public async Task<IReadOnlyList<StoredLine>> All(CancellationToken cancel)
    {
        await using var connection = await database.Open(cancel);
        return [.. await connection.QueryAsync<StoredLine>($"SELECT {Columns} FROM phone_lines ORDER BY site_id")];
    }

    public async Task<IReadOnlyList<(long Agent, string Phone)>> Phones(CancellationToken cancel)
    {
        await using var connection = await database.Open(cancel);
        return [.. await connection.QueryAsync<(long, string)>("SELECT agent_id, phone FROM agent_phones ORDER BY agent_id")];
    }

    /// <param name="phones">Of agents: null removes one.</param>
    public async Task Save(StoredLine line, IReadOnlyList<(long Agent, string? Phone)> phones)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(
            $"""
            INSERT INTO phone_lines ({Columns}) VALUES (@SiteId, @Settings, @Secret, @AuthToken)
            ON CONFLICT (site_id) DO UPDATE SET settings = excluded.settings, secret = excluded.secret, auth_token = excluded.auth_token
            """,
            line, transaction);
        foreach (var (agent, phone) in phones)
            await connection.ExecuteAsync(
                phone is null
                    ? "DELETE FROM agent_phones WHERE agent_id = @agent"
                    : "INSERT INTO agent_phones (agent_id, phone) VALUES (@agent, @phone) ON CONFLICT (agent_id) DO UPDATE SET phone = excluded.phone",
                new { agent, phone }, transaction);
        await transaction.CommitAsync();
    }

    public async Task Remove(long site)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("DELETE FROM phone_lines WHERE site_id = @site", new { site });
    }
}
