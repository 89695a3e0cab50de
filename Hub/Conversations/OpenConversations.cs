using System.Collections.Concurrent;
using SupportHub.Shared;
using SupportHub.Storage;

namespace SupportHub.Conversations;

/// <summary>
/// Every conversation that is not resolved or still written up, and those that were used lately, in memory: the queue, the lists and the read marks. A
/// projection of the database; where it missed a commit of another node, the row is read again.
/// </summary>
public sealed class OpenConversations(Database database)
{
    private readonly ConcurrentDictionary<long, OpenConversation> _rows = new();
    private readonly ConcurrentDictionary<long, bool> _unsavedMarks = new();

    /// <summary>A conversation began, on whichever node.</summary>
    public event Action<Conversation>? Began;

    public IEnumerable<OpenConversation> All => _rows.Values;

    public OpenConversation? Find(long id) => _rows.GetValueOrDefault(id);

    public async Task Load(long nowMs, CancellationToken cancel)
    {
        await using var connection = await database.Open(cancel);
        foreach (var state in await ConversationSql.Open(connection, nowMs))
            if (await OpenConversationSql.Read(connection, state.Id) is { } row)
                _rows[state.Id] = row;
    }

    /// <summary>The row, from memory or the database; null where there is no such conversation.</summary>
    public async ValueTask<OpenConversation?> Get(long id) => Find(id) ?? await Reload(id);

    /// <summary>The row as it was when entry <paramref name="seq"/> was written, or later: a reader who has that entry must not get an older state.</summary>
    public async ValueTask<OpenConversation?> AtLeast(long id, int seq) => Find(id) is { } row && row.Seq >= seq ? row : await Reload(id);

    /// <summary>Reads the row again, unless what is held is newer.</summary>
    public async Task<OpenConversation?> Reload(long id)
    {
        await using var connection = await database.Open();
        if (await OpenConversationSql.Read(connection, id) is not { } fresh)
            return null;
        return _rows.AddOrUpdate(id, fresh, (_, held) => held.Seq > fresh.Seq ? held : fresh
            .ReadTo(AuthorKind.Agent, held.ReadByAgents)
            .ReadTo(AuthorKind.Visitor, held.ReadByVisitor));
    }

    /// <returns>The row after the commit; null where commits in between were missed, and the row must be read again.</returns>
    public OpenConversation? Apply(Committed committed)
    {
        var id = committed.State.Id;
        while (true)
        {
            if (!_rows.TryGetValue(id, out var held))
            {
                if (committed.After != 0)
                    return null;
                var first = new OpenConversation { State = committed.State }.With(committed);
                if (!_rows.TryAdd(id, first))
                    continue;
                Began?.Invoke(first.State);
                return first;
            }
            var last = committed.After + committed.Entries.Count;
            if (held.Seq >= last)
                return held;
            if (held.Seq != committed.After)
                return null;
            var next = held.With(committed);
            if (_rows.TryUpdate(id, next, held))
                return next;
        }
    }

    /// <returns>The row if the mark moved.</returns>
    public OpenConversation? Read(long id, AuthorKind reader, int seq)
    {
        while (_rows.TryGetValue(id, out var held))
        {
            var next = held.ReadTo(reader, seq);
            if (ReferenceEquals(next, held))
                return null;
            if (!_rows.TryUpdate(id, next, held))
                continue;
            _unsavedMarks[id] = true;
            return next;
        }
        return null;
    }

    /// <summary>Writes the read marks that moved since the last time.</summary>
    public async Task SaveMarks(CancellationToken cancel)
    {
        var moved = _unsavedMarks.Keys.ToList();
        if (moved.Count == 0)
            return;
        foreach (var id in moved)
            _unsavedMarks.TryRemove(id, out _);
        try
        {
            await using var connection = await database.Open(cancel);
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            foreach (var row in moved.Select(Find).OfType<OpenConversation>())
                await OpenConversationSql.SaveMarks(connection, transaction, row);
            await transaction.CommitAsync(cancel);
        }
        catch
        {
            foreach (var id in moved)
                _unsavedMarks[id] = true;
            throw;
        }
    }

    /// <summary>Forgets what ended before <paramref name="beforeMs"/>.</summary>
    public void Sweep(long beforeMs)
    {
        foreach (var (id, row) in _rows)
            if (row.State.Status == ConversationStatus.Resolved && Math.Max(row.LastAt, row.State.WrapUpUntil ?? 0) < beforeMs && !_unsavedMarks.ContainsKey(id))
                _rows.TryRemove(id, out _);
    }
}
