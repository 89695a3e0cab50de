using System.Security.Cryptography;
using Dapper;
using SupportHub.Storage;
using SupportHub.Wording;

namespace SupportHub.Agents;

/// <summary>The agents' pictures: small, in the database, under an address that changes with the picture.</summary>
public sealed class PictureDesk(Database database, AgentDirectory agents)
{
    public async Task<Saved<AgentAccount>> Set(long agentId, ReadOnlyMemory<byte> content)
    {
        if (content.Length > PictureRules.SizeLimit)
            return new FieldFault("picture", Fault.PictureTooLarge);
        if (PictureRules.TypeOf(content.Span) is not { } type)
            return new FieldFault("picture", Fault.PictureType);

        var address = $"/pictures/{agentId}?v={Convert.ToHexStringLower(SHA256.HashData(content.Span))[..12]}";
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(
            """
            INSERT INTO agent_pictures (agent_id, type, content) VALUES (@agentId, @type, @text)
            ON CONFLICT (agent_id) DO UPDATE SET type = excluded.type, content = excluded.content
            """, new { agentId, type, text = Convert.ToBase64String(content.Span) }, transaction);
        var found = await connection.ExecuteAsync("UPDATE agents SET picture = @address WHERE id = @agentId", new { agentId, address }, transaction);
        if (found == 0)
            return Saved<AgentAccount>.Missing;
        await transaction.CommitAsync();
        return await Reread(agentId);
    }

    public async Task<Saved<AgentAccount>> Remove(long agentId)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("UPDATE agents SET picture = NULL WHERE id = @agentId", new { agentId }, transaction);
        await connection.ExecuteAsync("DELETE FROM agent_pictures WHERE agent_id = @agentId", new { agentId }, transaction);
        await transaction.CommitAsync();
        return await Reread(agentId);
    }

    public async Task<(string Type, byte[] Content)?> Find(long agentId)
    {
        await using var connection = await database.Open();
        var row = await connection.QuerySingleOrDefaultAsync<Row>("SELECT type, content FROM agent_pictures WHERE agent_id = @agentId", new { agentId });
        return row is null ? null : (row.Type, Convert.FromBase64String(row.Content));
    }

    private async Task<Saved<AgentAccount>> Reread(long agentId)
    {
        await agents.Refresh();
        return agents.Find(agentId) is { } account ? account : Saved<AgentAccount>.Missing;
    }

    private sealed record Row
    {
        public string Type { get; init; } = "";
        public string Content { get; init; } = "";
    }
}
