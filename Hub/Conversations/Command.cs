using SupportHub.Shared;

namespace SupportHub.Conversations;

/// <summary>Something that a person or the system wants to happen to one conversation.</summary>
public abstract record Command(Author By)
{
    /// <summary>The visitor writes the first message. It is number 1 of the session.</summary>
    /// <param name="KnownBy">The agent who answered this visitor before.</param>
    /// <param name="Mail">Where it comes or goes on by e-mail.</param>
    /// <param name="Call">Where the customer is to be called.</param>
    public sealed record Start(
        Author By, long SiteId, long Session, long? TopicId, string? Topic, string Language, string Body, string? Name, string? Email, long? KnownBy = null, ByMail? Mail = null, WantCall? Call = null)
        : Command(By), INumbered
    {
        int INumbered.Number => 1;
        string? INumbered.Body => Body;
    }

    /// <param name="MailTo">An agent's message also goes out by e-mail, to this address.</param>
    /// <param name="Mail">A visitor's message that came by e-mail.</param>
    public sealed record Say(Author By, long Session, int Number, string? Body, Attachment? Attachment, string? MailTo = null, ByMail? Mail = null) : Command(By), INumbered;

    /// <summary>The visitor wants the answer by e-mail.</summary>
    public sealed record WriteByMail(Author By, ByMail Mail) : Command(By);

    /// <summary>What agents should know of the mail in which messages came.</summary>
    /// <param name="Session">As of the messages; numbered after them.</param>
    /// <param name="TellTo">Where <see cref="MailOrigin.Told"/> is told.</param>
    public sealed record KeepSource(Author By, long Session, int Number, string? Body, MailOrigin Origin, string? TellTo = null) : Command(By), INumbered;

    /// <summary>What became of something in the outbox.</summary>
    /// <param name="Of">The entries that it is about: of one mail there may be several.</param>
    /// <param name="Words">The other server's own.</param>
    /// <param name="Settles">The row that is settled by it, in the same transaction; none where it is heard of later.</param>
    public sealed record Delivered(IReadOnlyList<int> Of, DeliveryState State, string? Words, Effect.Settle? Settles = null) : Command(Author.System);

    /// <summary>An agent has a mail sent again.</summary>
    public sealed record MailAgain(Author By, int Seq, string Address, bool MayOverrule) : Command(By);

    /// <summary>Somebody wants the customer to have the conversation so far by mail.</summary>
    /// <param name="ExpectedVersion">On which it was seen that the same one did not go out already.</param>
    /// <param name="Introduces">The customer had given no address before.</param>
    public sealed record SendTranscript(Author By, string Address, int ExpectedVersion, bool Introduces) : Command(By);

    /// <summary>The customer wants to be called.</summary>
    /// <param name="To">E.164.</param>
    /// <param name="Shown">The same as people write it.</param>
    /// <param name="From">The company's number, as people write it.</param>
    /// <param name="At">Absent: as soon as possible.</param>
    /// <param name="OfferUntilMs">Until when it rings at the agent whom the customer chats with; absent: it does not.</param>
    /// <param name="MailTo">Where a mail confirms it, if one does.</param>
    /// <param name="Caller">The agent to whom it belongs; absent: whoever is free calls.</param>
    public sealed record WantCall(Author By, string To, string Shown, string From, long? At, long? OfferUntilMs, string? MailTo = null, Person? Caller = null) : Command(By);

    public sealed record CancelCall(Author By) : Command(By);

    /// <summary>The agent who has it calls the customer again.</summary>
    /// <param name="At">Absent: now.</param>
    /// <param name="MailTo">Where a mail confirms the time, if one does.</param>
    /// <param name="Caller">The agent to whom the time belongs; absent: whoever is free then calls.</param>
    public sealed record CallAgain(Author By, string To, string Shown, string From, long? At, string? MailTo = null, Person? Caller = null) : Command(By);

    /// <summary>The agent who called knows better how it ended.</summary>
    public sealed record CorrectCall(Author By, CallOutcome Outcome) : Command(By);

    /// <param name="Number">The attempt's.</param>
    public sealed record CallProgressed(int Number, CallPhase Phase) : Command(Author.System);

    /// <summary>An attempt is over.</summary>
    /// <param name="Number">The attempt's.</param>
    /// <param name="CustomerRang">It counts as a try of the customer's.</param>
    /// <param name="Then">What comes next.</param>
    /// <param name="AgainAt">When it is tried again.</param>
    /// <param name="Words">Why it failed, for agents.</param>
    /// <param name="MailTo">Where a mail reaches the customer, if one does.</param>
    public sealed record CallEnded(int Number, Person Agent, CallOutcome Outcome, int? Seconds, bool CustomerRang, AfterCall Then, long? AgainAt = null, string? Words = null, string? MailTo = null)
        : Command(Author.System);

