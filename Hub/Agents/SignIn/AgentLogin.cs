namespace SupportHub.Agents.SignIn;

/// <summary>What proves who signs in: a row of <c>agents</c> as Identity works on it. Never leaves the server.</summary>
public sealed class AgentLogin
{
    public long Id { get; init; }
    public string Email { get; init; } = "";
    public string NormalizedEmail { get; init; } = "";
    public string? PasswordHash { get; set; }
    public string SecurityStamp { get; set; } = "";

    /// <summary>The stamp as it was read: a save is refused where the row's has changed since.</summary>
    public string LoadedStamp { get; set; } = "";
    public string? AuthenticatorKey { get; set; }
    public bool TwoFactor { get; set; }

    /// <summary>Hashes of the recovery codes not used yet, separated by spaces.</summary>
    public string? RecoveryCodes { get; set; }
    public long? DisabledAt { get; init; }
}
