namespace SupportHub.Callbacks.Twilio;

/// <summary>A call to be placed.</summary>
/// <param name="To">E.164.</param>
/// <param name="From">E.164: a number of the account, or one that it has verified.</param>
/// <param name="Voice">Answers with TwiML, once the phone is picked up.</param>
/// <param name="Status">Hears of each change of the call.</param>
public sealed record CallOrder(string To, string From, Uri Voice, Uri Status)
{
    /// <summary>How long it rings.</summary>
    public int RingSeconds { get; init; } = 25;

    /// <summary>After which the call is ended, whoever is still talking.</summary>
    public int LimitSeconds { get; init; } = 3600;

    /// <summary>Whether the network should find out if a machine has answered. It takes seconds, and costs.</summary>
    public bool DetectMachine { get; init; }

    public override string ToString() => nameof(CallOrder);
}

/// <summary>Which calls are wanted; what is null does not matter.</summary>
/// <param name="Since">Calls that began on this day (UTC) or later: Twilio filters by whole days.</param>
public sealed record CallSearch(string? To = null, string? From = null, string? Parent = null, DateOnly? Since = null)
{
    public override string ToString() => nameof(CallSearch);
}

/// <summary>A call as the network knows it.</summary>
/// <param name="Parent">The call whose TwiML dialled this one.</param>
/// <param name="StartedAtMs">Unix milliseconds; null before it was dialled.</param>
/// <param name="CreatedAtMs">Unix milliseconds, cut to the second by Twilio.</param>
/// <param name="Seconds">Its length, once it is over.</param>
public sealed record PhoneCall(string Sid, string? Parent, string? To, string? From, LegStatus Status, AnsweredBy By, long? CreatedAtMs, long? StartedAtMs, int? Seconds)
{
    public override string ToString() => $"{Sid} {Status}";
}

/// <summary>How far a call is. A later one is never followed by an earlier one, and of those from <see cref="Completed"/> on a call has one.</summary>
public enum LegStatus
{
    /// <summary>Nothing was heard of it.</summary>
    Unheard,
    Initiated,
    Ringing,
    Answered,

    /// <summary>It was answered, and is over.</summary>
    Completed,
    Busy,
    NoAnswer,

    /// <summary>It could not be connected: most often the number does not exist.</summary>
    Failed,

    /// <summary>Ended by the caller before it was answered.</summary>
    Canceled,
}

/// <summary>Who picked up, where the network was asked to find out.</summary>
public enum AnsweredBy
{
    Unknown,
    Human,

    /// <summary>Voicemail, or a fax.</summary>
    Machine,
}
