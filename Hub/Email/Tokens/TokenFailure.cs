using MailKit.Security;

namespace SupportHub.Email.Tokens;

/// <summary>No access token could be got.</summary>
/// <param name="refused">The service answered, and said no; otherwise it did not answer, or not as one.</param>
/// <param name="said">The service's own words, or what is wrong with the line.</param>
public sealed class TokenFailure(bool refused, string said, Exception? cause = null) : AuthenticationException(said, cause!)
{
    public bool Refused => refused;
}
