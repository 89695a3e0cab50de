using SupportHub.Shared;

namespace SupportHub.Conversations;

/// <summary>
/// What the journal remembers of a conversation to deal the next numbers. A cache of what is committed: when it may be behind
/// (another node wrote, a commit failed) it is <see cref="Stale"/> and catches up from the database before it is used.
/// </summary>
internal sealed class Head
{
    public Conversation? State { get; set; }
    public int Seq { get; set; }
    public int PublicSeq { get; set; }
    public bool Stale { get; set; } = true;

    /// <summary>The newest number of each sender's session.</summary>
    public Dictionary<SessionKey, int> Numbers { get; } = [];

    /// <summary>For forgetting what was not used for long.</summary>
    public long Touched { get; set; }

    public void Take(int seq, EntryKind kind, SessionKey? session, int? number)
    {
        Seq = seq;
        if (!kind.IsInternal())
            PublicSeq = seq;
        if (session is { } key && number is { } n)
            Numbers[key] = n;
    }
}

/// <summary>A session belongs to who opened it: nobody can use up another's numbers.</summary>
internal readonly record struct SessionKey(long AgentId, long Session)
{
    public static SessionKey Of(long? agentId, long session) => new(agentId ?? 0, session);
}
