using System.Security.Cryptography;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Wording;

namespace SupportHub.Email.Mailboxes;

/// <summary>Connects a site's mailbox, and tries it.</summary>
public sealed class MailboxDesk(MailboxSql sql, MailboxDirectory mailboxes, MailboxSecrets secrets, MailboxTrial trial, SiteDirectory sites)
{
    private const int KeyBytes = 32;

    /// <param name="hub">This server as others reach it.</param>
    public Saved<MailboxSettings> Read(long site, string hub) =>
        sites.ById(site) is null ? Saved<MailboxSettings>.Missing
        : mailboxes.Of(site) is not { } open ? new MailboxSettings(null, null)
        : new MailboxSettings(
            new Mailbox(open.Address, open.Name, open.Smtp, open.Imap, open.User, null, open.SignIn, open.TokenInAddress, [.. open.Addresses.Values]),
            new InboundDoor($"{hub}{InboundPath(site)}", open.InboundSecret));

    public static string InboundPath(long site) => $"/api/mail/inbound/{site}";

    public async Task<Saved<MailboxSettings>> Update(long siteId, Mailbox edit, string hub)
    {
        if (sites.ById(siteId) is not { } site)
            return Saved<MailboxSettings>.Missing;
        var stored = mailboxes.Of(siteId) is null ? null : mailboxes.Stored(siteId);
        if (MailboxRules.Check(edit, site, stored?.Password is not null) is { Count: > 0 } faults)
            return faults;
        await sql.Save(new StoredMailbox
        {
            SiteId = siteId,
            Address = Addresses.Clean(edit.Address)!,
            Name = string.IsNullOrWhiteSpace(edit.Name) ? null : edit.Name.Trim(),
            Smtp = MailboxJson.Write(Trimmed(edit.Smtp!)),
            Imap = edit.Imap is null ? null : MailboxJson.Write(Trimmed(edit.Imap)),
            UserName = edit.SignIn == MailSignIn.None ? null : edit.User!.Trim(),
            Password = edit.SignIn == MailSignIn.None ? null : string.IsNullOrEmpty(edit.Password) ? stored!.Password : secrets.Hide(edit.Password),
            SignIn = edit.SignIn,
            TokenInAddress = edit.TokenInAddress,
            Addresses = MailboxJson.Write((edit.Addresses ?? []).Select(a => a with { Address = Addresses.Clean(a.Address) })),
            InboundSecret = stored?.InboundSecret ?? secrets.Hide(Fresh()),
            ThreadKey = stored?.ThreadKey ?? secrets.Hide(Fresh()),
        });
        await mailboxes.Refresh();
        return Read(siteId, hub);
    }

    public async Task<Saved<MailboxSettings>> Remove(long site)
    {
        if (sites.ById(site) is null)
            return Saved<MailboxSettings>.Missing;
        await sql.Remove(site);
        await mailboxes.Refresh();
        return new MailboxSettings(null, null);
    }

    /// <summary>Tries what was filled in, saved or not.</summary>
    public async Task<Saved<MailboxTest>> Test(long siteId, Mailbox edit, string language, CancellationToken cancel)
    {
        if (sites.ById(siteId) is not { } site)
            return Saved<MailboxTest>.Missing;
        var stored = mailboxes.Of(siteId);
        if (MailboxRules.Check(edit, site, stored?.Password is not null) is { Count: > 0 } faults)
            return faults;
        return await trial.Try(edit with { Password = string.IsNullOrEmpty(edit.Password) ? stored?.Password : edit.Password }, language, cancel);
    }

    private static MailServer Trimmed(MailServer server) => server with { Host = server.Host!.Trim() };

    private static string Fresh() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
}
