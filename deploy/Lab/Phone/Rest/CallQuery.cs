using System.Globalization;
using SupportHub.Lab.Phone.Network;

namespace SupportHub.Lab.Phone.Rest;

/// <summary>Which calls are asked for; Twilio compares days in UTC and no hours.</summary>
internal sealed class CallQuery(HttpRequest request)
{
    public string AccountSid { get; } = Account(request.HttpContext);

    public int Size { get; } = Math.Clamp(Number(request, "PageSize") ?? 50, 1, 1000);

    public int Page { get; } = Math.Max(Number(request, "Page") ?? 0, 0);

    public static string Account(HttpContext http) => (string)http.Request.RouteValues["account"]!;

    public bool Wants(Call call) =>
        Same("To", call.To) && Same("From", call.From) && Same("ParentCallSid", call.Parent?.Sid) && Same("Status", call.Status)
        && (Day("StartTime") is not { } on || Started(call) == on) && (Day("StartTime>") is not { } since || Started(call) >= since) && (Day("StartTime<") is not { } before || Started(call) < before);

    /// <summary>The address of a page of the same list.</summary>
    public string Address(int page) => $"{request.Path}?{string.Join('&', request.Query.Where(p => p.Key is not ("Page" or "PageSize")).Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value.ToString())}").Append($"PageSize={Size}").Append($"Page={page}"))}";

    private bool Same(string name, string? value) => request.Query[name].ToString() is not { Length: > 0 } wanted || wanted == value;

    private DateOnly? Day(string name) => DateTimeOffset.TryParse(request.Query[name], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) ? DateOnly.FromDateTime(day.UtcDateTime) : null;

    private static DateOnly Started(Call call) => DateOnly.FromDateTime(call.Created.UtcDateTime);

    private static int? Number(HttpRequest request, string name) => int.TryParse(request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
