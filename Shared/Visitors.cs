namespace SupportHub.Shared;

/// <summary>What a website's visitor may call, at <see cref="Protocol.VisitorHubPath"/>.</summary>
public interface IVisitorHub
{
    Task<Reply<VisitorWelcome>> Hello(VisitorHello hello);

    /// <summary>Opens a conversation with its first message. The same session again answers the same conversation.</summary>
    Task<Reply<VisitorConversation>> Start(StartConversation start);

    Task<Reply<Sent>> Send(SendMessage message);

    /// <summary>Entries newer than <paramref name="seq"/>, oldest first, a page at a time.</summary>
    Task<Reply<EntryPage>> After(long conversation, int seq);

    /// <summary>The page of entries just older than <paramref name="seq"/>, ascending.</summary>
    Task<Reply<EntryPage>> Before(long conversation, int seq);

    Task<Reply<Done>> Read(long conversation, int seq);

    Task<Reply<Done>> Typing(long conversation);

    Task<Reply<Done>> Introduce(Introduce who);

    /// <summary>The conversation goes on by e-mail: no more waiting, the answer goes to the address. The same again changes nothing.</summary>
    Task<Reply<Done>> WriteByMail(WriteByMail mail);

    /// <summary>Sends the conversation so far by mail, once an agent has written in it. The same again, with nothing said since, changes nothing.</summary>
    Task<Reply<Done>> SendTranscript(SendTranscript transcript);

    /// <summary>When the customers of a topic can be called.</summary>
    Task<Reply<CallTimes>> CallTimes(long? topic);

    /// <summary>The company is to call: as soon as possible, at the place that the visitor has in the queue, or at a time. The same again changes nothing.</summary>
    Task<Reply<Done>> CallBack(CallBack call);

    /// <summary>No call any more: the conversation goes on in writing.</summary>
    Task<Reply<Done>> CancelCall(long conversation);

    /// <summary>Leaves the queue or ends the chat.</summary>
    Task<Reply<Done>> Leave(long conversation);

    Task<Reply<Done>> Rate(RateConversation rating);
}

/// <summary>What the server tells a visitor unasked. Pushes may be lost; see PROTOCOL.md for how a client notices.</summary>
public interface IVisitorClient
{
    Task Entries(EntriesPush push);

    Task Waiting(WaitingPush push);

    Task Read(ReadPush push);

    Task Typing(TypingPush push);

    Task Head(HeadPush push);
}

/// <param name="Language">The page's language, an IETF tag ("fr", "en-GB").</param>
/// <param name="TimeZone">IANA name ("Europe/Paris").</param>
/// <param name="Page">Address of the page the visitor is on, without query and fragment.</param>
public sealed record VisitorHello(int Version, string Language, string? TimeZone, string? Page, string? PageTitle);

/// <param name="Conversation">The visitor's newest conversation that is not resolved, or was within the last day.</param>
/// <param name="Now">The server's clock, Unix milliseconds: ages are counted against it.</param>
/// <param name="AttachmentBytes">What a file may have at most.</param>
public sealed record VisitorWelcome(long VisitorId, string? Name, string? Email, VisitorConversation? Conversation, long Now, long AttachmentBytes);

/// <summary>A conversation as its visitor sees it: state is what the public entries say, folded in order.</summary>
/// <param name="Entries">The newest page.</param>
/// <param name="ReadByAgent">Agents saw everything up to here.</param>
/// <param name="ReadByVisitor">The visitor saw everything up to here, in whatever tab.</param>
public sealed record VisitorConversation(
    long Id,
    ConversationStatus Status,
    long? TopicId,
    Person? Agent,
    EntryPage Entries,
    int ReadByAgent,
    int ReadByVisitor,
    WaitingCard? Waiting);

/// <param name="ByMail">The answer is to come by e-mail; then <paramref name="Email"/> is needed.</param>
/// <param name="Call">The answer is to be a call: nothing is opened where it cannot be had. Not together with <paramref name="ByMail"/>.</param>
/// <param name="Session">Names the conversation until the server has numbered it; also the session of the first message, which is its number 1.</param>
public sealed record StartConversation(
    long Session,
    long? TopicId,
    string Body,
    string? Name,
    string? Email,
    bool ByMail = false,
    CallWish? Call = null);

/// <param name="Email">Where the answer goes.</param>
public sealed record WriteByMail(long Conversation, string Email);

/// <param name="Email">Where it goes; absent: to the address that the customer gave.</param>
public sealed record SendTranscript(long Conversation, string? Email = null);

public sealed record Introduce(long Conversation, string? Name, string? Email);

/// <param name="Score">0 to 10.</param>
public sealed record RateConversation(long Conversation, int Score, string? Comment);

/// <summary>The card of a waiting visitor changed, or went (then <paramref name="Card"/> is absent).</summary>
public sealed record WaitingPush(long Conversation, WaitingCard? Card);

/// <summary>What a waiting visitor is told.</summary>
/// <param name="Agent">The agent who is reserved for this visitor. Absent further back in the line.</param>
/// <param name="Doing">What that agent does now.</param>
/// <param name="Team">Who answers this topic now, where nobody is reserved yet.</param>
/// <param name="Place">1 is next.</param>
/// <param name="FromMinutes">Lower end of the honest range, whole minutes; absent where nothing can be known.</param>
/// <param name="ToMinutes">Upper end.</param>
/// <param name="At">When this was computed, Unix milliseconds.</param>
/// <param name="OpensAt">Where it is closed: when the message will be read, Unix milliseconds.</param>
/// <param name="Text">What is said now, in the conversation's language and the site's own words. Plain text.</param>
/// <param name="Said">On which occasion.</param>
/// <param name="ByPhone">The visitor waits to be called: whoever answers, calls.</param>
/// <param name="Alternatives">Other ways to a human that can be offered by now; absent: none yet.</param>
public sealed record WaitingCard(
    Person? Agent,
    AgentDoing Doing,
    IReadOnlyList<Person> Team,
    int Place,
    int? FromMinutes,
    int? ToMinutes,
    long At,
    long? OpensAt = null,
    string? Text = null,
    HoldKind? Said = null,
    IReadOnlyList<ChannelKind>? Alternatives = null,
    bool ByPhone = false);

public enum AgentDoing
{
    /// <summary>In conversation with other customers.</summary>
    WithAnother,

    /// <summary>About to be free.</summary>
    Finishing,

    /// <summary>Nobody who answers this is here now.</summary>
    NobodyHere,

    /// <summary>It is closed now: the message is taken, and waits until <see cref="WaitingCard.OpensAt"/>.</summary>
    Closed,

    /// <summary>Writing up the conversation that has just ended; this visitor is next.</summary>
    WrappingUp,

    /// <summary>It rings at this agent for this very visitor.</summary>
    Asked,
}
