namespace SupportHub.Shared;

/// <summary>What a signed-in agent may call, at <see cref="Protocol.AgentHubPath"/>.</summary>
public interface IAgentHub
{
    Task<Reply<AgentWelcome>> Hello(AgentHello hello);

    /// <summary>The conversation, whole enough to work on; from now on its entries are pushed to this connection.</summary>
    Task<Reply<AgentConversation>> Open(long conversation);

    /// <summary>Ends the pushes that <see cref="Open"/> began.</summary>
    Task<Reply<Done>> Close(long conversation);

    Task<Reply<Sent>> Send(SendMessage message);

    /// <summary>An internal note. Numbered in the same series as messages.</summary>
    Task<Reply<Sent>> Note(SendMessage note);

    Task<Reply<EntryPage>> After(long conversation, int seq);

    Task<Reply<EntryPage>> Before(long conversation, int seq);

    Task<Reply<Done>> Read(long conversation, int seq);

    Task<Reply<Done>> Typing(long conversation);

    /// <summary>Takes a waiting conversation, ahead of the dispatcher.</summary>
    Task<Reply<Done>> Take(long conversation);

    /// <summary>Answers an offer that rings at the caller.</summary>
    Task<Reply<Done>> Accept(long conversation);

    /// <summary>Lets the next agent be asked; the customer keeps the place.</summary>
    Task<Reply<Done>> Decline(DeclineOffer offer);

    /// <summary>Gives the conversation to another agent, or back to the queue of a topic.</summary>
    Task<Reply<Done>> Transfer(TransferConversation transfer);

    Task<Reply<Done>> Resolve(ResolveConversation resolve);

    Task<Reply<Done>> SetPresence(Presence presence);

    /// <summary>Sends a mail again that a server had refused or sent back.</summary>
    Task<Reply<Done>> MailAgain(MailAgain again);

    /// <summary>Sends the customer the conversation so far. The same again, with nothing said since, changes nothing.</summary>
    Task<Reply<Done>> SendTranscript(SendTranscript transcript);

    /// <summary>Which callbacks there are, how far each is, and the first of each kind.</summary>
    Task<Reply<CallBoard>> CallBoard(AskCallBoard ask);

    /// <summary>Calls the customer of the caller's own conversation again, now or at a time.</summary>
    Task<Reply<Done>> CallAgain(CallAgain again);

    /// <summary>Says how the last call of the caller's own conversation really ended.</summary>
    Task<Reply<Done>> CorrectCall(CorrectCall correct);

    /// <summary>Ends the caller's wrap-ups now: the next conversation may come. Harmless where there is none.</summary>
    Task<Reply<Done>> Ready();

    /// <summary>Conversations that ended, newest first, or those whose customer's name or text contains a word.</summary>
    Task<Reply<ConversationList>> Search(SearchConversations search);
}

/// <summary>What the server tells an agent unasked.</summary>
public interface IAgentClient
{
    Task Entries(EntriesPush push);

    /// <summary>A conversation's line in the lists is new or changed. Older than the one held (by <see cref="ConversationSummary.Head"/>, then <see cref="ConversationSummary.At"/>): ignore.</summary>
    Task Summary(ConversationSummary summary);

    /// <summary>Everyone's presence and load, whole.</summary>
    Task Agents(AgentsPush push);

    /// <summary>Sites, topics or canned replies changed: all of them, as a welcome would tell them now.</summary>
    Task Settings(SettingsPush push);

    Task Read(ReadPush push);

    Task Typing(TypingPush push);

    Task Head(HeadPush push);

    /// <summary>The session ended (signed out elsewhere, account disabled). The connection closes.</summary>
    Task SignedOut();
}

public sealed record AgentHello(int Version);

public enum Role
{
    Agent,
    Supervisor,
    Administrator,
}

public enum Presence
{
    Offline,
    Away,
    Online,

    /// <summary>The end of the shift: the chats under way go on, no new one comes, and after the last one the agent is offline.</summary>
    Finishing,
}

/// <summary>Why an agent's presence is not what the agent chose.</summary>
public enum PresenceReason
{
    /// <summary>Two offers in a row rang without an answer: away.</summary>
    MissedOffers,

    /// <summary>The last chat of the shift ended: offline.</summary>
    Finished,
}

/// <param name="Presence">What the agent chose, or what it became by itself (then with a reason).</param>
/// <param name="Connected">Whether a console of this agent is connected now.</param>
/// <param name="Capacity">Chats at once.</param>
/// <param name="Load">Chats now.</param>
/// <param name="WrapUps">
/// For each conversation that ended and is still written up, until when at most it takes one of the places: Unix milliseconds, ascending.
/// Absent: none. What is past is over, although nothing else is pushed.
/// </param>
public sealed record AgentStatus(
    Person Person, Role Role, Presence Presence, bool Connected, int Capacity, int Load, PresenceReason? Reason = null, IReadOnlyList<long>? WrapUps = null);

public sealed record AgentsPush(IReadOnlyList<AgentStatus> Agents);

public sealed record SettingsPush(IReadOnlyList<SiteBrief> Sites, IReadOnlyList<CannedReply> CannedReplies);

