using System.Text.Json;
using SupportHub.Agents;
using SupportHub.Callbacks.Numbers;
using SupportHub.Callbacks.Twilio;
using SupportHub.Conversations;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Wording;

namespace SupportHub.Callbacks.Lines;

/// <summary>Connects a site's telephone account.</summary>
public sealed class LineDesk(LineSql sql, LineDirectory lines, SiteDirectory sites, AgentDirectory agents, OpenConversations conversations)
{
    public Saved<PhoneSettings> Read(long site)
    {
        if (sites.ById(site) is null)
            return Saved<PhoneSettings>.Missing;
        return Settings(site, lines.Of(site) is { } line ? line.Settings with { Number = NumberText.International(line.Number), Phones = Phones() } : null);
    }

    public async Task<Saved<PhoneSettings>> Update(long siteId, PhoneLine edit)
    {
        if (sites.ById(siteId) is null)
            return Saved<PhoneSettings>.Missing;
        if (Check(siteId, edit) is { Count: > 0 } faults)
            return faults;
        await sql.Save(Draft(siteId, edit), [.. (edit.Phones ?? []).Where(p => agents.Find(p.AgentId) is not null).Select(p => (p.AgentId, LineRules.Number(p.Number)))]);
        await lines.Refresh();
        return Read(siteId);
    }

    public List<FieldFault> Check(long siteId, PhoneLine edit) => LineRules.Check(edit, lines.Of(siteId)?.Settings, lines.Of(siteId) is not null && lines.Stored(siteId)?.Secret is not null);

    /// <summary>As it would be stored. What is checked has all that it needs.</summary>
    public StoredLine Draft(long siteId, PhoneLine edit)
    {
        var stored = lines.Of(siteId) is null ? null : lines.Stored(siteId);
        var plain = edit with
        {
            Account = edit.Account!.Trim(),
            AuthToken = null,
            ApiKey = Blank(edit.ApiKey),
            ApiSecret = null,
            Region = Blank(edit.Region),
            Edge = Blank(edit.Edge),
            Address = Blank(edit.Address),
            Number = LineRules.Number(edit.Number),
            PublicUrl = edit.PublicUrl!.Trim(),
            Countries = [.. edit.Countries!.Select(c => c.ToUpperInvariant()).Distinct()],
            Phones = null,
        };
        return new StoredLine
        {
            SiteId = siteId,
            Settings = JsonSerializer.Serialize(plain, WireJson.Info<PhoneLine>()),
            Secret = plain.ApiKey is null ? null : string.IsNullOrWhiteSpace(edit.ApiSecret) ? stored?.Secret : lines.Hide(edit.ApiSecret.Trim()),
            AuthToken = string.IsNullOrWhiteSpace(edit.AuthToken) ? stored!.AuthToken : lines.Hide(edit.AuthToken.Trim()),
        };
    }

    public async Task<Saved<PhoneSettings>> Remove(long site)
    {
        if (sites.ById(site) is null)
            return Saved<PhoneSettings>.Missing;
        await sql.Remove(site);
        await lines.Refresh();
        return Settings(site, null);
    }

    private PhoneSettings Settings(long site, PhoneLine? line)
    {
        var called = conversations.All.Select(c => c.State).Where(s => s.SiteId == site && s.Status != ConversationStatus.Resolved && s.Channel == ChannelKind.Phone).ToList();
        return new PhoneSettings(line, NumberText.Countries, Phones(), called.Count(s => s.Calling), called.Count(s => s.Status == ConversationStatus.Waiting));
    }

    private IReadOnlyList<AgentPhone> Phones() => [.. lines.Phones.OrderBy(p => p.Key).Select(p => new AgentPhone(p.Key, NumberText.International(p.Value)))];

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
