using Microsoft.AspNetCore.Identity;
using SupportHub.Wording;

namespace SupportHub.Agents.SignIn;

/// <summary>
/// What proves who signs in, as its owner changes it. Every change gives the account a new stamp and so ends its sessions; whoever made
/// it is signed in again by the page.
/// </summary>
public sealed class LoginDesk(UserManager<AgentLogin> users, IPasswordHasher<AgentLogin> hasher, LoginSql sql, SignInDesk signIn, AgentDirectory agents)
{
    private const int RecoveryCodes = 10;

    public Task<AgentLogin?> Find(long id) => sql.ById(id);

    public async Task<Saved<AgentLogin>> ChangePassword(long id, string current, string fresh)
    {
        if (await Confirm(id, current) is not { } login)
            return new FieldFault("current", Fault.PasswordWrong);
        if (Weak(login, fresh) is { } weak)
            return new FieldFault("password", weak);
        login.PasswordHash = hasher.HashPassword(login, fresh);
        return await Renew(login);
    }

    /// <summary>A password by a one-time link. The account is missing where the link does not work any more.</summary>
    public async Task<Saved<AgentLogin>> ChoosePassword(string code, string fresh)
    {
        var hash = AccountDesk.HashOfLink(code);
        if (await sql.ByLink(hash) is not { } login)
            return Saved<AgentLogin>.Missing;
        if (Weak(login, fresh) is { } weak)
            return new FieldFault("password", weak);
        if (!await sql.UseLink(hash, hasher.HashPassword(login, fresh), AccountDesk.NewStamp()))
            return Saved<AgentLogin>.Missing;
        await agents.Refresh();
        return login;
    }

    public Task<AgentLogin?> ByLink(string code) => sql.ByLink(AccountDesk.HashOfLink(code));

    /// <summary>A fresh key for an authenticator app. Nothing is asked for until <see cref="TurnOn"/> has seen a code of it.</summary>
    public async Task<Saved<AgentLogin>> OfferKey(long id)
    {
        if (await sql.ById(id) is not { TwoFactor: false } login)
            return Saved<AgentLogin>.Missing;
        login.AuthenticatorKey = users.GenerateNewAuthenticatorKey();
        return await sql.Save(login) ? login : Saved<AgentLogin>.Missing;
    }

    /// <returns>The recovery codes, to be shown once.</returns>
    public async Task<(Saved<AgentLogin> Saved, IReadOnlyList<string> Codes)> TurnOn(long id, string code)
    {
        if (await sql.ById(id) is not { TwoFactor: false, AuthenticatorKey: not null } login)
            return (Saved<AgentLogin>.Missing, []);
        var digits = code.Replace(" ", "", StringComparison.Ordinal);
        if (!await signIn.FitsNow(login, digits))
            return (new FieldFault("code", Fault.CodeWrong), []);
        login.TwoFactor = true;
        return await WithCodes(login);
    }

    public async Task<Saved<AgentLogin>> TurnOff(long id, string password)
    {
        if (await Confirm(id, password) is not { } login)
            return new FieldFault("factor", Fault.PasswordWrong);
        (login.TwoFactor, login.AuthenticatorKey, login.RecoveryCodes) = (false, null, null);
        return await Renew(login);
    }

    public async Task<(Saved<AgentLogin> Saved, IReadOnlyList<string> Codes)> NewCodes(long id, string password)
    {
        if (await Confirm(id, password) is not { TwoFactor: true } login)
            return (new FieldFault("factor", Fault.PasswordWrong), []);
        return await WithCodes(login);
    }

    private async Task<(Saved<AgentLogin> Saved, IReadOnlyList<string> Codes)> WithCodes(AgentLogin login)
    {
        var codes = (await users.GenerateNewTwoFactorRecoveryCodesAsync(login, RecoveryCodes))?.ToList();
        return codes is null ? (Saved<AgentLogin>.Missing, []) : (await Renew(login), codes);
    }

    private async Task<AgentLogin?> Confirm(long id, string password) => (await signIn.Confirm(id, password)).Login;

    private async Task<Saved<AgentLogin>> Renew(AgentLogin login)
    {
        login.SecurityStamp = AccountDesk.NewStamp();
        if (!await sql.Save(login))
            return Saved<AgentLogin>.Missing;
        await agents.Refresh();
        return login;
    }

    private Fault? Weak(AgentLogin login, string password) =>
        AccountRules.CheckPassword(password, login.Email, agents.Find(login.Id)?.FirstName ?? "");
}
