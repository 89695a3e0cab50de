using SupportHub.Routing.Settings;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Wording;

namespace SupportHub.Routing.Holds;

/// <summary>The hold messages of a site: its own words, and how they read.</summary>
public sealed class HoldDesk(RoutingSql sql, RoutingDirectory routing, SiteDirectory sites)
{
    private static readonly IReadOnlyList<HoldDefault> Defaults =
    [
        .. from language in HoldLanguage.All
           from kind in Enum.GetValues<HoldKind>()
           select new HoldDefault(kind, language.Tag, HoldRules.Template(kind, language), HoldPlaceholders.For(kind)),
    ];

    public Saved<HoldSettings> Read(long siteId) =>
        sites.ById(siteId) is null ? Saved<HoldSettings>.Missing : new HoldSettings(routing.HoldMessages(siteId), Defaults);

    public async Task<Saved<HoldSettings>> Update(long siteId, HoldEdit edit)
    {
        if (sites.ById(siteId) is not { } site)
            return Saved<HoldSettings>.Missing;
        if (Check(edit, site) is { Count: > 0 } faults)
            return faults;
        if (HoldRules.Clean(edit.Text) is { } text)
            await sql.Save(siteId, new HoldMessage(edit.Kind, edit.TopicId, edit.Language!, text));
        else
            await sql.Forget(siteId, edit.Kind, edit.TopicId, edit.Language!);
        await routing.Refresh();
        return Read(siteId);
    }

    public Saved<HoldPreview> Preview(long siteId, HoldEdit edit)
    {
        if (sites.ById(siteId) is not { } site)
            return Saved<HoldPreview>.Missing;
        if (Check(edit, site) is { Count: > 0 } faults)
            return faults;
        var language = HoldLanguage.For(edit.Language!);
        var topic = site.Topics.FirstOrDefault(t => t.Id == edit.TopicId) ?? site.Topics.FirstOrDefault();
        var known = new HoldValues { Site = site.Name, Phone = site.Phone, Topic = topic?.Title.GetValueOrDefault(edit.Language!) };
        var own = HoldRules.Clean(edit.Text) ?? (edit.TopicId is null ? null : routing.Holds(siteId).Own(edit.Kind, null, edit.Language!));
        return new HoldPreview(HoldSamples.Of(edit.Kind, own, language, known));
    }

    private static List<FieldFault> Check(HoldEdit edit, Site site) => HoldRules.Check(edit, site.Languages, site.Topics.Select(t => t.Id));
}
