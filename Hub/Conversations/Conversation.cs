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

    /// <summary>While it waits: since when it does this time.</summary>
    public long? WaitingSince { get; init; }

    /// <summary>While it waits because the agent's connection was lost: since when. Before everybody else.</summary>
    public long? FrontSince { get; init; }

    /// <summary>While it waits: the agent who was named to the customer.</summary>
    public long? ReservedId { get; init; }

    /// <summary>While it rings: at whom, since when, and until when.</summary>
    public long? OfferedTo { get; init; }
    public long? OfferedAt { get; init; }
    public long? OfferUntil { get; init; }

    /// <summary>While it waits: agents who let it ring or declined it, their ids with a comma between.</summary>
    public string? Missed { get; init; }
    public long? AssignedAt { get; init; }
    public long? ResolvedAt { get; init; }

    /// <summary>How it goes on: where the next answer reaches the customer.</summary>
    public ChannelKind Channel { get; init; }

    /// <summary>The customer's address, once a mail went there or came from there.</summary>
    public string? MailTo { get; init; }

    /// <summary>By e-mail: until when an answer was promised, while one is owed.</summary>
    public long? AnswerBy { get; init; }

    /// <summary>While a call is wanted: the customer's number, E.164.</summary>
    public string? CallTo { get; init; }

    /// <summary>Not before, where a time was agreed or it is tried again.</summary>
    public long? CallAt { get; init; }

    /// <summary>The agent to whom the call that was agreed belongs, through all its tries; null: whoever is free.</summary>
    public long? CallBy { get; init; }

    /// <summary>How often the customer's phone rang in vain for this call.</summary>
    public int CallTries { get; init; }

    /// <summary>How often in a row a call could not even be placed.</summary>
    public int CallFailures { get; init; }

    /// <summary>How many attempts there were in all: the newest one's number.</summary>
    public int CallAttempts { get; init; }

    /// <summary>The newest attempt is under way.</summary>
    public bool Calling { get; init; }

    /// <summary>While it is under way: how far it is, and since when.</summary>
    public CallPhase? CallPhase { get; init; }
    public long? CallPhaseAt { get; init; }

    /// <summary>How the last call ended, until something comes next.</summary>
    public CallOutcome? Called { get; init; }

    /// <summary>After the end: until when it takes the place of the agent who had it last, to be written up.</summary>
    public long? WrapUpUntil { get; init; }
    public string? Outcome { get; init; }

    /// <summary>Whom the customer expects: the agent who was named, or the one whose connection was lost.</summary>
    public long? Expects => ReservedId ?? (FrontSince is null ? null : LastAgentId);

    /// <summary>Who will most likely answer: who has it, whom the customer expects, or who answered last.</summary>
    public long? LikelyAgent => AgentId ?? Expects ?? LastAgentId;

    /// <summary>Whose place in the chat it takes: the agent's who has it, or still writes it up. By mail nobody's.</summary>
    public long? TakesPlaceOf(long nowMs) => Channel == ChannelKind.Email ? null : AgentId ?? (WrapUpUntil > nowMs ? LastAgentId : null);

    /// <summary>Whether the attempt of this number is under way.</summary>
    public bool IsCalledWith(int number) => Calling && CallAttempts == number;

    /// <summary>Whether the customer waits for a call that is not due yet.</summary>
    public bool IsCalledLater(long nowMs) => Channel == ChannelKind.Phone && CallAt > nowMs;

    /// <summary>Whether the customer waits now for somebody to come, and so has a card.</summary>
    public bool WaitsInLine(long nowMs) => Status == ConversationStatus.Waiting && Channel != ChannelKind.Email && !IsCalledLater(nowMs);

    public IReadOnlyList<long> MissedBy =>
        Missed is null ? [] : [.. Missed.Split(',').Select(id => long.Parse(id, System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>The same without what counts only while it waits.</summary>
    public Conversation NotWaiting() => this with
    {
        QueuedAt = null, WaitingSince = null, FrontSince = null, ReservedId = null, OfferedTo = null, OfferedAt = null, OfferUntil = null, Missed = null,
    };
}
