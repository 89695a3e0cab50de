using SupportHub.Shared;
using SupportHub.Wording;

namespace SupportHub.Sites.Hours;

/// <summary>Changes when a site answers. The API and the Lab's seeds go through here.</summary>
public sealed class HoursDesk(HoursSql sql, SiteDesk sites, SiteDirectory directory)
{
    public async Task<StoredSite?> Find(long site) => await sites.Find(site);

    public async Task<Saved<StoredSite>> Save(long site, HoursPlan plan)
    {
        if (await sites.Find(site) is not { } stored)
            return Saved<StoredSite>.Missing;
        if (HoursRules.Check(plan, [.. stored.Topics.Select(t => t.Id)]) is { Count: > 0 } faults)
            return faults;
        await sql.Save(HoursRow.Of(site, Tidy(plan)));
        await directory.Refresh();
        return await sites.Find(site) is { } saved ? saved : Saved<StoredSite>.Missing;
    }

    /// <summary>Spans ascend, so do dates, and names have no blanks around.</summary>
    private static HoursPlan Tidy(HoursPlan plan) => plan with
    {
        Schedules = [.. (plan.Schedules ?? []).Select(s => s with { Name = s.Name!.Trim(), Days = [.. s.Days!.Select(Ascending)] })],
        Exceptions = [.. (plan.Exceptions ?? []).OrderBy(e => e.Date, StringComparer.Ordinal).Select(e => e with { Spans = Ascending(e.Spans) })],
        Channels = plan.Channels ?? [],
    };

    private static IReadOnlyList<HoursSpan> Ascending(IReadOnlyList<HoursSpan>? spans) => [.. (spans ?? []).OrderBy(s => s.From)];
}
