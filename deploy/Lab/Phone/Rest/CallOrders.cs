using System.Globalization;
using SupportHub.Lab.Phone.Network;

namespace SupportHub.Lab.Phone.Rest;

/// <summary>What a posted order asks for, or why it is refused. Pure.</summary>
internal static class CallOrders
{
    private static readonly string[] Known = ["initiated", "ringing", "answered", "completed"];

    public sealed record Order(string To, string From, CallPlan Plan);

    public static (Order? Order, IResult? Fault) Read(IFormCollection form, LabPhoneSettings settings)
    {
        var (to, from) = (form["To"].ToString(), form["From"].ToString());
        if (to.Length == 0)
            return (null, ApiErrors.Refused(21201, "No 'To' number is specified"));
        if (!E164.IsNumber(to))
            return (null, ApiErrors.Refused(21211, $"Invalid 'To' Phone Number: {to}"));
        if (from.Length == 0)
            return (null, ApiErrors.Refused(21213, "No 'From' number is specified"));
        if (!E164.IsNumber(from))
            return (null, ApiErrors.Refused(21212, $"Invalid 'From' Phone Number: {from}"));
        if (!settings.Numbers.Contains(from))
            return (null, ApiErrors.Refused(21210, $"'From' phone number not verified: {from}"));
        if (Hook(form, "Url", "Method") is not { } voice)
            return (null, ApiErrors.Refused(21205, "Url is not a valid URL"));
        if (form["StatusCallbackEvent"].Any(name => !Known.Contains(name)))
            return (null, ApiErrors.Refused(21626, "StatusCallbackEvent is invalid"));
        return (new Order(to, from, Plan(form, voice)), null);
    }

    private static CallPlan Plan(IFormCollection form, WebhookAddress voice)
    {
        var usual = new CallPlan();
        return new CallPlan
        {
            Voice = voice,
            Status = Hook(form, "StatusCallback", "StatusCallbackMethod"),
            Events = form["StatusCallbackEvent"] is { Count: > 0 } events ? [.. events.OfType<string>()] : usual.Events,
            Rings = Seconds(form["Timeout"]) ?? usual.Rings,
            Limit = Seconds(form["TimeLimit"]) ?? usual.Limit,
            DetectsMachine = form["MachineDetection"].Count > 0,
        };
    }

    private static WebhookAddress? Hook(IFormCollection form, string url, string method) => Uri.TryCreate(form[url], UriKind.Absolute, out var address) && address.Scheme is ("http" or "https")
        ? new WebhookAddress(address, form[method].ToString() is "GET" ? "GET" : "POST")
        : null;

    private static TimeSpan? Seconds(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;
}
