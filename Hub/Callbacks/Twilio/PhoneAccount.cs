namespace SupportHub.Callbacks.Twilio;

/// <summary>Whose account is billed, and how it is reached.</summary>
/// <param name="Sid">Of the account, beginning with AC.</param>
/// <param name="User">The account's sid again, or an API key's sid, beginning with SK.</param>
/// <param name="Secret">The auth token, or the API key's secret.</param>
public sealed record PhoneAccount(string Sid, string User, string Secret)
{
    private const string Domain = "twilio.com";
    private const string UsualRegion = "us1";

    /// <summary>Where the account's calls are kept, for example <c>ie1</c>.</summary>
    public string? Region { get; init; }

    /// <summary>Where Twilio's network is entered, for example <c>dublin</c>.</summary>
    public string? Edge { get; init; }

    /// <summary>Another address than Twilio's.</summary>
    public Uri? Address { get; init; }

    /// <summary>api.{edge}.{region}.twilio.com; an edge is never named without a region (Twilio: "Global infrastructure").</summary>
    public Uri Base => Address ?? new Uri($"https://{string.Join('.', new[] { "api", Edge, Region ?? (Edge is null ? null : UsualRegion), Domain }.Where(part => !string.IsNullOrEmpty(part)))}");

    public override string ToString() => Sid;
}
