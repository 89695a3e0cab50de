using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SupportHub.Lab.Phone.Network;

namespace SupportHub.Lab.Phone.Rest;

/// <summary>A call with every member of Twilio's description.</summary>
internal static class CallJson
{
    public static Dictionary<string, object?> One(Call call, string account)
    {
        var uri = $"{CallsApi.Root}/Accounts/{account}/Calls/{call.Sid}";
        return new()
        {
            ["sid"] = call.Sid,
            ["date_created"] = Instant(call.Created),
            ["date_updated"] = Instant(call.Ended ?? call.Answered ?? call.Created),
            ["parent_call_sid"] = call.Parent?.Sid,
            ["account_sid"] = account,
            ["to"] = call.To,
            ["to_formatted"] = call.To,
            ["from"] = call.From,
            ["from_formatted"] = call.From,
            ["phone_number_sid"] = $"PN{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(call.From))[..16])}",
            ["status"] = call.Status,
            ["start_time"] = call.Answered is { } answered ? Instant(answered) : null,
            ["end_time"] = call.Ended is { } ended ? Instant(ended) : null,
            ["duration"] = call.Seconds?.ToString(CultureInfo.InvariantCulture),
            ["price"] = null,
            ["price_unit"] = "USD",
            ["direction"] = call.Direction,
            ["answered_by"] = call.AnsweredBy,
            ["api_version"] = CallParameters.Version,
            ["forwarded_from"] = null,
            ["group_sid"] = null,
            ["caller_name"] = null,
            ["queue_time"] = "0",
            ["trunk_sid"] = null,
            ["uri"] = $"{uri}.json",
            ["subresource_uris"] = new Dictionary<string, string> { ["notifications"] = $"{uri}/Notifications.json", ["recordings"] = $"{uri}/Recordings.json" },
        };
    }

    /// <summary>Newest first.</summary>
    public static object List(IReadOnlyList<Call> all, CallQuery query)
    {
        var wanted = all.Reverse().Where(query.Wants).ToList();
        var from = query.Page * query.Size;
        var page = wanted.Skip(from).Take(query.Size).ToList();
        return new
        {
            calls = page.Select(call => One(call, query.AccountSid)),
            page = query.Page,
            page_size = query.Size,
            start = from,
            end = from + Math.Max(page.Count - 1, 0),
            uri = query.Address(query.Page),
            first_page_uri = query.Address(0),
            next_page_uri = from + query.Size < wanted.Count ? query.Address(query.Page + 1) : null,
            previous_page_uri = query.Page > 0 ? query.Address(query.Page - 1) : null,
        };
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture);
}
