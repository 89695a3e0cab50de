using SupportHub.Shared;

namespace SupportHub.Conversations;

/// <summary>What one batch is about to do to one conversation. Thrown away if the commit fails.</summary>
internal sealed class Draft(long conversation, Head head)
{
    public long Conversation => conversation;
    public Head Head => head;
    public Conversation? Before { get; } = head.State;
    public int FirstAfter { get; } = head.Seq;
    public int FirstPublicAfter { get; } = head.PublicSeq;
    public Conversation? State { get; private set; } = head.State;
    public int Seq { get; private set; } = head.Seq;
    public List<Entry> Entries { get; } = [];
    public List<Effect> Effects { get; } = [];

    /// <summary>Everything of this batch that is about this conversation.</summary>
    public List<Submission> Submissions { get; } = [];

    /// <summary>The newest number of this sender's session; 0 for none.</summary>
    public int LastNumber(SessionKey sender)
    {
        for (var i = Entries.Count - 1; i >= 0; i--)
            if (Entries[i] is { Session: { } session, Number: { } number } entry && SessionKey.Of(entry.AgentId, session) == sender)
                return number;
        return head.Numbers.GetValueOrDefault(sender);
    }

    /// <returns>The seq of the command's own entry: the one with its number, else the first.</returns>
    public int Add(Decision.Change change, long nowMs)
    {
        var first = Seq + 1;
        var own = first;
        foreach (var entry in change.Entries)
        {
            Seq++;
            Entries.Add(new Entry(Seq, entry.Kind, entry.By.Kind, entry.By.AgentId, entry.Body, entry.Detail, nowMs, entry.Session, entry.Number));
            if (entry.Number is not null)
                own = Seq;
        }
        State = change.State;
        Effects.AddRange(change.Effects.Select(e => e is Effect.Post { Seq: < 1 } post ? post with { Seq = first - post.Seq } : e));
        return own;
    }

    /// <summary>The commit succeeded: what was drafted is so.</summary>
    public Settled Settle()
    {
        if (Entries.Count == 0)
            return new Settled(null, Submissions);
        foreach (var entry in Entries)
            head.Take(entry.Seq, entry.Kind, entry.Session is { } s ? SessionKey.Of(entry.AgentId, s) : null, entry.Number);
        head.State = State;
        var committed = new Committed(State!, StateChanged: !ReferenceEquals(Before, State), Entries, FirstAfter, FirstPublicAfter, Effects.Exists(e => e is Effect.Post));
        return new Settled(committed, Submissions);
    }
}
