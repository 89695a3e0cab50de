namespace SupportHub.Callbacks.Twilio;

/// <summary>
/// What a webhook says of a call: a status callback, or the request for TwiML. Twilio numbers the callbacks of a call (<c>SequenceNumber</c>), but which came
/// first is not needed: a status is later than another by what it is (<see cref="LegStatus"/>).
/// </summary>
/// <param name="Parent">Set for the leg that TwiML dialled.</param>
/// <param name="Seconds">How long it lasted, once it is over.</param>
/// <param name="Keys">What was pressed; empty: nothing was, in time. Null: nothing was asked for.</param>
/// <param name="Dialled">What came of a <c>Dial</c>, for its action.</param>
public sealed record StatusReport(string Account, string Sid, string? Parent, LegStatus Status, AnsweredBy By, int? Seconds, string? Keys, DialReport? Dialled)
{
    /// <summary>What is in the one request that it is about, and in no later one of the same call.</summary>
    public static readonly IReadOnlyList<string> SaidOnce = ["Digits", "DialCallStatus", "DialCallSid", "DialCallDuration"];

    /// <param name="form">Posted parameters; null for one that is not there.</param>
    /// <returns>Null where it says of no call.</returns>
    public static StatusReport? Read(Func<string, string?> form) => form("CallSid") is { Length: > 0 } sid && form("AccountSid") is { Length: > 0 } account
        ? new StatusReport(
            account, sid, form("ParentCallSid"), TwilioJson.Status(form("CallStatus")), TwilioJson.By(form("AnsweredBy")), TwilioJson.Seconds(form("CallDuration")), form("Digits"),
            form("DialCallStatus") is { } status ? new DialReport(form("DialCallSid"), Over(TwilioJson.Status(status)), TwilioJson.Seconds(form("DialCallDuration"))) : null)
        : null;

    public override string ToString() => $"{Sid} {Status}";

    /// <summary>A Dial is over when its action is asked for, so whoever was "answered" then has hung up.</summary>
    private static LegStatus Over(LegStatus status) => status == LegStatus.Answered ? LegStatus.Completed : status;
}

/// <param name="Sid">Of the leg that was dialled; null where none came about.</param>
public sealed record DialReport(string? Sid, LegStatus Status, int? Seconds);
