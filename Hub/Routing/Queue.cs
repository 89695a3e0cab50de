namespace SupportHub.Routing;

/// <summary>Everything that the projection looks at: who waits (in any order), who answers, and who is expected to ask.</summary>
public sealed record Queue(IReadOnlyList<Waiter> Waiting, IReadOnlyList<Answerer> Answerers)
{
    /// <summary>Who comes later can be answered first where a reservation says so; and what they would be told is computed with the rest.</summary>
    public IReadOnlyList<Expected> Expected { get; init; } = [];
}

/// <summary>What customers ask for.</summary>
public readonly record struct Need(long? Topic, string? Language, bool ByPhone = false);

/// <param name="PerSecond">How many ask; 0 where it is not known.</param>
public readonly record struct Expected(Need Need, double PerSecond);
