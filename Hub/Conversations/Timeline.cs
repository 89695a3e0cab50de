using SupportHub.Shared;
using SupportHub.Storage;

namespace SupportHub.Conversations;

/// <summary>Reads timelines, for a reader who sees all of it or only what is public. Who may read is decided before.</summary>
public sealed class Timeline(Database database)
{
    public async Task<EntryPage> After(long conversation, int seq, bool publicOnly)
    {
        await using var connection = await database.Open();
        // The head first: what is written between the two reads is in the page or announced by its own push.
        var head = await EntrySql.NewestBefore(connection, conversation, int.MaxValue, publicOnly);
        var entries = await EntrySql.After(connection, conversation, seq, publicOnly, Protocol.PageSize);
        return new EntryPage(conversation, seq, entries, Math.Max(head, entries.Count > 0 ? entries[^1].Seq : 0));
    }

    public async Task<EntryPage> Before(long conversation, int seq, bool publicOnly)
    {
        await using var connection = await database.Open();
        var head = await EntrySql.NewestBefore(connection, conversation, int.MaxValue, publicOnly);
        var entries = await EntrySql.Before(connection, conversation, seq, publicOnly, Protocol.PageSize);
        var after = entries.Count > 0 ? await EntrySql.NewestBefore(connection, conversation, entries[0].Seq, publicOnly) : 0;
        return new EntryPage(conversation, after, entries, Math.Max(head, seq < int.MaxValue || entries.Count == 0 ? 0 : entries[^1].Seq));
    }

    public Task<EntryPage> Newest(long conversation, bool publicOnly) => Before(conversation, int.MaxValue, publicOnly);
}
