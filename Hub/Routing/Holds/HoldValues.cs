using SupportHub.Shared;

namespace SupportHub.Routing.Holds;

/// <summary>What a hold message may tell. What is absent is not told, and a sentence that needs it is left out.</summary>
public sealed record HoldValues
{
    /// <summary>Who will answer, or answers now.</summary>
    public Person? Agent { get; init; }

    /// <summary>Who had been announced before, where that is somebody else.</summary>
    public Person? Colleague { get; init; }

    /// <summary>Why it is not the colleague.</summary>
    public HoldReason? Reason { get; init; }

    public AgentDoing? Doing { get; init; }

    /// <summary>Those of whom one will answer, where nobody is reserved yet.</summary>
    public IReadOnlyList<Person> Team { get; init; } = [];

    /// <summary>1 is next.</summary>
    public int? Place { get; init; }

    public int? FromMinutes { get; init; }

    public int? ToMinutes { get; init; }

    /// <summary>The topic's title in the customer's language.</summary>
    public string? Topic { get; init; }

    public string? Site { get; init; }

    public string? Customer { get; init; }

    /// <summary>When it opens again, in words of the customer's language that can follow a verb: "demain à 9 h", "tomorrow at 9:00 am".</summary>
    public string? Opens { get; init; }

    public string? Phone { get; init; }
}

/// <summary>Why another agent answers than the one who was announced.</summary>
public enum HoldReason
{
    /// <summary>The colleague set the presence to away.</summary>
    Away,

    /// <summary>The colleague's day ends.</summary>
    Leaving,

    /// <summary>The colleague's connection is gone.</summary>
    ConnectionLost,

    /// <summary>The colleague has been gone for a while.</summary>
    NotHere,

    /// <summary>The colleague was asked, and did not answer.</summary>
    NotFree,

    /// <summary>The colleague is still with another customer.</summary>
    Held,

    /// <summary>The agent is free sooner.</summary>
    Sooner,
}
