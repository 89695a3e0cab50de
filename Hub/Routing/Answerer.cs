namespace SupportHub.Routing;

/// <summary>One who answers.</summary>
/// <param name="Capacity">Conversations at once.</param>
public sealed record Answerer(long Agent, int Capacity)
{
    public IReadOnlyList<Running> Running { get; init; } = [];

    /// <summary>Topic to level; 0 cannot. An agent without any skill answers everything.</summary>
    public IReadOnlyDictionary<long, int> Skills { get; init; } = new Dictionary<long, int>();

    /// <summary>None: every language.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>False for who is finishing: the running conversations go on, no new one comes.</summary>
    public bool TakesNew { get; init; } = true;

    /// <summary>Takes no new one after so many seconds: the hours end, or the shift.</summary>
    public double LeavesInSeconds { get; init; } = double.PositiveInfinity;

    /// <summary>Not here yet: takes the first one in so many seconds.</summary>
    public double ArrivesInSeconds { get; init; }

    /// <summary>Unix milliseconds. Who had none for longest is first among equals.</summary>
    public long LastAssignedAt { get; init; }
}

/// <summary>A conversation that an agent has now.</summary>
/// <param name="ElapsedSeconds">Since it was assigned; in wrap-up, since the wrap-up began.</param>
/// <param name="WrapUp">The customer is gone, and the agent writes it up.</param>
public readonly record struct Running(long? Topic, double ElapsedSeconds, bool WrapUp = false);
