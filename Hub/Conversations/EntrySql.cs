using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dapper;
using SupportHub.Shared;
using SupportHub.Storage;

namespace SupportHub.Conversations;

/// <summary>The timeline's rows.</summary>
internal static class EntrySql
{
    private const string Columns = "conversation_id, seq, kind, author, agent_id, session, number, body, detail, at";
    private const string Public = $" AND kind NOT IN {Visibility.InternalKinds}";
    private static readonly JsonTypeInfo<EntryDetail> Detail = WireJson.Info<EntryDetail>();

    /// <summary>Only what a head needs: no texts.</summary>
    public static Task<IEnumerable<EntryRow>> MarksAfter(DbConnection connection, long conversation, int seq) =>
        connection.QueryAsync<EntryRow>(
            "SELECT seq, kind, agent_id, session, number FROM entries WHERE conversation_id = @conversation AND seq > @seq ORDER BY seq",
            new { conversation, seq });

    public static async Task<Entry?> Numbered(DbConnection connection, long conversation, long? agentId, long session, int number)
    {
        var row = await connection.QueryFirstOrDefaultAsync<EntryRow>(
            $"""
            SELECT {Columns} FROM entries
            WHERE conversation_id = @conversation AND session = @session AND number = @number AND COALESCE(agent_id, 0) = @agent
            """,
            new { conversation, session, number, agent = agentId ?? 0 });
        return row is null ? null : ToEntry(row);
    }

    public static async Task<Entry?> At(DbConnection connection, long conversation, int seq) =>
        (await After(connection, conversation, seq - 1, publicOnly: false, 1)) is [var entry] && entry.Seq == seq ? entry : null;

    /// <summary>Ascending, newer than <paramref name="seq"/>.</summary>
    public static async Task<List<Entry>> After(DbConnection connection, long conversation, int seq, bool publicOnly, int limit) =>
        [.. (await connection.QueryAsync<EntryRow>(
            $"SELECT {Columns} FROM entries WHERE conversation_id = @conversation AND seq > @seq{(publicOnly ? Public : "")} ORDER BY seq LIMIT @limit",
            new { conversation, seq, limit })).Select(ToEntry)];

    public static async Task<List<Entry>> OfKind(DbConnection connection, long conversation, EntryKind kind) =>
        [.. (await connection.QueryAsync<EntryRow>(
            $"SELECT {Columns} FROM entries WHERE conversation_id = @conversation AND kind = @kind ORDER BY seq", new { conversation, kind = (int)kind })).Select(ToEntry)];

    /// <summary>Ascending, the ones just older than <paramref name="seq"/>.</summary>
    public static async Task<List<Entry>> Before(DbConnection connection, long conversation, int seq, bool publicOnly, int limit) =>
        [.. (await connection.QueryAsync<EntryRow>(
            $"SELECT {Columns} FROM entries WHERE conversation_id = @conversation AND seq < @seq{(publicOnly ? Public : "")} ORDER BY seq DESC LIMIT @limit",
            new { conversation, seq, limit })).Select(ToEntry).Reverse()];

    /// <summary>The newest entry that this reader may see before <paramref name="seq"/>; 0 for none.</summary>
    public static Task<int> NewestBefore(DbConnection connection, long conversation, int seq, bool publicOnly) =>
        connection.QueryFirstOrDefaultAsync<int>(
            $"SELECT seq FROM entries WHERE conversation_id = @conversation AND seq < @seq{(publicOnly ? Public : "")} ORDER BY seq DESC LIMIT 1",
            new { conversation, seq });

    public static async Task<IReadOnlyList<ChangedHead>> ChangedSince(DbConnection connection, Dialect dialect, long sinceMs) =>
        [.. await connection.QueryAsync<ChangedHead>(
            $"""
            SELECT c.id AS conversation_id, c.visitor_id, r.seq, r.public_seq
            FROM (
                SELECT conversation_id, MAX(seq) AS seq, MAX(CASE WHEN kind IN {Visibility.InternalKinds} THEN 0 ELSE seq END) AS public_seq
                FROM entries WHERE {dialect.LatelyAppended} GROUP BY conversation_id) r
            JOIN conversations c ON c.id = r.conversation_id
            """,
            new { sinceMs })];

    public static EntryRow ToRow(long conversation, Entry entry) => new()
    {
        ConversationId = conversation,
        Seq = entry.Seq,
        Kind = (short)entry.Kind,
        Author = (short)entry.By,
        AgentId = entry.AgentId,
        Session = entry.Session,
        Number = entry.Number,
        Body = entry.Body,
        Detail = entry.Detail is null ? null : JsonSerializer.Serialize(entry.Detail, Detail),
        At = entry.At,
    };

    public static Entry ToEntry(EntryRow row) => new(
        row.Seq,
        (EntryKind)row.Kind,
        (AuthorKind)row.Author,
        row.AgentId,
        row.Body,
        row.Detail is null ? null : JsonSerializer.Deserialize(row.Detail, Detail),
        row.At,
        row.Session,
        row.Number);
}
