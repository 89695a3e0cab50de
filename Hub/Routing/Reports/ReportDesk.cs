using NodaTime;
using SupportHub.Routing.Settings;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Storage;

namespace SupportHub.Routing.Reports;

/// <summary>How long people waited, and how true it was what they were told.</summary>
public sealed class ReportDesk(SiteDirectory sites, RoutingDirectory routing, Database database, TimeProvider clock)
{
    /// <param name="site">Absent: all sites.</param>
    public async Task<WaitingReport> Waiting(int days, long? site, CancellationToken cancel)
    {
        var since = clock.NowMs() - (long)TimeSpan.FromDays(days).TotalMilliseconds;
        var (waits, ranges, missed) = await ReportSql.Read(database, since, site, cancel);
        var hours = sites.All.ToDictionary(s => s.Id, s => DateTimeZoneProviders.Tzdb[s.Hours.Plan.TimeZone!]);

        var topics = By(w => (w.SiteId, w.TopicId), r => (r.SiteId, r.TopicId), m => (m.SiteId, m.TopicId))
            .Select(t => new TopicFigures(t.Key.SiteId, t.Key.TopicId, t.Figures)).OrderByDescending(t => t.Figures.Answered + t.Figures.Left).ToList();
        var byHour = By(w => Hour(w.SiteId, w.Since), r => Hour(r.SiteId, r.Since), m => Hour(m.SiteId, m.OfferedAt))
            .Select(h => new HourFigures(h.Key, h.Figures)).OrderBy(h => h.Hour).ToList();
        return new WaitingReport(since, ReportRules.Figures(waits, ranges, missed.Count, Threshold), topics, byHour, ReportRules.Points(ranges), Target(site));

        List<(TKey Key, WaitFigures Figures)> By<TKey>(Func<EndedWait, TKey> ofWait, Func<AnsweredRange, TKey> ofRange, Func<MissedOffer, TKey> ofMissed)
            where TKey : notnull
        {
            var (rangesBy, missedBy) = (ranges.ToLookup(ofRange), missed.ToLookup(ofMissed));
            return [.. waits.GroupBy(ofWait).Select(g => (g.Key, ReportRules.Figures([.. g], [.. rangesBy[g.Key]], missedBy[g.Key].Count(), Threshold)))];
        }

        int Hour(long ofSite, long at) => Instant.FromUnixTimeMilliseconds(at).InZone(hours.GetValueOrDefault(ofSite) ?? DateTimeZone.Utc).Hour;

        int Threshold(long ofSite) => routing.Waiting(ofSite).ServiceLevelSeconds;
    }

    /// <summary>None where sites are reported together that set themselves different ones.</summary>
    private ServiceTarget? Target(long? site)
    {
        var targets = sites.All.Where(s => site is null || s.Id == site)
            .Select(s => routing.Waiting(s.Id)).Select(w => new ServiceTarget(w.ServiceLevelPercent, w.ServiceLevelSeconds))
            .Distinct().ToList();
        return targets.Count == 1 ? targets[0] : null;
    }
}
