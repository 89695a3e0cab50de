using Dapper;
using SupportHub.Conversations;
using SupportHub.Storage;

namespace SupportHub.Email.Sending;

/// <summary>What was mailed before in a conversation: what a new mail answers.</summary>
/// <param name="Subject">Of the customer's last mail.</param>
/// <param name="TheirId">Message-ID of the customer's last mail.</param>
/// <param name="TheirAt">When that came.</param>
/// <param name="Ours">Entries that went out by mail, oldest first; of those that went in one mail the first, by which that mail is called.</param>
public sealed record MailThread(string? Subject, string? TheirId, long? TheirAt, IReadOnlyList<(int Seq, PostKind Kind)> Ours);

/// <summary>The customer, as far as known.</summary>
public sealed record Recipient
{
    public string? Name { get; init; }

    /// <summary>IANA name, as the customer's browser gave it.</summary>
    public string? TimeZone { get; init; }
}

/// <summary>Reads what a mail is made of.</summary>
public sealed class ThreadSql(Database database)
{
    private const int OursKept = 10;

    public async Task<MailThread> Read(long conversation, int before)
    {
        await using var connection = await database.Open();
        var last = await connection.QueryFirstOrDefaultAsync<(string? Subject, string? MessageId, long? At)>(
            "SELECT subject, message_id, at FROM mails WHERE conversation_id = @conversation AND state = 1 ORDER BY at DESC LIMIT 1", new { conversation });
        var ours = (await connection.QueryAsync<(int Seq, int Kind)>(
            "SELECT seq, kind FROM outbox WHERE conversation_id = @conversation AND seq < @before AND state = 1 AND (lead IS NULL OR lead = seq) ORDER BY seq DESC LIMIT @limit",
            new { conversation, before, limit = OursKept })).Reverse();
        return new MailThread(last.Subject, last.MessageId, last.At, [.. ours.Select(o => (o.Seq, (PostKind)o.Kind))]);
    }

    /// <returns>None where one of the entries is not there.</returns>
    public async Task<(Conversation State, IReadOnlyList<Shared.Entry> Entries, Recipient Customer)?> Find(long conversation, IReadOnlyList<int> seqs)
    {
        await using var connection = await database.Open();
        if (await ConversationSql.Find(connection, conversation) is not { } state)
            return null;
        List<Shared.Entry> entries = [];
        foreach (var seq in seqs)
        {
            if (await EntrySql.At(connection, conversation, seq) is not { } entry)
                return null;
            entries.Add(entry);
        }
        return (state, entries, await connection.QueryFirstOrDefaultAsync<Recipient>("SELECT name, time_zone FROM visitors WHERE id = @VisitorId", new { state.VisitorId }) ?? new());
    }

    /// <summary>All that the customer may read up to an entry, oldest first.</summary>
    public async Task<IReadOnlyList<Shared.Entry>> Public(long conversation, int upTo)
    {
        await using var connection = await database.Open();
        return [.. (await EntrySql.After(connection, conversation, 0, publicOnly: true, 10_000)).TakeWhile(e => e.Seq <= upTo)];
    }
}
