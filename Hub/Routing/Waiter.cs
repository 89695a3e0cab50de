namespace SupportHub.Routing;

/// <summary>One who waits.</summary>
public sealed record Waiter(long Conversation)
{
    /// <summary>A step of priority counts as so many seconds of waiting: whoever waits long enough is first, so nobody starves.</summary>
    public const double SecondsPerPriority = 600;

    public long? Topic { get; init; }
    public string? Language { get; init; }

    /// <summary>Waits for a call.</summary>
    public bool ByPhone { get; init; }
    public int Priority { get; init; }
    public double WaitedSeconds { get; init; }

    /// <summary>The agent who was named to this customer, and is kept while possible.</summary>
    public long? Reserved { get; init; }

    /// <summary>The agent who answered this customer before.</summary>
    public long? Knows { get; init; }

    /// <summary>To whom the call belongs that was agreed for now.</summary>
    public long? Owner { get; init; }

    /// <summary>How much longer the site lets a customer wait for the agent who knows them.</summary>
    public double ToleranceSeconds { get; init; }

    /// <summary>How many who came later were answered first, by an agent who could have answered this one.</summary>
    public int Overtaken { get; init; }

    /// <summary>Agents who let this conversation ring, or declined it.</summary>
    public IReadOnlyList<long> Missed { get; init; } = [];

    /// <summary>The agent at whom this conversation rings now: it takes one of that agent's places, and waits for no other.</summary>
    public long? OfferedTo { get; init; }

    /// <summary>The site wants strict order: nobody who came later is answered first, and a name is told only when an agent writes up.</summary>
    public bool Strict { get; init; }

    internal Need Need => new(Topic, Language, ByPhone);

    internal double Rank => WaitedSeconds + Priority * SecondsPerPriority;
}
