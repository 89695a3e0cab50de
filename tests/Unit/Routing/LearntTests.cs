using NUnit.Framework;
using SupportHub.Conversations;
using SupportHub.Routing;

namespace SupportHub.Unit.Routing;

public sealed class LearntTests
{
    [Test]
    public void The_share_in_which_an_agent_was_full_comes_from_what_ran_beside()
    {
        // Two places: full from 100 to 200.
        HandleTimeRow[] rows = [Row(1, 0, 200), Row(1, 100, 300), Row(2, 0, 100)];

        var times = FullShares.Of(rows, agent => agent == 1 ? 2 : 1);

        Assert.That(times.Select(t => (t.Agent, t.Seconds, t.FullShare)), Is.EqualTo(new[] { (1L, 200.0, 0.5), (1L, 200.0, 0.5), (2L, 100.0, 1.0) }));
    }

    [Test]
    public void One_chat_after_the_other_is_always_full_at_one_place()
    {
        var times = FullShares.Of([Row(1, 0, 100), Row(1, 100, 250)], _ => 1);

        Assert.That(times.Select(t => t.FullShare), Is.All.EqualTo(1.0));
        Assert.That(times.Select(t => t.Seconds), Is.EqualTo(new[] { 150.0, 100.0 }), "newest first");
    }

    [Test]
    public void A_promise_that_was_not_kept_moves_the_level_up_more_than_a_kept_one_moves_it_down()
    {
        var kept = Learnt.Calibrate([Outcome(1, waited: 50, WaitEnding.Answered)])[1].Level;
        var broken = Learnt.Calibrate([Outcome(1, waited: 500, WaitEnding.Answered)])[1].Level;

        Assert.That(Calibration.Start.Level - kept, Is.EqualTo(0.001).Within(1e-9));
        Assert.That(broken - Calibration.Start.Level, Is.EqualTo(0.009).Within(1e-9));
    }

    [Test]
    public void Who_left_before_the_announced_time_tells_nothing_and_after_it_a_broken_promise()
    {
        Assert.That(Learnt.Calibrate([Outcome(1, waited: 50, WaitEnding.Left)]), Is.Empty);
        Assert.That(Learnt.Calibrate([Outcome(1, waited: 500, WaitEnding.Left)])[1].Level, Is.GreaterThan(Calibration.Start.Level));
    }

    private static HandleTimeRow Row(long agent, int from, int to) => new() { AgentId = agent, Seconds = to - from, EndedAt = to * 1000L };

    private static OutcomeRow Outcome(long site, int waited, WaitEnding how) => new() { SiteId = site, At = 0, LateMs = 100_000, EndedAt = waited * 1000L, How = how };
}
