using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportHub.Email.Mailboxes;

/// <summary>How servers and addresses are written into their row.</summary>
internal static class MailboxJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);
}
