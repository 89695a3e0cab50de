using SupportHub.Shared;

namespace SupportHub.Conversations;

/// <summary>What a command leads to: a change or a refusal.</summary>
public abstract record Decision
{
    /// <param name="State">The new state; the same instance where only entries are added.</param>
    public sealed record Change(Conversation State, IReadOnlyList<NewEntry> Entries, IReadOnlyList<Effect> Effects) : Decision
    {
        public Change(Conversation state, params NewEntry[] entries)
            : this(state, entries, [])
        {
        }
    }

    public sealed record Refuse(RefusalCode Code) : Decision;

    public static implicit operator Decision(RefusalCode code) => new Refuse(code);
}

/// <summary>An entry before the journal has numbered and dated it.</summary>
public sealed record NewEntry(EntryKind Kind, Author By, string? Body = null, EntryDetail? Detail = null, long? Session = null, int? Number = null);

/// <summary>What else is written in the same transaction.</summary>
public abstract record Effect
{
    public sealed record NameVisitor(long VisitorId, string? Name, string? Email) : Effect;

    /// <summary>What a customer who waits was told, for whoever dispatches next.</summary>
    /// <param name="Card">As JSON, which only the queue reads.</param>
    /// <param name="At">When it was decided: of two, the later one is kept.</param>
    public sealed record KeepCard(long ConversationId, string Card, long At) : Effect;

    /// <summary>How a wait ended, for the estimates and the reports.</summary>
    /// <param name="NamedId">The agent who was named last.</param>
    public sealed record RecordWait(long ConversationId, long SiteId, long? TopicId, long Since, long EndedAt, WaitEnding How, long? AgentId, long? NamedId) : Effect;

    /// <param name="How">One of <see cref="OfferEnd"/>.</param>
    public sealed record RecordOffer(long ConversationId, long SiteId, long? TopicId, long AgentId, long OfferedAt, long EndedAt, string How) : Effect;

    /// <summary>Work outside of the database that must happen, once: a row of the outbox. The same again sends it again.</summary>
    /// <param name="Seq">Of its entry; below 1, and the draft numbers it: 0 is the first entry of the change, -1 the second.</param>
    /// <param name="Recipient">An address, as it is when this is decided.</param>
    /// <param name="HoldMs">It waits so long for what may go with it.</param>
    public sealed record Post(long ConversationId, long SiteId, int Seq, PostKind Kind, string Recipient, long At, int HoldMs = 0) : Effect
    {
        public long DueAt => At + HoldMs;
    }

    /// <summary>What became of a row of the outbox that was worked on, and of those that went with it.</summary>
    /// <param name="State">Sent or refused: it is over. Deferred: it is tried again.</param>
    /// <param name="DueAt">When it is tried again.</param>
    public sealed record Settle(long ConversationId, int Seq, PostKind Kind, DeliveryState State, long? DueAt = null) : Effect
    {
        /// <summary>As the row has it.</summary>
        public int RowState => State switch { DeliveryState.Deferred => 0, DeliveryState.Refused => 2, _ => 1 };
    }

    /// <summary>An attempt to bring agent and customer together on the phone: planned with this commit, and dialled after it.</summary>
    /// <param name="Number">1 is the conversation's first.</param>
    /// <param name="Customer">E.164.</param>
    public sealed record BeginCall(long ConversationId, int Number, long SiteId, long AgentId, string Customer, long At) : Effect
    {
        public override string ToString() => $"{nameof(BeginCall)} {ConversationId}/{Number}";
    }

    /// <summary>A call that is over, as the timeline tells it.</summary>
    /// <param name="Tries">How often the customer's phone has rung by now.</param>
    public sealed record RecordCall(long ConversationId, int Number, long SiteId, long AgentId, CallOutcome Outcome, int? Seconds, int Tries, long EndedAt) : Effect;

    /// <summary>Of the conversation's last call.</summary>
    public sealed record CorrectCall(long ConversationId, CallOutcome Outcome) : Effect;

    /// <summary>The time that was booked for a call may be had by somebody else.</summary>
    public sealed record FreeTime(long ConversationId, long At) : Effect;

    /// <summary>The time that was booked belongs to an agent, if none of that agent's own lies across it.</summary>
    public sealed record OwnTime(long ConversationId, long At, long AgentId) : Effect;

    /// <summary>For the estimate of the wait: how long an agent was busy with a conversation.</summary>
    /// <param name="WrapUpSeconds">How much longer the place is taken, if the agent takes all the time there is.</param>
    public sealed record RecordHandleTime(long ConversationId, long AgentId, long? TopicId, int Seconds, int WrapUpSeconds, long EndedAt) : Effect;

    /// <summary>The wrap-up was shorter than recorded with the <see cref="RecordHandleTime"/> of the same end.</summary>
    public sealed record RecordWrapUp(long ConversationId, long EndedAt, int WrapUpSeconds) : Effect;
}

public enum PostKind
{
    /// <summary>An agent's message, by mail.</summary>
    Mail,

    /// <summary>That the conversation goes on by mail, and until when there is an answer.</summary>
    Acknowledgement,

    /// <summary>The whole conversation, for the customer to keep.</summary>
    Transcript,

    /// <summary>What a sender should know of a mail of theirs that was not taken as it came.</summary>
    Notice,

    /// <summary>That the customer was not reached by phone: when it is tried again, or how to choose another time.</summary>
    NotReached,

    /// <summary>When the customer is called, and how to change that.</summary>
    CallAgreed,
}

public enum WaitEnding
{
    Answered,

    /// <summary>The customer went.</summary>
    Left,

    /// <summary>To another topic's queue.</summary>
    Transferred,

    /// <summary>The customer prefers another channel.</summary>
    OtherChannel,
}
