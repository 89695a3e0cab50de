using Dapper;
using SupportHub.Conversations;
using SupportHub.Shared;
using SupportHub.Storage;

namespace SupportHub.Realtime;

internal static class AgentSql
{
    public static async Task<IReadOnlyList<long>> EarlierOfVisitor(Database database, long visitor, long except)
    {
        await using var connection = await database.Open();
        return [.. await connection.QueryAsync<long>(
            "SELECT id FROM conversations WHERE visitor_id = @visitor AND id <> @except ORDER BY id DESC LIMIT 20", new { visitor, except })];
    }

    /// <summary>Resolved conversations whose customer or whose text has the word, newest first; one more than <paramref name="limit"/> says that there are more.</summary>
    public static async Task<IReadOnlyList<long>> Search(Database database, string? text, long? beforeId, int limit)
    {
        var pattern = text is null ? null : $"%{text.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_").ToLowerInvariant()}%";
        await using var connection = await database.Open();
        return [.. await connection.QueryAsync<long>(
            $"""
            SELECT c.id FROM conversations c JOIN visitors v ON v.id = c.visitor_id
            WHERE c.status = @resolved AND c.id < @before
            {(pattern is null ? "" : """
              AND (LOWER(COALESCE(v.name, '')) LIKE @pattern ESCAPE '\' OR LOWER(COALESCE(v.email, '')) LIKE @pattern ESCAPE '\'
                OR EXISTS (SELECT 1 FROM entries e WHERE e.conversation_id = c.id AND LOWER(e.body) LIKE @pattern ESCAPE '\'))
            """)}
            ORDER BY c.id DESC LIMIT @take
            """,
            new { resolved = (int)ConversationStatus.Resolved, before = beforeId ?? long.MaxValue, pattern, take = limit + 1 })];
    }

    /// <summary>Whether this entry went out by mail, or was to.</summary>
    public static async Task<bool> MailedEntry(Database database, long conversation, int seq)
    {
        await using var connection = await database.Open();
        return await connection.QueryFirstAsync<long>(
            "SELECT COUNT(*) FROM outbox WHERE conversation_id = @conversation AND seq = @seq AND kind = @kind",
            new { conversation, seq, kind = (int)PostKind.Mail }) > 0;
    }
}
