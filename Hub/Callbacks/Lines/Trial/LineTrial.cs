using SupportHub.Callbacks.Twilio;

namespace SupportHub.Callbacks.Lines.Trial;

/// <summary>A test call as stored: the settings that are tried, and what is known of it. Facts are only ever added. Instants are Unix milliseconds.</summary>
public sealed record LineTrial
{
    public long Id { get; init; }
    public long SiteId { get; init; }

    /// <summary>E.164.</summary>
    public string Callee { get; init; } = "";
    public string Settings { get; init; } = "";
    public string? Secret { get; init; }
    public string AuthToken { get; init; } = "";
    public long BeganAt { get; init; }

    /// <summary>As the network names the call.</summary>
    public string? Sid { get; init; }

    /// <summary>Why certainly nothing was dialled.</summary>
    public LineTrouble? Trouble { get; init; }

    /// <summary>The network's own words for it.</summary>
    public string? Said { get; init; }

    /// <summary>How far it is, by a report or by asking.</summary>
    public LegStatus Status { get; init; }

    /// <summary>When the network asked here what to say, signed.</summary>
    public long? AskedAt { get; init; }

    /// <summary>When it reported here, signed.</summary>
    public long? HeardAt { get; init; }

    /// <summary>When something came here about this call whose signature was not good.</summary>
    public long? DoubtedAt { get; init; }

    /// <summary>When it was first known that the call is over.</summary>
    public long? EndedAt { get; init; }

    /// <summary>When all was said about it.</summary>
    public long? OverAt { get; init; }

    public StoredLine Line => new() { SiteId = SiteId, Settings = Settings, Secret = Secret, AuthToken = AuthToken };

    public override string ToString() => $"test call {Id}";
}
