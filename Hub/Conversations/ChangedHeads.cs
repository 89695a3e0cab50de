using SupportHub.Storage;

namespace SupportHub.Conversations;

/// <summary>
/// Which conversations were written to lately. A node that alone wrote, and missed nothing of it, knows that; otherwise the database says it, which
/// reads all that was written meanwhile.
/// </summary>
public sealed class ChangedHeads(Node node, CommitFeed feed, OpenConversations conversations, Database database)
{
    /// <summary>The newest seq of each conversation that was written to since <paramref name="sinceMs"/> (Unix milliseconds), by anyone.</summary>
    public async ValueTask<IReadOnlyList<ChangedHead>> Since(long sinceMs, CancellationToken cancel)
    {
        if (node.IsAloneSince(sinceMs) && feed.MissedAt < sinceMs)
            return Known(sinceMs);
        await using var connection = await database.Open(cancel);
        return await EntrySql.ChangedSince(connection, database.Dialect, sinceMs);
    }

    private List<ChangedHead> Known(long sinceMs) =>
    [
        .. conversations.All.Where(c => c.LastAt > sinceMs).Select(c => new ChangedHead
        {
            ConversationId = c.State.Id,
            VisitorId = c.State.VisitorId,
            Seq = c.Seq,
            PublicSeq = c.PublicAt > sinceMs ? c.PublicSeq : 0,
        }),
    ];
}

/// <param name="PublicSeq">0 where nothing public was written lately.</param>
public sealed record ChangedHead
{
    public long ConversationId { get; init; }
    public long VisitorId { get; init; }
    public int Seq { get; init; }
    public int PublicSeq { get; init; }
}
