namespace SupportHub.Callbacks.Voice;

/// <summary>How the customer is called, once the agent is on the line.</summary>
/// <param name="To">E.164.</param>
/// <param name="CallerId">The company's own number, E.164: what the customer sees.</param>
/// <param name="Dialled">Is asked what comes next when this leg is over, or never came about.</param>
/// <param name="Status">Hears of each change of this leg.</param>
public sealed record CustomerLeg(string To, string CallerId, Uri Dialled, Uri Status)
{
    public int RingSeconds { get; init; } = 30;

    /// <summary>Of the talk.</summary>
    public int LimitSeconds { get; init; } = 3600;

    /// <summary>Whether the network should find out if a machine has answered. It costs, and is wrong now and then.</summary>
    public bool DetectMachine { get; init; }

    public override string ToString() => nameof(CustomerLeg);
}
