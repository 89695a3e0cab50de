using System.Text.Json;

namespace SupportHub.Tests;

/// <summary>The invocation itself failed: an error completion, or a lost connection.</summary>
public class RawFailure(string message) : Exception(message);

/// <summary>The hub answered with a refusal.</summary>
public sealed class RawRefusal(string method, JsonElement refusal) : Exception($"{method} was refused: {refusal}")
{
    public string Code { get; } = refusal.GetProperty("code").GetString()!;

    public int? RetryAfterMs { get; } = refusal.TryGetProperty("retryAfterMs", out var wait) ? wait.GetInt32() : null;

    public int? Seq { get; } = refusal.TryGetProperty("seq", out var seq) ? seq.GetInt32() : null;
}
