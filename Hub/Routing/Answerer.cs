using SupportHub.Routing.Skills;

namespace SupportHub.Routing;

/// <summary>One who answers.</summary>
/// <param name="Capacity">Conversations at once.</param>
public sealed record Answerer(long Agent, int Capacity)
{
    public IReadOnlyList<Running> Running { get; init; } = [];

    public SkillSet Skills { get; init; } = SkillSet.Everything;

    /// <summary>False for who is finishing: the running conversations go on, no new one comes.</summary>
    public bool TakesNew { get; init; } = true;

    /// <summary>Has a phone, and can call customers.</summary>
    public bool Calls { get; init; }

    public PhoneUse Phone { get; init; }

    /// <summary>Takes no new one after so many seconds: the hours end, or the shift.</summary>
    public double LeavesInSeconds { get; init; } = double.PositiveInfinity;

    /// <summary>Not here yet: takes the first one in so many seconds.</summary>
    public double ArrivesInSeconds { get; init; }

    /// <summary>Unix milliseconds. Who had none for longest is first among equals.</summary>
    public long LastAssignedAt { get; init; }
}

public enum PhoneUse
{
    Free,

    /// <summary>Somebody rings at this agent who wants to be called.</summary>
    Asked,

    /// <summary>The phone rings, or the agent talks.</summary>
    Busy,
}

/// <summary>A conversation that an agent has now.</summary>
/// <param name="ElapsedSeconds">Since it was assigned.</param>
/// <param name="WrapUpSeconds">The customer is gone, and the agent writes it up: how long still, at most. None while the conversation goes on.</param>
public readonly record struct Running(long? Topic, double ElapsedSeconds, double? WrapUpSeconds = null);
