using System.Globalization;
using Microsoft.AspNetCore.DataProtection;

namespace SupportHub.Agents.SignIn;

/// <summary>Carries "the password was right" from the first page to the second, in the form itself, for five minutes.</summary>
public sealed class SecondStep(IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector("sign-in.second-step");

    public string Begin(AgentLogin login) =>
        _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{clock.NowMs() + 300_000}|{login.Id}|{login.SecurityStamp}"));

    public (long AgentId, string Stamp)? Read(string? carried)
    {
        try
        {
            var parts = _protector.Unprotect(carried ?? "").Split('|', 3);
            return long.Parse(parts[0], CultureInfo.InvariantCulture) > clock.NowMs()
                ? (long.Parse(parts[1], CultureInfo.InvariantCulture), parts[2])
                : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
