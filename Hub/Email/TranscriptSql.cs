using Dapper;
using SupportHub.Conversations;
using SupportHub.Shared;
using SupportHub.Storage;

namespace SupportHub.Email;

/// <summary>What is known of a conversation before it is sent to its customer.</summary>
/// <param name="Email">The customer's, as given on the website.</param>
/// <param name="AnsweredAt">The newest message of an agent, its seq; 0 where there is none.</param>
/// <param name="SaidAt">The newest message of anybody.</param>
/// <param name="Sent">Transcripts that went out or are about to.</param>
public sealed record TranscriptView(Conversation State, string? Email, int AnsweredAt, int SaidAt, IReadOnlyList<SentTranscript> Sent)
{
    /// <summary>Nothing was said since the last one to this address.</summary>
    public bool HasAll(string address) => Sent.Any(s => s.Seq > SaidAt && string.Equals(s.Recipient, address, StringComparison.OrdinalIgnoreCase));
}

public sealed record SentTranscript
{
    public int Seq { get; init; }
    public string Recipient { get; init; } = "";
}

public sealed class TranscriptSql(Database database)
{
    /// <summary>The state first: what is committed after it shows in its version.</summary>
    public async Task<TranscriptView?> Read(long conversation)
    {
        await using var connection = await database.Open();
        if (await ConversationSql.Find(connection, conversation) is not { } state)
            return null;
        var email = await VisitorSql.EmailOf(connection, state.VisitorId);
        const string Newest = "SELECT COALESCE(MAX(seq), 0) FROM entries WHERE conversation_id = @conversation AND kind = @message";
        var of = new { conversation, message = (int)EntryKind.Message, agent = (int)AuthorKind.Agent };
        var answered = await connection.QueryFirstAsync<int>($"{Newest} AND author = @agent", of);
        var said = await connection.QueryFirstAsync<int>(Newest, of);
        // What was given up, or came back, may be asked for again.
        var sent = await connection.QueryAsync<SentTranscript>(
            "SELECT seq, recipient FROM outbox WHERE conversation_id = @conversation AND kind = @transcript AND state <> 2",
            new { conversation, transcript = (int)PostKind.Transcript });
        var bounced = (await EntrySql.OfKind(connection, conversation, EntryKind.Delivery))
            .Where(e => e.Detail?.Delivery is { State: DeliveryState.Bounced }).Select(e => e.Detail!.Delivery!.Of).ToHashSet();
        return new TranscriptView(state, email, answered, said, [.. sent.Where(s => !bounced.Contains(s.Seq))]);
    }
}
