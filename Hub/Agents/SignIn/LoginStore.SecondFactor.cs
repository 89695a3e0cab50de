using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace SupportHub.Agents.SignIn;

public sealed partial class LoginStore :
    IUserTwoFactorStore<AgentLogin>, IUserAuthenticatorKeyStore<AgentLogin>, IUserTwoFactorRecoveryCodeStore<AgentLogin>
{
    public Task SetTwoFactorEnabledAsync(AgentLogin user, bool enabled, CancellationToken cancellationToken)
    {
        user.TwoFactor = enabled;
        return Task.CompletedTask;
    }

    public Task<bool> GetTwoFactorEnabledAsync(AgentLogin user, CancellationToken cancellationToken) => Task.FromResult(user.TwoFactor);

    public Task SetAuthenticatorKeyAsync(AgentLogin user, string key, CancellationToken cancellationToken)
    {
        user.AuthenticatorKey = key;
        return Task.CompletedTask;
    }

    public Task<string?> GetAuthenticatorKeyAsync(AgentLogin user, CancellationToken cancellationToken) => Task.FromResult(user.AuthenticatorKey);

    public Task ReplaceCodesAsync(AgentLogin user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        user.RecoveryCodes = string.Join(' ', recoveryCodes.Select(c => Hash(user, c)));
        return Task.CompletedTask;
    }

    /// <summary>At once and conditionally: of two sign-ins with one code, one succeeds.</summary>
    public async Task<bool> RedeemCodeAsync(AgentLogin user, string code, CancellationToken cancellationToken)
    {
        var before = user.RecoveryCodes ?? "";
        var hash = Hash(user, code);
        var codes = before.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!codes.Contains(hash))
            return false;
        var after = string.Join(' ', codes.Where(c => c != hash));
        if (!await sql.ReplaceRecoveryCodes(user.Id, before, after))
            return false;
        user.RecoveryCodes = after;
        return true;
    }

    public Task<int> CountCodesAsync(AgentLogin user, CancellationToken cancellationToken) =>
        Task.FromResult((user.RecoveryCodes ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);

    private static string Hash(AgentLogin user, string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{user.Id}:{code.Trim().ToUpperInvariant()}")));
}
