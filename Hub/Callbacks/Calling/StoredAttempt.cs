using System.Text.Json;
using System.Text.Json.Serialization;
using SupportHub.Callbacks.Attempts;

namespace SupportHub.Callbacks.Calling;

/// <summary>An attempt as stored. Instants are Unix milliseconds; a timer that is not set is null.</summary>
public sealed record StoredAttempt
{
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, IgnoreReadOnlyProperties = true };

    public long ConversationId { get; init; }
    public int Number { get; init; }
    public long SiteId { get; init; }
    public long AgentId { get; init; }

    /// <summary>E.164.</summary>
    public string Customer { get; init; } = "";
    public string Facts { get; init; } = "{}";
    public int Version { get; init; }
    public long BeganAt { get; init; }

    /// <summary>The conversation knows how it ended.</summary>
    public bool Told { get; init; }

    /// <summary>What is set aside of the day's money.</summary>
    public int ReservedCents { get; init; }
    public long? SearchAt { get; init; }
    public long? QuietAt { get; init; }
    public long? SettleAt { get; init; }

    /// <summary>Since when the network cannot be asked.</summary>
    public long? AwayAt { get; init; }

    /// <summary>When something has to be done; null: nothing any more.</summary>
    public long? LookAt { get; init; }

    public Attempt Known => JsonSerializer.Deserialize<Attempt>(Facts, Json)!;

    public StoredAttempt Knowing(Attempt known) => this with { Facts = JsonSerializer.Serialize(known, Json) };

    /// <summary>Whatever is heard of the attempt ends the silence.</summary>
    public StoredAttempt Hearing(AttemptEvent happened, long nowMs) => happened switch
    {
        AttemptEvent.OutOfReach => this with { AwayAt = AwayAt ?? nowMs },
        AttemptEvent.Due or AttemptEvent.Begin or AttemptEvent.Cancel or AttemptEvent.GivenUp => this,
        _ => this with { AwayAt = null },
    };

    /// <param name="at">Null: it went off.</param>
    public StoredAttempt With(AttemptTimer timer, long? at) => timer switch
    {
        AttemptTimer.Search => this with { SearchAt = at },
        AttemptTimer.Quiet => this with { QuietAt = at },
        AttemptTimer.Settle => this with { SettleAt = at },
        _ => throw new ArgumentOutOfRangeException(nameof(timer)),
    };

    public IEnumerable<AttemptTimer> DueTimers(long nowMs)
    {
        if (SearchAt <= nowMs)
            yield return AttemptTimer.Search;
        if (QuietAt <= nowMs)
            yield return AttemptTimer.Quiet;
        if (SettleAt <= nowMs)
            yield return AttemptTimer.Settle;
    }

    public override string ToString() => $"attempt {ConversationId}/{Number}";
}
