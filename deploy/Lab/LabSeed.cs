using SupportHub.Agents;
using SupportHub.Callbacks.Lines;
using SupportHub.Email.Mailboxes;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Sites.Hours;
using SupportHub.Wording;

namespace SupportHub.Lab;

/// <summary>Plants the Lab's world where it is missing, and keeps the sample website's address current. What was changed since stays changed.</summary>
public sealed class LabSeed(IServiceProvider services)
{
    private const string Loopback = "127.0.0.1";
    private readonly SiteDesk _sites = services.GetRequiredService<SiteDesk>();

    /// <returns>Where the customers' mail server brings what they write.</returns>
    public async Task<InboundDoor> Plant(Uri website, Uri hub, int smtpPort, Uri phones)
    {
        await PlantPeople();
        await PlantCannedReplies();
        var site = await PlantSite(website.GetLeftPart(UriPartial.Authority));
        if (site.Topics.Count == 0)
        {
            foreach (var title in LabWorld.Topics)
                site = Planted(await _sites.CreateTopic(site.Row.Id, new TopicEdit(title, Archived: false)));
            Planted(await services.GetRequiredService<HoursDesk>().Save(site.Row.Id, LabWorld.Hours([.. site.Topics.Select(t => t.Id)])));
        }
        var door = await PlantMailbox(site, hub, smtpPort);
        await PlantLine(site, hub, phones);
        return door;
    }

    /// <summary>Likewise: an account at a real network stays, the Lab's own follows its ports.</summary>
    private async Task PlantLine(StoredSite site, Uri hub, Uri phones)
    {
        await services.GetRequiredService<LineDirectory>().Refresh();
        var desk = services.GetRequiredService<LineDesk>();
        var now = Planted(desk.Read(site.Row.Id)).Line;
        if (now is { Account: not LabWorld.PhoneAccount })
            return;
        var agents = services.GetRequiredService<AgentDirectory>().All.OrderBy(a => a.Id).Zip(LabWorld.AgentPhones, (agent, number) => new AgentPhone(agent.Id, number));
        var line = now ?? new PhoneLine(
            Enabled: true, LabWorld.PhoneAccount, null, null, null, null, null, null, LabWorld.CallsFrom, null, ["FR", "BE", "CH", "LU", "DE", "GB"], PauseMinutes: [5, 30], Phones: [.. agents]);
        Planted(await desk.Update(site.Row.Id, line with { AuthToken = LabWorld.PhoneToken, Address = phones.ToString(), PublicUrl = hub.ToString() }));
    }

    /// <summary>A mailbox that somebody connected to another server stays as it is; the Lab's own follows its ports.</summary>
    private async Task<InboundDoor> PlantMailbox(StoredSite site, Uri hub, int smtpPort)
    {
        await services.GetRequiredService<SiteDirectory>().Refresh();
        await services.GetRequiredService<MailboxDirectory>().Refresh();
        var desk = services.GetRequiredService<MailboxDesk>();
        var address = hub.GetLeftPart(UriPartial.Authority);
        var now = Planted(desk.Read(site.Row.Id, address));
        if (now.Mailbox is null or { Address: LabWorld.MailAddress, Smtp.Host: Loopback })
            now = Planted(await desk.Update(site.Row.Id, new Mailbox(
                LabWorld.MailAddress, LabWorld.Company, new MailServer(Loopback, smtpPort, MailSecurity.None), null, null, null, MailSignIn.None, TokenInAddress: true,
                [.. LabWorld.MailAliases.Select(a => new MailAlias(a.Address, site.Topics[a.Topic].Id, a.Language))]), address));
        return now.Inbound!;
    }

    private async Task PlantPeople()
    {
        var agents = services.GetRequiredService<AgentDirectory>();
        await agents.Refresh();
        if (agents.All.Count > 0)
            return;
        var accounts = services.GetRequiredService<AccountDesk>();
        var pictures = services.GetRequiredService<PictureDesk>();
        foreach (var person in LabWorld.People)
        {
            var edit = new AgentEdit(person.Email, person.FirstName, person.LastName, person.Pronoun, person.Role, person.Capacity, "fr");
            var account = Planted(await accounts.Create(edit, LabWorld.Password));
            Planted(await pictures.Set(account.Id, person.Picture));
        }
    }

    private async Task PlantCannedReplies()
    {
        var directory = services.GetRequiredService<CannedReplyDirectory>();
        await directory.Refresh();
        if (directory.All.Count > 0)
            return;
        var desk = services.GetRequiredService<CannedReplyDesk>();
        foreach (var (shortcut, title, language, body) in LabWorld.CannedReplies)
            Planted(await desk.Create(new CannedReplyEdit(shortcut, title, language, body)));
    }

    private async Task<StoredSite> PlantSite(string origin)
    {
        var edit = new SiteEdit(
            LabWorld.Company, [origin], ["fr", "en"], LabWorld.Color, LabWorld.Phone, new PreChat(Field.Required, Field.Optional, Field.Hidden), Wording: null);
        var stored = (await _sites.All()).FirstOrDefault(site => site.Row.SiteKey == SampleSite.Key);
        if (stored is null)
            return Planted(await _sites.Create(edit, SampleSite.Key));
        var site = stored.ToSite();
        // A taken port may have moved the website since the last start.
        return site.Allows(origin) ? stored : Planted(await _sites.Update(site.Id, new SiteEdit(
            site.Name, [.. site.Origins, origin], site.Languages, site.Color, site.Phone, site.PreChat, site.Wording)));
    }

    private static T Planted<T>(Saved<T> saved)
        where T : class =>
        saved.Value ?? throw new InvalidOperationException($"The Lab's world does not follow the rules: {string.Join(", ", saved.Faults)}");
}
