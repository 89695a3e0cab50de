using System.Globalization;

namespace SupportHub.Lab.Phone.Network;

/// <summary>What the hub is told of a call, by Twilio's names.</summary>
internal static class CallParameters
{
    public const string Version = "2010-04-01";

    /// <summary>In every request about a call.</summary>
    public static List<KeyValuePair<string, string>> Of(string account, Call call)
    {
        List<KeyValuePair<string, string>> parameters =
        [
            new("AccountSid", account), new("ApiVersion", Version), new("CallSid", call.Sid), new("CallStatus", call.Status),
            new("Direction", call.Direction), new("From", call.From), new("To", call.To), new("Caller", call.From), new("Called", call.To),
        ];
        if (call.Parent is { } parent)
            parameters.Add(new("ParentCallSid", parent.Sid));
        if (call.AnsweredBy is { } by && call.Plan.DetectsMachine && call.Parent is null)
            parameters.Add(new("AnsweredBy", by));
        return parameters;
    }

    /// <param name="status">Of the moment that is reported, which may be over when the report goes out.</param>
    public static List<KeyValuePair<string, string>> Report(string account, Call call, string status, DateTimeOffset at)
    {
        var parameters = Of(account, call);
        parameters.RemoveAll(p => p.Key == "CallStatus");
        parameters.AddRange([new("CallStatus", status), new("CallbackSource", "call-progress-events"), new("SequenceNumber", Number(call.NextSequence())), new("Timestamp", at.ToString("R", CultureInfo.InvariantCulture).Replace("GMT", "+0000"))]);
        if (call.Seconds is { } seconds)
            parameters.AddRange([new("CallDuration", Number(seconds)), new("Duration", Number((seconds + 59) / 60))]);
        return parameters;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
