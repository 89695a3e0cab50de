using SupportHub.Shared;

namespace SupportHub.Email.Tokens;

/// <summary>How to sign in at a mailbox's servers.</summary>
/// <param name="Password">A password, an access token, or, with <paramref name="Tokens"/>, the refresh token that gets access tokens.</param>
/// <param name="Tokens">With the client's secret.</param>
/// <param name="SiteId">Whose refresh tokens are kept when the service gives new ones; absent while a mailbox is tried.</param>
public sealed record MailAccount(MailSignIn SignIn, string? User, string? Password, MailTokens? Tokens = null, long? SiteId = null)
{
    /// <summary>The password is not what the servers are shown.</summary>
    public bool NeedsToken => SignIn == MailSignIn.Token && Tokens is not null;
}
