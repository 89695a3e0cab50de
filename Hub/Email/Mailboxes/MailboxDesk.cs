using System.Security.Cryptography;
using SupportHub.Email.Tokens;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Wording;

namespace SupportHub.Email.Mailboxes;

/// <summary>Connects a site's mailbox, and tries it.</summary>
public sealed class MailboxDesk(MailboxSql sql, MailboxDirectory mailboxes, MailboxSecrets secrets, MailboxTrial trial, TokenSql tokens, SiteDirectory sites)
{
    private const int KeyBytes = 32;

    /// <param name="hub">This server as others reach it.</param>
    public Saved<MailboxSettings> Read(long site, string hub) =>
        sites.ById(site) is null ? Saved<MailboxSettings>.Missing
        : mailboxes.Of(site) is not { } open ? new MailboxSettings(null, null)
        : new MailboxSettings(
            new Mailbox(open.Address, open.Name, open.Smtp, open.Imap, open.Account.User, null, open.Account.SignIn, open.TokenInAddress, [.. open.Addresses.Values],
                open.Account.Tokens is { } service ? service with { ClientSecret = null } : null),
            new InboundDoor($"{hub}{InboundPath(site)}", open.InboundSecret));

    public static string InboundPath(long site) => $"/api/mail/inbound/{site}";

    public async Task<Saved<MailboxSettings>> Update(long siteId, Mailbox edit, string hub)
    {
        if (sites.ById(siteId) is not { } site)
            return Saved<MailboxSettings>.Missing;
        var stored = mailboxes.Of(siteId) is null ? null : mailboxes.Stored(siteId);
        if (MailboxRules.Check(edit, site, stored?.Password is not null, stored?.ClientSecret is not null) is { Count: > 0 } faults)
            return faults;
        var service = Service(edit);
        await sql.Save(new StoredMailbox
        {
            SiteId = siteId,
            Address = Addresses.Clean(edit.Address)!,
            Name = string.IsNullOrWhiteSpace(edit.Name) ? null : edit.Name.Trim(),
            Smtp = MailboxJson.Write(Trimmed(edit.Smtp!)),
            Imap = edit.Imap is null ? null : MailboxJson.Write(Trimmed(edit.Imap)),
            UserName = edit.SignIn == MailSignIn.None ? null : edit.User!.Trim(),
            Password = edit.SignIn == MailSignIn.None ? null : GivenOr(stored?.Password, edit.Password, secrets.Hide),
            SignIn = edit.SignIn,
            TokenInAddress = edit.TokenInAddress,
            Addresses = MailboxJson.Write((edit.Addresses ?? []).Select(a => a with { Address = Addresses.Clean(a.Address) })),
            InboundSecret = stored?.InboundSecret ?? secrets.Hide(Fresh()),
            ThreadKey = stored?.ThreadKey ?? secrets.Hide(Fresh()),
            Tokens = service is null ? null : MailboxJson.Write(service),
            ClientSecret = service is null ? null : GivenOr(stored?.ClientSecret, edit.Tokens!.ClientSecret, secrets.Hide),
        });
        if (!string.IsNullOrEmpty(edit.Password))
            await tokens.Forget(siteId);
        await mailboxes.Refresh();
        return Read(siteId, hub);
    }

    public async Task<Saved<MailboxSettings>> Remove(long site)
    {
        if (sites.ById(site) is null)
            return Saved<MailboxSettings>.Missing;
        await sql.Remove(site);
        await tokens.Forget(site);
        await mailboxes.Refresh();
        return new MailboxSettings(null, null);
    }

    /// <summary>Tries what was filled in, saved or not.</summary>
    public async Task<Saved<MailboxTest>> Test(long siteId, Mailbox edit, string language, CancellationToken cancel)
    {
        if (sites.ById(siteId) is not { } site)
            return Saved<MailboxTest>.Missing;
        var stored = mailboxes.Of(siteId)?.Account;
        if (MailboxRules.Check(edit, site, stored?.Password is not null, stored?.Tokens?.ClientSecret is not null) is { Count: > 0 } faults)
            return faults;
        var service = Service(edit) is { } given ? given with { ClientSecret = GivenOr(stored?.Tokens?.ClientSecret, edit.Tokens!.ClientSecret) } : null;
        // Only with the stored refresh token may the one that has replaced it since be shown.
        var keptOf = string.IsNullOrEmpty(edit.Password) ? siteId : (long?)null;
        return await trial.Try(edit, new MailAccount(edit.SignIn, edit.User?.Trim(), GivenOr(stored?.Password, edit.Password), service, keptOf), language, cancel);
    }

    /// <summary>Secrets are never shown, so nobody can fill them in again: what is left empty stays as it is stored.</summary>
    /// <param name="hide">What is done to a given one before it is stored.</param>
    private static string? GivenOr(string? stored, string? given, Func<string, string>? hide = null) =>
        string.IsNullOrEmpty(given) ? stored : hide is null ? given : hide(given);

    /// <summary>Without its secret; none where no tokens are used.</summary>
    private static MailTokens? Service(Mailbox edit) => edit is { SignIn: MailSignIn.Token, Tokens: { } service }
        ? service with { Url = service.Url!.Trim(), ClientId = service.ClientId!.Trim(), ClientSecret = null, Scope = string.IsNullOrWhiteSpace(service.Scope) ? null : service.Scope.Trim() }
        : null;

    private static MailServer Trimmed(MailServer server) => server with { Host = server.Host!.Trim() };

    private static string Fresh() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
}