    public sealed record Note(Author By, long Session, int Number, string? Body, Attachment? Attachment) : Command(By), INumbered;

    public sealed record Introduce(Author By, string? Name, string? Email) : Command(By);

    /// <summary>The visitor leaves the queue, or ends the chat.</summary>
    /// <param name="WrapUpSeconds">How long the agent may take to write it up.</param>
    public sealed record Leave(Author By, int WrapUpSeconds = 0) : Command(By);

    public sealed record Rate(Author By, int Score, string? Comment) : Command(By);

    /// <summary>The dispatcher gives a waiting conversation to an agent.</summary>
    public sealed record Assign(Person Agent, int ExpectedVersion, Instead? Instead = null) : Command(Author.System);

    /// <summary>An agent takes a waiting conversation.</summary>
    public sealed record Take(Author By, Person Agent, Instead? Instead = null) : Command(By);

    /// <summary>The dispatcher lets a waiting conversation ring at an agent.</summary>
    public sealed record Offer(Person Agent, long UntilMs, int ExpectedVersion) : Command(Author.System);

    public sealed record Accept(Author By, Person Agent, Instead? Instead = null) : Command(By);

    /// <param name="Remark">Why, for colleagues.</param>
    public sealed record Decline(Author By, Person Agent, string? Remark) : Command(By);

    /// <summary>Nobody answered the offer, or its agent is gone.</summary>
    /// <param name="Reason">One of <see cref="OfferEnd"/>.</param>
    public sealed record EndOffer(Person Agent, string Reason, int ExpectedVersion) : Command(Author.System);

    /// <summary>A waiting customer is told something that goes on record; its agent is the one who is reserved from now on.</summary>
    /// <param name="Card">Kept with it, so that whoever dispatches next knows that it was said.</param>
    public sealed record Tell(Told Told, Effect.KeepCard Card, int ExpectedVersion) : Command(Author.System);

    public sealed record HandOver(Author By, Person From, Person? ToAgent, long? ToTopicId, string? ToTopic, string Reason, bool MayOverrule) : Command(By);

    /// <summary>The agent is gone: back to the front of the queue.</summary>
    public sealed record GiveBack(Person From, string Reason) : Command(Author.System);

    /// <param name="WrapUpSeconds">How long the agent may take to write it up.</param>
    public sealed record Resolve(Author By, string Outcome, string? Remark, bool MayOverrule, int WrapUpSeconds = 0) : Command(By);

    /// <summary>The agent has written it up before the time was over.</summary>
    public sealed record EndWrapUp(Author By) : Command(By);
}

/// <summary>Words for a waiting customer, as they are said.</summary>
/// <param name="Agent">Who is named.</param>
/// <param name="Place">1 is next.</param>
/// <param name="FromMinutes">With <paramref name="ToMinutes"/>: the announced range.</param>
public sealed record Told(HoldKind Kind, string Body, Person? Agent, int? Place = null, int? FromMinutes = null, int? ToMinutes = null);

/// <summary>A conversation's way by e-mail.</summary>
/// <param name="Address">The customer's.</param>
/// <param name="AnswerBy">Until when an answer is promised, Unix milliseconds; absent where nothing is.</param>
/// <param name="Promise">The same in words, for the record and the acknowledgement.</param>
/// <param name="Subject">As it came.</param>
/// <param name="Acknowledge">Whether a mail tells the customer so.</param>
public sealed record ByMail(string Address, long? AnswerBy, string? Promise, string? Subject = null, bool Acknowledge = true);

public enum AfterCall
{
    /// <summary>The agent who called goes on with the conversation.</summary>
    Stays,

    /// <summary>Another agent is asked at once, and the customer keeps the place.</summary>
    NextAgent,

    /// <summary>It waits until it is tried again.</summary>
    Again,

    /// <summary>The agent goes on, and a mail invites the customer to choose another time.</summary>
    Writes,
}

/// <summary>What the customer is told if somebody else than the expected agent answers.</summary>
public sealed record Instead(long Of, Told Told);

/// <summary>A command that carries its sender's own number, so that sending it again is harmless.</summary>
public interface INumbered
{
    long Session { get; }
    int Number { get; }
    string? Body { get; }
}
