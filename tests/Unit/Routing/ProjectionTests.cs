using NUnit.Framework;
using SupportHub.Routing;

namespace SupportHub.Unit.Routing;

public sealed class ProjectionTests
{
    [Test]
    public void A_reservation_is_kept_while_the_agent_is_there()
    {
        var waits = Project([new(100) { Reserved = 2 }, new(101)], Busy(1, 600), Busy(2, 1)).Waits;

        Assert.That(waits.Select(w => w.Reserved), Is.EqualTo(new long?[] { 2, 1 }));
    }

    [Test]
    public void A_freed_agent_takes_the_own_reserved_customer_before_the_head_of_the_line()
    {
        var starts = Project([new(100) { Reserved = 1 }, new(101) { Reserved = 2 }], Busy(1, 60), new Answerer(2, 1)).Starts;

        Assert.That(starts, Is.EqualTo(new[] { new Start(101, 2) }));
    }

    [Test]
    public void In_strict_order_the_head_is_first_and_nobody_is_reserved()
    {
        var projected = Project([new(100) { Strict = true, Reserved = 1 }, new(101) { Strict = true, Reserved = 2 }], Busy(1, 60), new Answerer(2, 1));

        Assert.That(projected.Starts, Is.EqualTo(new[] { new Start(100, 2) }));
        Assert.That(projected.Waits.Single().Reserved, Is.Null);
    }

    [Test]
    public void Work_is_spread_over_those_who_had_none_for_longest()
    {
        var starts = Project(
            [new(100), new(101), new(102)],
            new Answerer(1, 3) { LastAssignedAt = 500 },
            new Answerer(2, 3) { LastAssignedAt = 100 },
            new Answerer(3, 3) { Running = [new(null, 10)] }).Starts;

        Assert.That(starts.Take(2), Is.EqualTo(new[] { new Start(100, 2), new Start(101, 1) }));
    }

    [Test]
    public void Where_nobody_answers_there_is_a_place_and_no_promise()
    {
        var wait = Project([new(100)]).Waits.Single();

        Assert.That((wait.Place, wait.Reserved, wait.Times), Is.EqualTo((1, (long?)null, (WaitDistribution?)null)));
    }

    internal static Projected Project(Waiter[] waiting, params Answerer[] answerers) =>
        Projection.Project(new Queue(waiting, answerers), WaitModel.FirstDay, new Random(1));

    internal static Answerer Busy(long agent, double elapsed) => new(agent, 1) { Running = [new(null, elapsed)] };
}