/// <param name="Conversations">All that are not resolved.</param>
/// <param name="Now">The server's clock, Unix milliseconds.</param>
/// <param name="AttachmentBytes">What a file may have at most.</param>
public sealed record AgentWelcome(
    AgentStatus Me,
    IReadOnlyList<AgentStatus> Agents,
    IReadOnlyList<SiteBrief> Sites,
    IReadOnlyList<CannedReply> CannedReplies,
    IReadOnlyList<string> Outcomes,
    IReadOnlyList<ConversationSummary> Conversations,
    long Now,
    long AttachmentBytes);

/// <param name="Mail">The address from which the site's mails go out; absent where it has no mailbox.</param>
/// <param name="Calls">It has a telephone, whether or not it is turned on.</param>
public sealed record SiteBrief(long Id, string Name, string Color, IReadOnlyList<TopicBrief> Topics, string? Mail = null, bool Calls = false);

/// <param name="Title">By language tag.</param>
public sealed record TopicBrief(long Id, IReadOnlyDictionary<string, string> Title);

/// <param name="Shortcut">What is typed after "/".</param>
/// <param name="Language">Of the text; absent where it fits any.</param>
/// <param name="Body">May hold {customer}, {agent}, {topic} and {site}.</param>
public sealed record CannedReply(long Id, string Shortcut, string Title, string? Language, string Body);

/// <summary>A conversation's line in the agents' lists.</summary>
/// <param name="Head">The newest entry's seq, internal ones included.</param>
/// <param name="ReadByAgents">The assigned agent saw everything up to here.</param>
/// <param name="Unread">Messages of the visitor beyond that.</param>
/// <param name="QueuedAt">Waiting: since when its place counts. Unix milliseconds, as all times here.</param>
/// <param name="Waiting">Waiting: what the visitor is told.</param>
/// <param name="Online">The visitor has the page open.</param>
/// <param name="At">When this line was made, by the server's clock.</param>
/// <param name="OfferedTo">Waiting: the agent at whom it rings.</param>
/// <param name="OfferUntil">Until when it rings there.</param>
/// <param name="Channel">How it goes on now.</param>
/// <param name="AnswerBy">By e-mail: until when an answer was promised, while one is owed.</param>
/// <param name="CallAt">By phone, waiting: when the customer is called, where a time was agreed or it is tried again.</param>
/// <param name="CallTries">How often the customer's phone rang in vain.</param>
/// <param name="CallPhase">How far the call under way is; absent: there is none.</param>
/// <param name="CallPhaseAt">Since when.</param>
/// <param name="Called">How the last call ended, until something comes next.</param>
/// <param name="CallBy">The agent to whom the call that was agreed belongs; absent: whoever is free calls.</param>
public sealed record ConversationSummary(
    long Id,
    long SiteId,
    long? TopicId,
    ConversationStatus Status,
    long? AgentId,
    string? CustomerName,
    string Language,
    int Head,
    int ReadByAgents,
    int Unread,
    string? Preview,
    AuthorKind PreviewBy,
    long LastAt,
    long StartedAt,
    long? QueuedAt,
    WaitingCard? Waiting,
    bool Online,
    string? Outcome,
    long At,
    long? OfferedTo = null,
    long? OfferUntil = null,
    ChannelKind Channel = ChannelKind.Chat,
    long? AnswerBy = null,
    long? CallAt = null,
    int CallTries = 0,
    CallPhase? CallPhase = null,
    long? CallPhaseAt = null,
    CallOutcome? Called = null,
    long? CallBy = null);

/// <summary>A conversation opened by an agent.</summary>
/// <param name="ReadByVisitor">The visitor saw everything up to here.</param>
/// <param name="MailTo">The customer's address, once a mail of this conversation went there or came from there: the next one goes there, too. Absent: to <see cref="Customer.Email"/>.</param>
public sealed record AgentConversation(
    ConversationSummary Summary,
    EntryPage Entries,
    int ReadByVisitor,
    Customer Customer,
    IReadOnlyList<ConversationSummary> Earlier,
    string? MailTo = null);

/// <summary>Who the customer is, as far as known.</summary>
/// <param name="Browser">"Firefox, Windows".</param>
public sealed record Customer(
    long VisitorId,
    string? Name,
    string? Email,
    string Language,
    string? TimeZone,
    string? Page,
    string? PageTitle,
    string? Browser,
    bool Online);

/// <summary>To an agent, or to a topic's queue: exactly one of the two.</summary>
public sealed record TransferConversation(long Conversation, long? AgentId, long? TopicId, string Reason);

/// <param name="Seq">The message.</param>
/// <param name="Email">To another address, which becomes the customer's; absent: the same.</param>
public sealed record MailAgain(long Conversation, int Seq, string? Email = null);

/// <param name="Reason">For colleagues, at most <see cref="Protocol.LineLimit"/>.</param>
public sealed record DeclineOffer(long Conversation, string? Reason);

/// <param name="Outcome">One of <see cref="AgentWelcome.Outcomes"/>.</param>
public sealed record ResolveConversation(long Conversation, string Outcome, string? Remark);

/// <param name="Text">Empty: the latest.</param>
/// <param name="BeforeId">For the next page: the last id received.</param>
public sealed record SearchConversations(string? Text, long? BeforeId);

public sealed record ConversationList(IReadOnlyList<ConversationSummary> Conversations, bool More);
