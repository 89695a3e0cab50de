using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Wording;

namespace SupportHub.Routing.Settings;

/// <summary>How a site's customers wait and how its topics are given out.</summary>
public sealed class RoutingDesk(RoutingSql sql, RoutingDirectory routing, SiteDirectory sites)
{
    public Saved<SiteRouting> Read(long siteId) =>
        sites.ById(siteId) is { } site ? new SiteRouting(routing.Waiting(siteId), [.. site.Topics.Select(t => routing.Topic(t.Id))]) : Saved<SiteRouting>.Missing;

    public async Task<Saved<SiteRouting>> Update(long siteId, SiteRouting edit)
    {
        if (sites.ById(siteId) is not { } site)
            return Saved<SiteRouting>.Missing;
        if (RoutingRules.Check(edit, [.. site.Topics.Select(t => t.Id)]) is { Count: > 0 } faults)
            return faults;
        await sql.Save(siteId, edit with { Topics = edit.Topics ?? [] });
        await routing.Refresh();
        return Read(siteId);
    }
}
