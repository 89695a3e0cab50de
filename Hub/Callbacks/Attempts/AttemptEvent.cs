using SupportHub.Callbacks.Twilio;

namespace SupportHub.Callbacks.Attempts;

/// <summary>What can happen to an attempt.</summary>
public abstract record AttemptEvent
{
    private AttemptEvent()
    {
    }

    /// <summary>It is time.</summary>
    public sealed record Begin : AttemptEvent;

    public sealed record Placed(string Sid) : AttemptEvent;

    /// <param name="RetryAfter">How long the network wants to be left alone.</param>
    public sealed record Refused(LineTrouble Trouble, TimeSpan? RetryAfter = null) : AttemptEvent;

    public sealed record Unclear : AttemptEvent;

    /// <summary>A report on the call to the agent.</summary>
    public sealed record AgentHeard(string Sid, LegStatus Status) : AttemptEvent;

    /// <summary>A report on the call to the customer, by itself or as what came of the <c>Dial</c>.</summary>
    /// <param name="Sid">Null where the <c>Dial</c> came to no call.</param>
    public sealed record CustomerHeard(string? Sid, LegStatus Status, AnsweredBy By = AnsweredBy.Unknown, int? Seconds = null) : AttemptEvent;

    /// <summary>The agent was asked for a key; whoever presses one has answered.</summary>
    public sealed record Pressed(string Sid, KeyPressed Key) : AttemptEvent;

    /// <summary>The network was asked and knows the call.</summary>
    /// <param name="Customer">The leg that it dialled, if any.</param>
    public sealed record Found(string Sid, LegStatus Agent, CustomerHeard? Customer = null) : AttemptEvent;

    /// <summary>The network was asked and knows no such call.</summary>
    public sealed record NotFound : AttemptEvent;

    /// <summary>The network could not be asked.</summary>
    /// <param name="RetryAfter">How long it wants to be left alone.</param>
    public sealed record OutOfReach(TimeSpan? RetryAfter = null) : AttemptEvent;

    /// <summary>It could not be asked for so long that nothing more is to be learnt (<see cref="AttemptLimits.GivesUpAfter"/>).</summary>
    public sealed record GivenUp : AttemptEvent;

    public sealed record Due(AttemptTimer Timer) : AttemptEvent;

    /// <summary>Customer, agent or administrator want no call any more.</summary>
    public sealed record Cancel : AttemptEvent;
}

/// <summary>Each is set anew by the next one of its kind; one that comes too late or for nothing does no harm.</summary>
public enum AttemptTimer
{
    /// <summary>The order was placed, and it is not known what became of it.</summary>
    Search,

    /// <summary>Nothing was heard for longer than a phone rings, or for some minutes of talk.</summary>
    Quiet,

    /// <summary>The agent hung up, and word of the customer would be here by now: if it is not, it was lost, and is asked for.</summary>
    Settle,
}
