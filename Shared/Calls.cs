namespace SupportHub.Shared;

/// <param name="Number">As typed: national in <paramref name="Country"/>, or international.</param>
/// <param name="Country">ISO 3166, two letters; empty: the first of the <see cref="CallTimes"/>.</param>
/// <param name="At">The start of one of the <see cref="CallTimes"/>, Unix milliseconds; absent: as soon as possible, at the place that the customer has in the queue.</param>
public sealed record CallWish(string Number, string Country, long? At = null);

/// <summary>A <see cref="CallWish"/> in a conversation that there is.</summary>
public sealed record CallBack(long Conversation, string Number, string Country, long? At = null);

/// <summary>What a customer can choose from.</summary>
/// <param name="Soon">Whether a call as soon as possible can be asked for now.</param>
/// <param name="Starts">Free times, ascending, Unix milliseconds.</param>
/// <param name="Minutes">How long each is kept.</param>
/// <param name="Countries">Whose numbers can be called: ISO 3166, two letters. The first is the site's own.</param>
/// <param name="From">The number from which the company calls, as people write it there.</param>
public sealed record CallTimes(bool Soon, IReadOnlyList<long> Starts, int Minutes, IReadOnlyList<string> Countries, string From);

/// <summary>What an entry tells of a call. Only the members that the entry's kind names are present.</summary>
public sealed record CallDetail
{
    /// <summary>The customer's number, in international writing.</summary>
    public string? Number { get; init; }

    /// <summary>From which the company calls, in international writing.</summary>
    public string? From { get; init; }

    /// <summary>When the customer is called (or called again), Unix milliseconds; absent: as soon as possible, or not any more.</summary>
    public long? At { get; init; }

    public CallPhase? Phase { get; init; }
    public CallOutcome? Outcome { get; init; }

    /// <summary>How long the two talked.</summary>
    public int? Seconds { get; init; }
}

public enum CallPhase
{
    /// <summary>The agent's phone is dialled.</summary>
    Dialling,
    AgentRinging,

    /// <summary>The agent answered, and is asked for a key.</summary>
    AgentAnswered,
    CustomerRinging,
    Talking,
}

/// <summary>How a try to reach the customer ended.</summary>
public enum CallOutcome
{
    Reached,
    NoAnswer,
    Busy,
    Voicemail,

    /// <summary>The agent's phone was not answered, or no key was pressed: the next agent is asked.</summary>
    AgentMissed,

    /// <summary>The call could not be connected.</summary>
    Failed,
    Cancelled,

    /// <summary>Somebody else has this number. Only an agent knows.</summary>
    WrongNumber,

    /// <summary>The customer was reached, and did not want to talk. Only an agent knows.</summary>
    Refused,

    /// <summary>The telephone network could not be asked: nobody knows whether the customer was reached. The agent who called does.</summary>
    Unknown,
}

/// <summary>An agent calls the customer again, at the number that was called last.</summary>
/// <param name="At">Unix milliseconds, within eight days; absent: now, and the caller's phone rings.</param>
/// <param name="Mine">The time belongs to whoever books it, who is asked before everybody else; false: whoever is free then calls.</param>
public sealed record CallAgain(long Conversation, long? At = null, bool Mine = true);

/// <summary>What the network says of the last call is not how it was.</summary>
/// <param name="Outcome">Reached, no-answer, voicemail, wrong-number or refused.</param>
public sealed record CorrectCall(long Conversation, CallOutcome Outcome);

/// <summary>Which day's callbacks are wanted.</summary>
/// <param name="From">Its beginning where the agent is, Unix milliseconds.</param>
/// <param name="Until">Its end, and the next one's beginning.</param>
/// <param name="SiteId">Absent: of all sites.</param>
public sealed record AskCallBoard(long From, long Until, long? SiteId = null);

/// <summary>Callbacks by how far they are.</summary>
/// <param name="Columns">One for each <see cref="CallStage"/>, in their order.</param>
public sealed record CallBoard(IReadOnlyList<CallColumn> Columns)
{
    /// <summary>How many cards a column has at most.</summary>
    public const int Limit = 50;
}

/// <param name="Count">How many there are; of them the first <see cref="CallBoard.Limit"/> are in <paramref name="Cards"/>.</param>
public sealed record CallColumn(CallStage Stage, int Count, IReadOnlyList<CallCard> Cards);

public enum CallStage
{
    /// <summary>As soon as possible, or the time has come.</summary>
    Asked,

    /// <summary>For a time of that day.</summary>
    Booked,

    /// <summary>The agent's phone rings, or the customer's.</summary>
    Ringing,
    Talking,

    /// <summary>Reached on that day, the newest first.</summary>
    Done,

    /// <summary>Not reached on that day, and not tried again, the newest first.</summary>
    Missed,
}

