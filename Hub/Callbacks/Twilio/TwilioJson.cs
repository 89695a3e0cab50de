using System.Globalization;
using System.Text.Json;

namespace SupportHub.Callbacks.Twilio;

/// <summary>What Twilio answers, as its OpenAPI description says. Pure; what cannot be read is null.</summary>
internal static class TwilioJson
{
    private const int WordsShown = 300;

    public static PhoneCall? Call(string body) => Read(body, root => (PhoneCall?)Call(root));

    public static IReadOnlyList<PhoneCall>? Calls(string body) => Read(body, root => (IReadOnlyList<PhoneCall>?)[.. root.GetProperty("calls").EnumerateArray().Select(Call)]);

    /// <returns>Twilio's number for an error, and its words.</returns>
    public static (int? Code, string? Said) Error(string body) => Read(body, root => Tuple.Create(root.GetProperty("code").GetInt32(), Text(root, "message"))) is { } error
        ? (error.Item1, Short(error.Item2))
        : (null, null);

    /// <summary>Words of the API's <c>status</c> and of a report's <c>CallStatus</c> and <c>DialCallStatus</c>.</summary>
    public static LegStatus Status(string? word) => word switch
    {
        "queued" or "initiated" => LegStatus.Initiated,
        "ringing" => LegStatus.Ringing,
        "in-progress" or "answered" => LegStatus.Answered,
        "completed" => LegStatus.Completed,
        "busy" => LegStatus.Busy,
        "no-answer" => LegStatus.NoAnswer,
        "failed" => LegStatus.Failed,
        "canceled" => LegStatus.Canceled,
        _ => LegStatus.Unheard,
    };

    public static AnsweredBy By(string? word) => word switch
    {
        "human" => AnsweredBy.Human,
        "fax" => AnsweredBy.Machine,
        not null when word.StartsWith("machine", StringComparison.Ordinal) => AnsweredBy.Machine,
        _ => AnsweredBy.Unknown,
    };

    public static int? Seconds(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;

    private static PhoneCall Call(JsonElement call) => new(
        Text(call, "sid") is { Length: > 0 } sid ? sid : throw new JsonException("A call without its sid."),
        Text(call, "parent_call_sid"), Text(call, "to"), Text(call, "from"), Status(Text(call, "status")), By(Text(call, "answered_by")),
        Instant(Text(call, "date_created")), Instant(Text(call, "start_time")), Seconds(Text(call, "duration")));

    private static T? Read<T>(string body, Func<JsonElement, T?> read)
        where T : class
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return read(json.RootElement);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>RFC 2822, always in UTC.</summary>
    private static long? Instant(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.ToUnixTimeMilliseconds() : null;

    private static string? Short(string? text)
    {
        var line = text?.ReplaceLineEndings(" ");
        return line?.Length > WordsShown ? line[..WordsShown] : line;
    }
}
