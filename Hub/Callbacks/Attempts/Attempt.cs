using SupportHub.Callbacks.Twilio;

namespace SupportHub.Callbacks.Attempts;

/// <summary>
/// One try to bring an agent and a customer together: what is known of it. Facts are only ever added, and a later one of a kind takes the place of an earlier
/// one whichever comes first, so the order in which a network's reports arrive, and how often, makes no difference.
/// </summary>
public sealed record Attempt
{
    public OrderState Order { get; init; }

    /// <summary>Why the order was refused.</summary>
    public LineTrouble? Trouble { get; init; }

    /// <summary>How long the network wanted to be left alone when it refused.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The call to the agent's phone; null while nobody has said that there is one.</summary>
    public string? AgentSid { get; init; }

    public LegStatus Agent { get; init; }

    public KeyPressed Key { get; init; }

    public string? CustomerSid { get; init; }

    public LegStatus Customer { get; init; }

    public AnsweredBy CustomerBy { get; init; }

    /// <summary>How long the customer's leg lasted, once that is known.</summary>
    public int? TalkSeconds { get; init; }

    /// <summary>Nobody wants the call any more.</summary>
    public bool Cancelled { get; init; }

    /// <summary>The agent's leg has been over for a while, and the network was asked since: nothing more will be heard of the customer's.</summary>
    public bool Settled { get; init; }

    /// <summary>How often the network knew of no such call since it was last heard of.</summary>
    public int Misses { get; init; }

    /// <summary>The network could not be asked for so long that nobody asks any more.</summary>
    public bool GivenUp { get; init; }

    public AttemptOutcome? Outcome => OutcomeRules.Of(this);

    public AttemptPhase Phase => this switch
    {
        { Outcome: not null } => AttemptPhase.Ended,
        { Order: OrderState.Planned } => AttemptPhase.Planned,
        { AgentSid: null, Order: OrderState.Unclear } => AttemptPhase.Unclear,
        { AgentSid: null } => AttemptPhase.Dialling,
        { Agent: LegStatus.Completed } => AttemptPhase.AgentGone,
        { Customer: LegStatus.Answered } => AttemptPhase.Talking,
        { Customer: > LegStatus.Unheard } => AttemptPhase.CustomerRinging,
        { Key: KeyPressed.Connect } => AttemptPhase.Connecting,
        { Agent: LegStatus.Answered } => AttemptPhase.AgentAnswered,
        _ => AttemptPhase.AgentRinging,
    };

    /// <summary>The answer to a key press is to call the customer. Asked for again, it is the same until the customer's phone is heard of.</summary>
    public bool Connects => Phase == AttemptPhase.Connecting;

    /// <summary>The call that nobody wants any more, where it is not over. "Failed" or "unknown" with a leg that lives: it was given up, and rings after all.</summary>
    public string? RingsInVain => this is { Outcome: AttemptOutcome.Cancelled or AttemptOutcome.Failed or AttemptOutcome.Unknown, Agent: < LegStatus.Completed, Customer: < LegStatus.Completed } ? AgentSid : null;

    /// <summary>There may be a call that nobody has told us the name of: the network has to be asked, even where nobody wants the call any more.</summary>
    public bool NeedsSearch => !GivenUp && AgentSid is null && Order == OrderState.Unclear && Misses < OutcomeRules.MostMisses;
}

/// <summary>What became of the order to dial the agent. Never goes back.</summary>
public enum OrderState
{
    Planned,

    /// <summary>Committed before the request goes out.</summary>
    Placed,

    /// <summary>No answer said whether it was dialled.</summary>
    Unclear,

    /// <summary>Certainly nothing was dialled.</summary>
    Refused,
}

public enum AttemptPhase
{
    Planned,
    Dialling,

    /// <summary>To be reconciled: it may ring, or never have been dialled.</summary>
    Unclear,
    AgentRinging,
    AgentAnswered,

    /// <summary>The agent pressed the key; nothing was heard of the customer's phone yet.</summary>
    Connecting,
    CustomerRinging,
    Talking,

    /// <summary>The agent has hung up, and what became of the customer's leg is still to be heard.</summary>
    AgentGone,
    Ended,
}

public enum AttemptOutcome
{
    Reached,
    NoAnswer,
    Busy,
    Voicemail,

    /// <summary>The agent's phone was not answered, no key was pressed, or the agent hung up before the customer answered.</summary>
    AgentMissed,
    AgentDeclined,

    /// <summary>A call could not be placed or connected; <see cref="Attempt.Trouble"/> says why, where that is known.</summary>
    Failed,
    Cancelled,

    /// <summary>It was ordered, and nobody can say whether the two talked.</summary>
    Unknown,
}

/// <summary>What the agent chose on the phone.</summary>
public enum KeyPressed
{
    NotAsked,

    /// <summary>None in time.</summary>
    None,
    Decline,
    Connect,
}
