using System.Text.Json;
using System.Text.Json.Serialization;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Composer;

/// <summary>A message's own name: the sender's session, and its place in that session and conversation.</summary>
public sealed record MessageNumber(long Session, int Number);

/// <summary>A message or note on its way out.</summary>
/// <param name="Key">Names it on this page only.</param>
public sealed record Unsent(long Key, long Conversation, bool Note, string? Body, Attachment? Attachment, long At)
{
    /// <summary>Also goes out by e-mail, as its author was told.</summary>
    public bool ByMail { get; init; }

    /// <summary>Given when it is first sent, and kept for as long as it may have arrived.</summary>
    public MessageNumber? Number { get; init; }

    /// <summary>The server's reason for never taking it as it is.</summary>
    public RefusalCode? Failure { get; init; }

    [JsonIgnore]
    public bool InFlight { get; init; }

    /// <summary>Acknowledged, and shown until its entry comes: its place in the timeline.</summary>
    [JsonIgnore]
    public int Seq { get; init; }

    [JsonIgnore]
    public long NotBefore { get; init; }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<Unsent>))]
[JsonSerializable(typeof(List<Unsent>))]
[JsonSerializable(typeof(Attachment))]
internal sealed partial class OutboxJson : JsonSerializerContext;
