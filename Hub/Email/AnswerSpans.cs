using SupportHub.Conversations;
using SupportHub.Shared;

namespace SupportHub.Email;

/// <summary>A line of a timeline, as far as it tells when a customer asked by mail and when the answer went out.</summary>
public sealed record AnswerRow
{
    public long SiteId { get; init; }
    public long? TopicId { get; init; }
    public long ConversationId { get; init; }
    public EntryKind Kind { get; init; }
    public AuthorKind Author { get; init; }
    public long At { get; init; }

    /// <summary>A customer's message that came by mail, or an agent's that went out by it.</summary>
    public bool ByMail { get; init; }
}

/// <summary>From when a customer waited for an answer by mail until when it went out.</summary>
public sealed record AnswerSpan(long Site, long? Topic, long From, long To)
{
    /// <summary>
    /// It begins where an answer was promised, else with the first mail since the last answer; what comes after it does not begin it anew. Pure.
    /// </summary>
    /// <param name="rows">Conversation by conversation, each in its order.</param>
    public static IReadOnlyList<AnswerSpan> Of(IEnumerable<AnswerRow> rows)
    {
        List<AnswerSpan> spans = [];
        var (conversation, from) = (0L, (long?)null);
        foreach (var row in rows)
        {
            if (row.ConversationId != conversation)
                (conversation, from) = (row.ConversationId, null);
            if (row is { Kind: EntryKind.Mailed } or { Author: AuthorKind.Visitor, ByMail: true })
                from ??= row.At;
            else if (row.Author == AuthorKind.Agent)
            {
                if (row.ByMail && from is { } asked)
                    spans.Add(new AnswerSpan(row.SiteId, row.TopicId, asked, row.At));
                from = null;
            }
        }
        return spans;
    }
}
