using System.Data.Common;
using Dapper;
using SupportHub.Shared;
using SupportHub.Storage;

namespace SupportHub.Conversations;

internal enum WriteFailure
{
    /// <summary>Another node wrote first.</summary>
    Conflict,

    /// <summary>The database is away or too slow.</summary>
    Unavailable,

    /// <summary>The database works, and refuses something in this batch.</summary>
    BadRow,

    /// <summary>A mistake of ours.</summary>
    Bug,
}

/// <summary>The journal's own connection, kept open between batches.</summary>
internal sealed class JournalWriter(Database database) : IAsyncDisposable
{
    private DbConnection? _connection;
    private EntryAppender? _appender;

    /// <summary>Writes everything in one transaction, or nothing.</summary>
    public async Task Write(List<Draft> drafts)
    {
        var connection = await Connect();
        List<EntryRow> rows = [];
        foreach (var draft in drafts)
            foreach (var entry in draft.Entries)
                rows.Add(EntrySql.ToRow(draft.Conversation, entry));
        var onlyEntries = drafts.TrueForAll(d => ReferenceEquals(d.Before, d.State) && d.Effects.Count == 0);
        if (onlyEntries && _appender!.IsOneStatement(rows))
        {
            await _appender.Append(rows, null);
            return;
        }

        await using var transaction = await connection.BeginTransactionAsync();
        await _appender!.Append(rows, transaction);
        foreach (var draft in drafts)
        {
            if (!ReferenceEquals(draft.Before, draft.State))
                await ConversationSql.Save(connection, transaction, draft.Before, draft.State!);
            foreach (var effect in draft.Effects)
                await ConversationSql.Apply(connection, transaction, effect);
        }
        await transaction.CommitAsync();
    }

    /// <summary>Reads what was committed since the head was last right.</summary>
    public async Task CatchUp(long conversation, Head head)
    {
        var connection = await Connect();
        foreach (var entry in await EntrySql.MarksAfter(connection, conversation, head.Seq))
            head.Take(entry.Seq, (EntryKind)entry.Kind, entry.Session is { } s ? SessionKey.Of(entry.AgentId, s) : null, entry.Number);
        head.State = await ConversationSql.Find(connection, conversation);
        head.Stale = false;
    }

    public async Task<Entry?> Find(long conversation, long? agentId, long session, int number) =>
        await EntrySql.Numbered(await Connect(), conversation, agentId, session, number);

    public WriteFailure Judge(Exception failure) => failure switch
    {
        VersionConflict => WriteFailure.Conflict,
        _ when database.Dialect.IsDuplicateKey(failure) => WriteFailure.Conflict,
        DbException { IsTransient: false } when _connection?.State == System.Data.ConnectionState.Open && !database.Dialect.IsUnavailable(failure) => WriteFailure.BadRow,
        _ when Database.Failed(failure) => WriteFailure.Unavailable,
        _ => WriteFailure.Bug,
    };

    /// <summary>Drops the connection; the next use opens a new one.</summary>
    public async Task Reset()
    {
        var (connection, appender) = (_connection, _appender);
        (_connection, _appender) = (null, null);
        appender?.Dispose();
        if (connection is not null)
            await connection.DisposeAsync();
    }

    public async ValueTask DisposeAsync() => await Reset();

    private async Task<DbConnection> Connect()
    {
        if (_connection is { State: System.Data.ConnectionState.Open } open)
            return open;
        await Reset();
        _connection = await database.Open();
        _appender = database.Dialect.Appender(_connection);
        return _connection;
    }
}

/// <summary>The state was changed by another node since it was read.</summary>
internal sealed class VersionConflict : Exception;
