using SupportHub.Callbacks.Attempts;
using SupportHub.Callbacks.Twilio;
using SupportHub.Shared;

namespace SupportHub.Callbacks.Lines;

/// <summary>A site's telephone account, ready to be used.</summary>
/// <param name="AuthToken">With which Twilio signs its requests.</param>
public sealed record OpenLine(long SiteId, PhoneLine Settings, PhoneAccount Account, string AuthToken)
{
    public string Number => Settings.Number!;

    public IReadOnlyList<string> Countries => Settings.Countries!;

    /// <summary>After which a call is ended, whoever is still talking.</summary>
    public TimeSpan Talk { get; } = TimeSpan.FromHours(1);

    /// <summary>How long a booked time is kept.</summary>
    public long SlotMs => Settings.SlotMinutes * 60_000L;

    public RetryPlan Retries => new() { Tries = Settings.Tries, Pauses = [.. (Settings.PauseMinutes ?? [5, 30]).Select(m => TimeSpan.FromMinutes(m))] };

    /// <summary>Where Twilio asks and reports.</summary>
    public Uri Hook(long conversation, int number, string what) =>
        WebhookAddresses.Of(new Uri(Settings.PublicUrl!), FormattableString.Invariant($"/api/calls/{SiteId}/{conversation}/{number}/{what}"));

    public override string ToString() => $"line of site {SiteId}";
}
