namespace SupportHub.Shared;

/// <param name="Number">As typed: national in <paramref name="Country"/>, or international.</param>
/// <param name="Country">ISO 3166, two letters.</param>
/// <param name="At">The start of one of the <see cref="CallTimes"/>, Unix milliseconds; absent: as soon as possible, at the place that the customer has in the queue.</param>
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
}

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
public sealed record PhoneSettings(PhoneLine? Line);
