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

    /// <summary>Until when the conversation's customer was promised the answer that is owed now; absent where none is.</summary>
    public long? OwedBy { get; init; }
}

/// <summary>From when a customer waited for an answer by mail until when it went out, or until now: then it takes at least so long.</summary>
public sealed record AnswerSpan(long Site, long? Topic, long From, long To)
{
    /// <summary>
    /// It begins where an answer was promised, else with the first mail since the last answer; what comes after it does not begin it anew. An answer that is
    /// late and has not come counts as if it came now: without it the times would be those of the lucky ones, and look best when most is left lying. One
    /// that is owed and not late yet says nothing. Pure.
    /// </summary>
    /// <param name="rows">Conversation by conversation, each in its order.</param>
    public static IReadOnlyList<AnswerSpan> Of(IEnumerable<AnswerRow> rows, long nowMs)
    {
        List<AnswerSpan> spans = [];
        var (last, from) = ((AnswerRow?)null, (long?)null);
        foreach (var row in rows)
        {
            if (row.ConversationId != last?.ConversationId)
            {
                TakeLate();
                from = null;
            }
            last = row;
            if (row is { Kind: EntryKind.Mailed } or { Author: AuthorKind.Visitor, ByMail: true })
                from ??= row.At;
            else if (row.Author == AuthorKind.Agent)
            {
                if (row.ByMail && from is { } asked)
                    spans.Add(new AnswerSpan(row.SiteId, row.TopicId, asked, row.At));
                from = null;
            }
        }
        TakeLate();
        return spans;

        void TakeLate()
        {
            if (last is { OwedBy: { } promised } late && promised < nowMs && from is { } asked)
                spans.Add(new AnswerSpan(late.SiteId, late.TopicId, asked, nowMs));
        }
    }
}
