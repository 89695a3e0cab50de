using SupportHub.Shared;

namespace SupportHub.Conversations;

/// <summary>The current state of one matter of one customer. Instants are Unix milliseconds.</summary>
public sealed record Conversation
{
    public long Id { get; init; }
    public long SiteId { get; init; }
    public long VisitorId { get; init; }

    /// <summary>The visitor's own name for the conversation: starting twice with it gives the same one.</summary>
    public long StartSession { get; init; }
    public long? TopicId { get; init; }
    public string Language { get; init; } = "en";
    public ConversationStatus Status { get; init; }

    /// <summary>Counts changes of this state. A change is committed only on top of the version it was decided on.</summary>
    public int Version { get; init; }

    /// <summary>Who has it, while it is assigned.</summary>
    public long? AgentId { get; init; }

    /// <summary>Who had it last: the agent who knows the customer.</summary>
    public long? LastAgentId { get; init; }
    public long StartedAt { get; init; }

    /// <summary>While it waits: since when its place counts. Who is given back keeps the old place.</summary>
    public long? QueuedAt { get; init; }
    public long? AssignedAt { get; init; }
    public long? ResolvedAt { get; init; }
    public string? Outcome { get; init; }
}
