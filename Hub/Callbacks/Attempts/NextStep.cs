namespace SupportHub.Callbacks.Attempts;

public abstract record NextStep
{
    private NextStep()
    {
    }

    /// <summary>It is settled, or for the agent to say.</summary>
    public sealed record Nothing : NextStep;

    /// <summary>At once; it does not count as a try of the customer's.</summary>
    public sealed record NextAgent : NextStep;

    /// <param name="AtMs">Unix milliseconds, inside the hours.</param>
    public sealed record TryAgain(long AtMs) : NextStep;

    /// <summary>A mail with a link where the customer chooses a time, or another number.</summary>
    public sealed record Write(WriteReason Why) : NextStep;
}

public enum WriteReason
{
    /// <summary>Nobody answered, as often as it was tried.</summary>
    NotReached,

    /// <summary>The customer's number cannot be connected.</summary>
    NumberFails,

    /// <summary>The company's own account or settings: for an administrator, too.</summary>
    SetUpWrong,

    /// <summary>The network failed again and again.</summary>
    NetworkAway,
}
