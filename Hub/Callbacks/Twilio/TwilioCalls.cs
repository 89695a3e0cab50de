using System.Globalization;

namespace SupportHub.Callbacks.Twilio;

/// <summary>What is asked of Twilio's Calls resource, by the names of its OpenAPI description. Pure.</summary>
internal static class TwilioCalls
{
    private const string Version = "2010-04-01";
    private const int LongestPage = 100;

    /// <summary>Each is posted; what is not named here is not told.</summary>
    internal static readonly IReadOnlyList<string> Events = ["initiated", "ringing", "answered", "completed"];

    public static Uri All(PhoneAccount account) => new(account.Base, $"/{Version}/Accounts/{Uri.EscapeDataString(account.Sid)}/Calls.json");

    public static Uri One(PhoneAccount account, string sid) => new(account.Base, $"/{Version}/Accounts/{Uri.EscapeDataString(account.Sid)}/Calls/{Uri.EscapeDataString(sid)}.json");

    public static Uri Found(PhoneAccount account, CallSearch search) => new($"{All(account)}?{string.Join('&', Query(search).Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}"))}");

    public static IReadOnlyList<KeyValuePair<string, string>> Create(CallOrder order) =>
    [
        new("To", order.To),
        new("From", order.From),
        new("Url", order.Voice.AbsoluteUri),
        new("Method", "POST"),
        new("StatusCallback", order.Status.AbsoluteUri),
        new("StatusCallbackMethod", "POST"),
        .. Events.Select(name => KeyValuePair.Create("StatusCallbackEvent", name)),
        new("Timeout", Number(order.RingSeconds)),
        new("TimeLimit", Number(order.LimitSeconds)),
        .. order.DetectMachine ? [KeyValuePair.Create("MachineDetection", "Enable")] : Array.Empty<KeyValuePair<string, string>>(),
    ];

    public static IReadOnlyList<KeyValuePair<string, string>> End { get; } = [new("Status", "completed")];

    public static IReadOnlyList<KeyValuePair<string, string>> Redirect(Uri url) => [new("Url", url.AbsoluteUri), new("Method", "POST")];

    public static IEnumerable<KeyValuePair<string, string>> Query(CallSearch search)
    {
        if (search.To is { } to)
            yield return new("To", to);
        if (search.From is { } from)
            yield return new("From", from);
        if (search.Parent is { } parent)
            yield return new("ParentCallSid", parent);
        if (search.Since is { } day)
            yield return new("StartTime>", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        yield return new("PageSize", Number(LongestPage));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
