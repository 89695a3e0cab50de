using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using SupportHub.Agents.SignIn;
using SupportHub.Shared;
using SupportHub.Wording;

namespace SupportHub.Agents;

/// <summary>Makes and changes accounts. The API, the first set-up and the Lab's seeds all go through here.</summary>
public sealed class AccountDesk(AccountSql sql, AgentDirectory agents, Ids ids, IPasswordHasher<AgentLogin> hasher, TimeProvider clock)
{
    public static readonly TimeSpan LinkLasts = TimeSpan.FromHours(24);

    public Task<bool> HasAdministrator() => sql.HasAdministrator();

    /// <param name="password">Absent: the agent chooses one through <see cref="OfferLink"/>.</param>
    public async Task<Saved<AgentAccount>> Create(AgentEdit edit, string? password = null)
    {
        var faults = AccountRules.Check(edit);
        if (password is not null && AccountRules.CheckPassword(password, edit.Email ?? "", edit.FirstName ?? "") is { } weak)
            faults.Add(new("password", weak));
        if (faults.Count > 0)
            return faults;

        var account = Apply(edit, new AgentAccount { Id = ids.Next(), SecurityStamp = NewStamp() });
        var hash = password is null ? null : hasher.HashPassword(new AgentLogin(), password);
        if (!await sql.Insert(account, hash, clock.NowMs()))
            return new FieldFault("email", Fault.EmailTaken);
        return await Told(account);
    }

    /// <summary>A change of role ends the agent's sessions: they carry the old one.</summary>
    public async Task<Saved<AgentAccount>> Update(long id, AgentEdit edit)
    {
        if (await sql.Read(id) is not { } before)
            return Saved<AgentAccount>.Missing;
        if (AccountRules.Check(edit) is { Count: > 0 } faults)
            return faults;

        var account = Apply(edit, before.Role == edit.Role ? before : before with { SecurityStamp = NewStamp() });
        return await sql.Update(account) switch
        {
            null => new FieldFault("email", Fault.EmailTaken),
            false => new FieldFault("role", Fault.LastAdministrator),
            true => await Told(account),
        };
    }

    public async Task<Saved<AgentAccount>> UpdateOwn(long id, AccountEdit edit)
    {
        if (AccountRules.Check(edit) is { Count: > 0 } faults)
            return faults;
        await sql.SetNames(id, edit.FirstName!.Trim(), edit.LastName?.Trim() ?? "", edit.Pronoun, edit.Language!);
        return await Reread(id);
    }

    public async Task<Saved<AgentAccount>> Disable(long id)
    {
        if (await sql.Read(id) is not { } before)
            return Saved<AgentAccount>.Missing;
        if (before.DisabledAt is null && !await sql.Disable(id, NewStamp(), clock.NowMs()))
            return new FieldFault("role", Fault.LastAdministrator);
        return await Reread(id);
    }

    public async Task<Saved<AgentAccount>> Enable(long id)
    {
        await sql.Enable(id);
        return await Reread(id);
    }

    public async Task<Saved<AgentAccount>> SignOutEverywhere(long id)
    {
        await sql.SetStamp(id, NewStamp());
        return await Reread(id);
    }

    /// <summary>For somebody who lost the authenticator app.</summary>
    public async Task ForgetSecondFactor(long id)
    {
        await sql.ForgetSecondFactor(id, NewStamp());
        await agents.Refresh();
    }

    /// <summary>A code with which the agent chooses a password, once; the one before stops to work. Only its hash is kept.</summary>
    public async Task<(string Code, long Until)> OfferLink(long id)
    {
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var until = clock.NowMs() + (long)LinkLasts.TotalMilliseconds;
        await sql.SetLink(id, HashOfLink(code), until);
        return (code, until);
    }

    public static string HashOfLink(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    public static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));

    private static AgentAccount Apply(AgentEdit edit, AgentAccount account) => account with
    {
        Email = edit.Email!.Trim(),
        FirstName = edit.FirstName!.Trim(),
        LastName = edit.LastName?.Trim() ?? "",
        Pronoun = edit.Pronoun,
        Role = edit.Role,
        Capacity = edit.Capacity,
        MailCapacity = edit.MailCapacity,
        Language = edit.Language!,
    };

    private async Task<Saved<AgentAccount>> Told(AgentAccount account)
    {
        await agents.Refresh();
        return account;
    }

    private async Task<Saved<AgentAccount>> Reread(long id)
    {
        await agents.Refresh();
        return agents.Find(id) is { } account ? account : Saved<AgentAccount>.Missing;
    }
}