/// <param name="At">Asked: since when; booked: for when; ringing and talking: since when; done and missed: when it ended. Unix milliseconds.</param>
/// <param name="Tries">How often the customer's phone rang in vain.</param>
/// <param name="AgentId">Who calls, will call, or called.</param>
/// <param name="TimeZone">The customer's, where known.</param>
/// <param name="Seconds">Done: how long they talked.</param>
public sealed record CallCard(
    long Conversation,
    long SiteId,
    long? TopicId,
    string? CustomerName,
    string Language,
    long At,
    int Tries,
    long? AgentId = null,
    string? TimeZone = null,
    CallPhase? Phase = null,
    CallOutcome? Outcome = null,
    int? Seconds = null);

/// <summary>From and to <c>/api/sites/{id}/phone</c>: how a site's customers are called.</summary>
/// <param name="Enabled">Off: nobody can ask for a call, and none is placed.</param>
/// <param name="Account">Twilio's account SID.</param>
/// <param name="AuthToken">Signs Twilio's requests. Only from client to server; empty: the stored one stays.</param>
/// <param name="ApiKey">Absent: the account's own SID and token sign in.</param>
/// <param name="ApiSecret">As <paramref name="AuthToken"/>.</param>
/// <param name="Address">Another address than Twilio's, for a telephone network of one's own.</param>
/// <param name="Number">The company's, from which is called.</param>
/// <param name="PublicUrl">How Twilio reaches this server.</param>
/// <param name="Countries">ISO 3166, two letters; the first is the site's own.</param>
/// <param name="Tries">How often a customer is tried, 1 to 10.</param>
/// <param name="PauseMinutes">After the first try, the second…, 1 to 1440.</param>
/// <param name="SlotMinutes">How long a booked time is kept, 5 to 240.</param>
/// <param name="LeadMinutes">How soon the first time can be booked, 0 to 10080.</param>
/// <param name="AtOnce">How many can be booked for the same time, 1 to 50.</param>
/// <param name="PerNumberADay">How many calls can be asked for with one number, 1 to 100.</param>
/// <param name="PerAddressADay">…from one network address, 1 to 1000.</param>
/// <param name="PerVisitorADay">…by one visitor, 1 to 100.</param>
/// <param name="PerSiteADay">…of the whole site, 1 to 100,000.</param>
/// <param name="CentsAMinute">What a minute of one phone is taken to cost, 0 to 1000.</param>
/// <param name="CentsADay">No call is placed that could cost more in a day, 0 to 10,000,000; 0: no limit.</param>
/// <param name="DetectMachine">Whether the network finds out if a machine answers.</param>
/// <param name="Phones">The agents' own phones. Agents without one are not asked.</param>
public sealed record PhoneLine(
    bool Enabled,
    string? Account,
    string? AuthToken,
    string? ApiKey,
    string? ApiSecret,
    string? Region,
    string? Edge,
    string? Address,
    string? Number,
    string? PublicUrl,
    IReadOnlyList<string>? Countries,
    int Tries = 3,
    IReadOnlyList<int>? PauseMinutes = null,
    int SlotMinutes = 20,
    int LeadMinutes = 30,
    int AtOnce = 1,
    int PerNumberADay = 5,
    int PerAddressADay = 20,
    int PerVisitorADay = 5,
    int PerSiteADay = 500,
    int CentsAMinute = 10,
    int CentsADay = 20_000,
    bool DetectMachine = false,
    IReadOnlyList<AgentPhone>? Phones = null);

/// <param name="Number">Empty: none.</param>
public sealed record AgentPhone(long AgentId, string? Number);

/// <param name="Line">Absent: not set up.</param>
/// <param name="Countries">All that could be chosen: ISO 3166, two letters.</param>
/// <param name="Phones">The agents' own, whether or not the line is set up.</param>
/// <param name="UnderWay">How many of the site's calls ring or talk now.</param>
/// <param name="Wanted">How many of its customers wait to be called, or have a time.</param>
public sealed record PhoneSettings(PhoneLine? Line, IReadOnlyList<string>? Countries = null, IReadOnlyList<AgentPhone>? Phones = null, int UnderWay = 0, int Wanted = 0);

/// <summary>To <c>/api/sites/{id}/phone/test</c>: one call to whoever asks for it, with these settings, saved or not.</summary>
/// <param name="Line">Secrets that are empty are the stored ones.</param>
/// <param name="Number">One of the agents' phones, or a number that customers could give, too.</param>
public sealed record PhoneTestOrder(PhoneLine? Line, string? Number);

/// <summary>From there, and from <c>/api/sites/{id}/phone/test/{test}</c>: how the call stands.</summary>
/// <param name="Why">What does not work, and what to do, in a sentence; where it failed.</param>
public sealed record PhoneTest(long Id, PhoneTestStep Step, string? Why = null);

public enum PhoneTestStep
{
    Dialling,
    Ringing,
    Answered,

    /// <summary>It was answered, and Twilio asked and reported at the public address.</summary>
    Works,
    Failed,
}
