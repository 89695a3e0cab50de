using SupportHub.Shared;

namespace SupportHub.Conversations;

/// <summary>What one commit added to one conversation.</summary>
/// <param name="After">The newest entry before these.</param>
/// <param name="PublicAfter">The newest public entry before these.</param>
/// <param name="Posts">Something waits in the outbox.</param>
public sealed record Committed(Conversation State, bool StateChanged, IReadOnlyList<Entry> Entries, int After, int PublicAfter, bool Posts);

/// <summary>What a batch did with one conversation.</summary>
/// <param name="Committed">Absent where nothing was added: all were refused, or answered before.</param>
/// <param name="Submissions">Each has its result.</param>
internal sealed record Settled(Committed? Committed, IReadOnlyList<Submission> Submissions);

/// <summary>What became of a submitted command.</summary>
/// <param name="Refusal">Absent on success.</param>
/// <param name="Seq">The command's own entry.</param>
/// <param name="At">When that was, Unix milliseconds.</param>
public readonly record struct Outcome(Refusal? Refusal, int Seq, long At)
{
    public static Outcome Refused(RefusalCode code, int? retryAfterMs = null) => new(new Refusal(code, retryAfterMs), 0, 0);
}
