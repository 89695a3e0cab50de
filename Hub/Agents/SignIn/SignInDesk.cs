using Microsoft.AspNetCore.Identity;

namespace SupportHub.Agents.SignIn;

public enum SignInStep
{
    /// <summary>Wrong password, unknown or disabled account, or the account rests: never told apart.</summary>
    Refused,
    NeedsCode,

    /// <summary>The code does not fit, or was used.</summary>
    CodeRefused,

    /// <summary>Five wrong codes: the account rests.</summary>
    Resting,
    SignedIn,
}

public sealed record SignInAnswer(SignInStep Step, AgentLogin? Login = null);

/// <summary>Judges who signs in. The same answer in the same time whether the account exists or not.</summary>
public sealed class SignInDesk(UserManager<AgentLogin> users, IPasswordHasher<AgentLogin> hasher, LoginSql sql, TimeProvider clock)
{
    // Identity's own format with its own cost, of a password that nobody has.
    private static readonly AgentLogin Nobody = new();
    private static readonly string NobodysHash =
        new PasswordHasher<AgentLogin>().HashPassword(Nobody, Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)));

    public async Task<SignInAnswer> WithPassword(string email, string password)
    {
        var login = await users.FindByNameAsync(email.Trim());
        var usable = login is { DisabledAt: null, PasswordHash: not null } ? login : null;
        var mayTry = await sql.TakeTry(usable?.Id);
        var right = hasher.VerifyHashedPassword(usable ?? Nobody, usable?.PasswordHash ?? NobodysHash, password) != PasswordVerificationResult.Failed;
        if (usable is null || !mayTry || !right)
            return new(SignInStep.Refused);

        // The password alone forgets no tries where a code follows: else whoever knows it could guess codes without end.
        if (usable.TwoFactor)
            return new(SignInStep.NeedsCode, usable);
        await sql.ForgetTries(usable.Id);
        return new(SignInStep.SignedIn, usable);
    }

    /// <summary>The second step: a code of the authenticator app, or one of the recovery codes.</summary>
    /// <param name="stamp">As it was when the password was right.</param>
    public async Task<SignInAnswer> WithCode(long agentId, string stamp, string code)
    {
        var login = await sql.ById(agentId);
        if (login is not { DisabledAt: null, TwoFactor: true } || login.SecurityStamp != stamp)
            return new(SignInStep.Refused);
        if (!await sql.TakeTry(login.Id))
            return new(SignInStep.Resting);
        if (!await Fits(login, code))
            return new(SignInStep.CodeRefused, login);

        await sql.ForgetTries(login.Id);
        return new(SignInStep.SignedIn, login);
    }

    /// <summary>Asks for the password once more before something that a borrowed session must not do.</summary>
    public async Task<SignInAnswer> Confirm(long agentId, string password)
    {
        var login = await sql.ById(agentId);
        if (login is not { DisabledAt: null, PasswordHash: { } hash } || !await sql.TakeTry(agentId)
            || hasher.VerifyHashedPassword(login, hash, password) == PasswordVerificationResult.Failed)
            return new(SignInStep.Refused);
        await sql.ForgetTries(agentId);
        return new(SignInStep.SignedIn, login);
    }

    /// <summary>A code of the account's authenticator app, which is used up by this.</summary>
    public async Task<bool> FitsNow(AgentLogin login, string digits) =>
        login.AuthenticatorKey is { } key && TotpRules.StepOf(key, digits, clock.NowMs()) is { } step && await sql.UseStep(login.Id, step);

    private async Task<bool> Fits(AgentLogin login, string code)
    {
        var digits = code.Replace(" ", "", StringComparison.Ordinal);
        return digits.Length == 6 && digits.All(char.IsAsciiDigit)
            ? await FitsNow(login, digits)
            : (await users.RedeemTwoFactorRecoveryCodeAsync(login, code.Trim().ToUpperInvariant())).Succeeded;
    }
}
