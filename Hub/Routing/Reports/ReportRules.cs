using SupportHub.Conversations;
using SupportHub.Shared;

namespace SupportHub.Routing.Reports;

/// <summary>From what was recorded to figures. Pure.</summary>
public static class ReportRules
{
    private const int PointsShown = 500;

    /// <param name="threshold">Seconds within which an answer counts as in time, of a site.</param>
    public static WaitFigures Figures(IReadOnlyList<EndedWait> waits, IReadOnlyList<AnsweredRange> ranges, int missed, Func<long, int> threshold)
    {
        var answered = waits.Where(w => w.How == WaitEnding.Answered).ToList();
        var left = waits.Where(w => w.How == WaitEnding.Left).ToList();
        var inTime = answered.Count(w => w.Seconds <= threshold(w.SiteId));
        // Who went before the threshold was not let down yet.
        var counted = answered.Count + left.Count(w => w.Seconds > threshold(w.SiteId));
        return new WaitFigures(
            answered.Count,
            left.Count,
            counted == 0 ? null : 100.0 * inTime / counted,
            answered.Count == 0 ? null : answered.Average(w => w.Seconds),
            waits.Count == 0 ? null : waits.Max(w => w.Seconds),
            missed,
            Announced(ranges, answered));
    }

    /// <summary>The first announcement of each wait, newest first.</summary>
    public static IReadOnlyList<AnnouncedWait> Points(IEnumerable<AnsweredRange> ranges) =>
    [
        .. ranges.GroupBy(r => (r.ConversationId, r.Since))
            .Select(wait => wait.MinBy(r => r.At)!)
            .OrderByDescending(r => r.At)
            .Take(PointsShown)
            .Select(r => new AnnouncedWait(r.At, r.TopicId, r.FromMinutes, r.ToMinutes, Waited(r))),
    ];

    private static AnnouncedFigures? Announced(IReadOnlyList<AnsweredRange> ranges, List<EndedWait> answered)
    {
        if (ranges.Count == 0)
            return null;
        var named = answered.Where(w => w.NamedId is not null).ToList();
        var errors = ranges.Select(r => Waited(r) - r.MiddleMs / 1000.0).ToList();
        return new AnnouncedFigures(
            ranges.Count,
            100.0 * ranges.Count(r => Waited(r) <= r.ToMinutes * 60) / ranges.Count,
            Median(errors.Select(Math.Abs)),
            errors.Average(),
            named.Count,
            named.Count == 0 ? null : 100.0 * named.Count(w => w.NamedId == w.AgentId) / named.Count);
    }

    private static double Waited(AnsweredRange range) => (range.EndedAt - range.At) / 1000.0;

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
