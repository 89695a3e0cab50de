using NUnit.Framework;
using SupportHub.Conversations;
using SupportHub.Routing.Reports;

namespace SupportHub.Unit.Routing.Reports;

public sealed class ReportRulesTests
{
    [Test]
    public void Nothing_yields_no_figure_rather_than_a_zero()
    {
        var figures = ReportRules.Figures([], [], 0, _ => 60);

        Assert.That((figures.Answered, figures.Left, figures.ServiceLevelPercent, figures.MeanSeconds, figures.LongestSeconds, figures.Announced), Is.EqualTo((0, 0, (double?)null, (double?)null, (double?)null, (object?)null)));
    }

    [Test]
    public void Service_level_counts_the_answered_and_those_who_left_after_the_threshold()
    {
        EndedWait[] waits = [Wait(1, 30, WaitEnding.Answered), Wait(2, 90, WaitEnding.Answered), Wait(3, 10, WaitEnding.Left), Wait(4, 200, WaitEnding.Left), Wait(5, 5, WaitEnding.Transferred)];

        var figures = ReportRules.Figures(waits, [], 3, _ => 60);

        Assert.That((figures.Answered, figures.Left, figures.MeanSeconds, figures.LongestSeconds, figures.OffersMissed), Is.EqualTo((2, 2, (double?)60, (double?)200, 3)));
        Assert.That(figures.ServiceLevelPercent, Is.EqualTo(100.0 / 3).Within(1e-9));
    }

    [Test]
    public void What_was_announced_is_held_against_what_happened()
    {
        AnsweredRange[] ranges = [Range(1, at: 0, middle: 100, to: 3, ended: 120), Range(1, at: 60, middle: 50, to: 2, ended: 120), Range(2, at: 0, middle: 60, to: 1, ended: 200)];
        EndedWait[] waits = [Wait(1, 120, WaitEnding.Answered) with { NamedId = 8, AgentId = 8 }, Wait(2, 200, WaitEnding.Answered) with { NamedId = 8, AgentId = 9 }];

        var announced = ReportRules.Figures(waits, ranges, 0, _ => 60).Announced!;

        Assert.That(announced.WithinPercent, Is.EqualTo(200.0 / 3).Within(1e-9));
        Assert.That(announced.MedianErrorSeconds, Is.EqualTo(20));
        Assert.That(announced.BiasSeconds, Is.EqualTo((20 + 10 + 140) / 3.0).Within(1e-9));
        Assert.That((announced.Announcements, announced.Named, announced.NamedAnsweredPercent), Is.EqualTo((3, 2, (double?)50)));
        Assert.That(ReportRules.Points(ranges).Select(p => (p.WaitedSeconds, p.ToMinutes)), Is.EquivalentTo(new[] { (120.0, 3), (200.0, 1) }), "the first of each wait");
    }

    private static EndedWait Wait(long id, int seconds, WaitEnding how) => new() { ConversationId = id, SiteId = 1, Since = 0, EndedAt = seconds * 1000L, How = how };

    private static AnsweredRange Range(long id, int at, int middle, int to, int ended) =>
        new() { ConversationId = id, SiteId = 1, Since = 0, At = at * 1000L, MiddleMs = middle * 1000L, FromMinutes = 1, ToMinutes = to, EndedAt = ended * 1000L };
}
