namespace SupportHub.Shared;

/// <summary>One line of a conversation's timeline. Entries are immutable and never renumbered.</summary>
/// <param name="Seq">1, 2, 3… within the conversation, without a hole in what is stored. A visitor never receives internal entries, so a visitor sees holes.</param>
/// <param name="By">Who caused it.</param>
/// <param name="AgentId">The agent, where <paramref name="By"/> is <see cref="AuthorKind.Agent"/>.</param>
/// <param name="Body">The text, for messages, notes and hold messages.</param>
/// <param name="At">Unix time in milliseconds, by the server's clock.</param>
/// <param name="Session">With <paramref name="Number"/>: the sender's own name for the message, see <see cref="SendMessage"/>.</param>
public sealed record Entry(
    int Seq,
    EntryKind Kind,
    AuthorKind By,
    long? AgentId,
    string? Body,
    EntryDetail? Detail,
    long At,
    long? Session = null,
    int? Number = null);

public enum AuthorKind
{
    System,
    Visitor,
    Agent,
}

public enum EntryKind
{
    /// <summary>Text, an attachment, or both, from the visitor or an agent.</summary>
    Message,

    /// <summary>Internal: an agent's note to colleagues.</summary>
    Note,

    /// <summary>The conversation waits for an agent. Detail: topic, reason (why again, if it waited before).</summary>
    Queued,

    /// <summary>An agent has it now. Detail: agent.</summary>
    Joined,

    /// <summary>The agent gave it up. Detail: agent, reason.</summary>
    Left,

    /// <summary>The matter is settled, or the visitor left (then <see cref="Entry.By"/> is the visitor).</summary>
    Resolved,

    /// <summary>Internal: how it ended. Detail: outcome; body: the agent's remark.</summary>
    Outcome,

    /// <summary>The visitor told a name or an address. Detail: name, e-mail.</summary>
    Introduced,

    /// <summary>What a waiting visitor was told, in the body. Detail: hold, agent, place, range.</summary>
    Hold,

    /// <summary>The visitor's rating. Detail: score; body: the comment.</summary>
    Rated,

    /// <summary>Internal: it rings at an agent. Detail: agent.</summary>
    Offered,

    /// <summary>Internal: that agent did not take it. Detail: agent, reason; body: the agent's remark.</summary>
    OfferEnded,

    /// <summary>The conversation goes on by e-mail. Detail: e-mail, answer by; body: what the customer is promised.</summary>
    Mailed,

    /// <summary>Internal: the mail in which the messages before it came. Detail: origin; body: what the mail repeated of earlier ones, folded away.</summary>
    MailSource,

    /// <summary>Internal: what became of a mail to the customer. Detail: delivery; body: the mail server's own words.</summary>
    Delivery,

    /// <summary>Internal: the agent has written it up, sooner than the site gives time for it.</summary>
    WrittenUp,

    /// <summary>The conversation so far goes out by mail, for the customer to keep. Detail: e-mail.</summary>
    Transcript,

    /// <summary>The customer is to be called. Detail: call (number, from, at).</summary>
    CallWanted,

    /// <summary>The customer wants no call any more.</summary>
    CallCancelled,

    /// <summary>The customer was called. Detail: agent, call (outcome; seconds, where they talked; at, where it is tried again).</summary>
    Called,

    /// <summary>Internal: how far a call is, or that it came to nothing before the customer's phone rang. Detail: agent, call (phase or outcome); body: why it failed.</summary>
    CallProgress,

    /// <summary>Internal: how the last call really ended, as the agent says. Detail: call (outcome).</summary>
    CallCorrected,
}

/// <summary>What an entry carries besides text. Only the members that the entry's kind names are present.</summary>
public sealed record EntryDetail
{
    public Person? Agent { get; init; }
    public long? TopicId { get; init; }
    public string? Topic { get; init; }
    public string? Reason { get; init; }
    public string? Outcome { get; init; }
    public string? Name { get; init; }
    public string? Email { get; init; }
    public int? Score { get; init; }
    public HoldKind? Hold { get; init; }

    /// <summary>1 is next.</summary>
    public int? Place { get; init; }
    public int? FromMinutes { get; init; }
    public int? ToMinutes { get; init; }
    public Attachment? Attachment { get; init; }
    public MailDetail? Mail { get; init; }
    public MailOrigin? Origin { get; init; }
    public DeliveryDetail? Delivery { get; init; }
    public CallDetail? Call { get; init; }

    /// <summary>Until when an answer was promised, Unix milliseconds.</summary>
    public long? AnswerBy { get; init; }
}

/// <summary>A message that came by e-mail, or goes out by it.</summary>
/// <param name="Address">The customer's.</param>
/// <param name="Subject">As it came; absent for our own.</param>
public sealed record MailDetail(string Address, string? Subject = null);

/// <param name="Raw">Where agents find the whole mail, relative to the server.</param>
/// <param name="Linked">The mail answers that conversation from an address that does not belong to it: who wrote it is not verified.</param>
/// <param name="Refused">Files that were not taken, because they or the whole mail are too large; absent: all were.</param>
/// <param name="Told">What an automatic mail told the sender because of this one; absent: nothing.</param>
public sealed record MailOrigin(string Raw, long? Linked = null, IReadOnlyList<RefusedFile>? Refused = null, MailNotice? Told = null);

/// <param name="Size">In bytes; absent where it did not come whole.</param>
public sealed record RefusedFile(string Name, long? Size);

public enum MailNotice
{
    /// <summary>Not all files were taken, and which limit there is.</summary>
    TooLarge,

    /// <summary>So many mails came in a short time that the further ones wait until somebody looks at them. Said with the first of those.</summary>
    Held,
}

/// <param name="Of">The entry that was sent.</param>
public sealed record DeliveryDetail(int Of, DeliveryState State);

public enum DeliveryState
{
    /// <summary>An agent has it sent again.</summary>
    Waiting,

    /// <summary>The mail server took it.</summary>
    Sent,

    /// <summary>Not now: it is tried again.</summary>
    Deferred,

    /// <summary>The mail server refused it for good, or it was tried for too long. It can be sent again by hand.</summary>
    Refused,

    /// <summary>Another mail server sent it back for good.</summary>
    Bounced,

    /// <summary>The customer's mailbox answered by itself, for example with an absence.</summary>
    AutoReplied,
}

/// <summary>An agent as customers see one.</summary>
/// <param name="Picture">Address of the picture, relative to the server; absent where the initial stands in.</param>
public sealed record Person(long Id, string FirstName, string? Picture, Pronoun Pronoun);

/// <summary>How sentences speak of a person ("she is finishing…"). <see cref="They"/> repeats the name instead.</summary>
public enum Pronoun
{
    They,
    She,
    He,
}

/// <summary>A stored file. Its bytes are fetched over HTTP, see PROTOCOL.md.</summary>
/// <param name="Type">Media type, found from the content.</param>
/// <param name="Size">In bytes.</param>
public sealed record Attachment(long Id, string Name, string Type, long Size);
