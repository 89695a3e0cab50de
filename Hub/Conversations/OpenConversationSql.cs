using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using SupportHub.Shared;
using SupportHub.Storage;

namespace SupportHub.Conversations;

/// <summary>Rebuilds a row of the lists from the journal.</summary>
internal static class OpenConversationSql
{
    /// <summary>
    /// The head first, everything else up to it, and the state last: what is committed in between can only make the state newer than the
    /// head, which the commit's own way here puts right. The other way round a state would stay old for good.
    /// </summary>
    public static async Task<OpenConversation?> Read(DbConnection connection, long id)
    {
        var marks = await connection.QueryFirstOrDefaultAsync<Marks>(
            "SELECT read_by_agents, read_by_visitor FROM activity WHERE conversation_id = @id", new { id }) ?? new Marks();
        var head = await EntrySql.NewestBefore(connection, id, int.MaxValue, publicOnly: false);
        var publicHead = await EntrySql.NewestBefore(connection, id, head + 1, publicOnly: true);
        var times = (await connection.QueryAsync<(int Seq, long At)>(
            "SELECT seq, at FROM entries WHERE conversation_id = @id AND seq IN (@head, @publicHead)", new { id, head, publicHead })).ToDictionary(e => e.Seq, e => e.At);
        var last = await connection.QueryFirstOrDefaultAsync<EntryRow>(
            "SELECT seq, kind, author, body, detail, at FROM entries WHERE conversation_id = @id AND seq <= @head AND kind = @kind ORDER BY seq DESC LIMIT 1",
            new { id, head, kind = (int)EntryKind.Message });
        var unread = (await connection.QueryAsync<int>(
            "SELECT seq FROM entries WHERE conversation_id = @id AND seq > @read AND seq <= @head AND kind = @kind AND author = @author ORDER BY seq DESC LIMIT 100",
            new { id, read = marks.ReadByAgents, head, kind = (int)EntryKind.Message, author = (int)AuthorKind.Visitor })).Reverse().ToList();
        if (await ConversationSql.Find(connection, id) is not { } state)
            return null;
        var name = await connection.QueryFirstOrDefaultAsync<string?>("SELECT name FROM visitors WHERE id = @visitor", new { visitor = state.VisitorId });

        var row = new OpenConversation { State = state, CustomerName = name, ReadByAgents = int.MaxValue };
        if (last is not null)
            row = row.With(EntrySql.ToEntry(last));
        return row with
        {
            Seq = head,
            PublicSeq = publicHead,
            LastAt = times.GetValueOrDefault(head),
            PublicAt = times.GetValueOrDefault(publicHead),
            ReadByAgents = marks.ReadByAgents,
            ReadByVisitor = marks.ReadByVisitor,
            Unread = ImmutableQueue.CreateRange(unread),
            UnreadCount = unread.Count,
        };
    }

    public static Task SaveMarks(DbConnection connection, DbTransaction transaction, OpenConversation row) => connection.ExecuteAsync(
        """
        INSERT INTO activity (conversation_id, read_by_agents, read_by_visitor) VALUES (@Id, @ReadByAgents, @ReadByVisitor)
        ON CONFLICT (conversation_id) DO UPDATE SET
            read_by_agents = CASE WHEN excluded.read_by_agents > activity.read_by_agents THEN excluded.read_by_agents ELSE activity.read_by_agents END,
            read_by_visitor = CASE WHEN excluded.read_by_visitor > activity.read_by_visitor THEN excluded.read_by_visitor ELSE activity.read_by_visitor END
        """,
        new { row.State.Id, row.ReadByAgents, row.ReadByVisitor },
        transaction);

    private sealed record Marks
    {
        public int ReadByAgents { get; init; }
        public int ReadByVisitor { get; init; }
    }
}
