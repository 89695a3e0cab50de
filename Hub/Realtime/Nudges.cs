using SupportHub.Conversations;
using SupportHub.Routing;
using SupportHub.Shared;

namespace SupportHub.Realtime;

/// <summary>What one node tells the others. Any of it may be lost: the database has the truth, and the heads bring it.</summary>
public sealed record Nudge
{
    public long Node { get; init; }
    public IReadOnlyList<Committed>? Commits { get; init; }
    public long? Conversation { get; init; }
    public AuthorKind? Reader { get; init; }
    public int Seq { get; init; }
    public bool Typing { get; init; }
    public Person? Agent { get; init; }
    public long? Visitor { get; init; }
    public bool Online { get; init; }

    /// <summary>Everybody at this node. The node itself receives it, too.</summary>
    public IReadOnlyList<long>? Visitors { get; init; }
    public CardState? Card { get; init; }
}

public interface INudges
{
    event Action<Nudge>? Received;

    /// <summary>Never waits and never fails: what cannot be sent now is dropped.</summary>
    void Send(Nudge nudge);
}

/// <summary>One process has nobody to tell.</summary>
public sealed class NoNudges : INudges
{
    event Action<Nudge>? INudges.Received
    {
        add { }
        remove { }
    }

    public void Send(Nudge nudge)
    {
    }
}
