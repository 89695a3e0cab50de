namespace SupportHub.Callbacks.Lines;

/// <summary>A site's telephone account as stored. Settings are JSON (<see cref="Shared.PhoneLine"/> without secrets); secret and token are encrypted.</summary>
public sealed record StoredLine
{
    public long SiteId { get; init; }
    public string Settings { get; init; } = "";
    public string? Secret { get; init; }
    public string AuthToken { get; init; } = "";
}
