using NUnit.Framework;
using SupportHub.Routing;
using SupportHub.Routing.Skills;

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
    public void Who_was_overtaken_too_often_goes_before_every_reservation_and_so_do_those_ahead()
    {
        Answerer[] agents = [Busy(1, 60), new Answerer(2, 1)];
        Waiter named = new(103) { Reserved = 2 };

        Assert.That(Project([new(102) { Overtaken = 4, WaitedSeconds = 100 }, named], agents).Starts.Single().Conversation, Is.EqualTo(102));
        Assert.That(
            Project([new(101) { Priority = 1, WaitedSeconds = 50 }, new(102) { Overtaken = 4, WaitedSeconds = 100 }, named], agents).Starts.Single().Conversation,
            Is.EqualTo(101),
            "else 102 would be overtaken once more");
    }

    [Test]
    public void In_strict_order_the_head_is_first_and_nobody_is_reserved()
    {
        var projected = Project([new(100) { Strict = true, Reserved = 1 }, new(101) { Strict = true, Reserved = 2 }], Busy(1, 60), new Answerer(2, 1));

        Assert.That(projected.Starts, Is.EqualTo(new[] { new Start(100, 2) }));
        Assert.That(projected.Waits.Single().Reserved, Is.Null);
    }

    [Test]
    public void In_strict_order_the_next_is_named_when_an_agent_writes_up()
    {
        Answerer claire = new(1, 1) { Running = [new(null, 300, WrapUpSeconds: 40)] }, arnaud = new(2, 1) { Running = [new(null, 300, WrapUpSeconds: 20)] };
        Waiter[] line = [new(100) { Strict = true }, new(101) { Strict = true }, new(102) { Strict = true }];

        Assert.That(Project(line, claire, arnaud, Busy(3, 60)).Waits.Select(w => w.Reserved), Is.EqualTo(new long?[] { 2, 1, null }));
        Assert.That(
            Project([line[0] with { Reserved = 1 }, .. line[1..]], claire, arnaud, Busy(3, 60)).Waits.Select(w => w.Reserved),
            Is.EqualTo(new long?[] { 1, 2, null }),
            "who was told a name keeps it");
        Assert.That(Project([line[0] with { Reserved = 3 }], Busy(3, 60)).Waits.Single().Reserved, Is.Null, "nobody is held back for an agent who is still talking");
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
    public void A_call_that_belongs_to_an_agent_is_for_nobody_else_and_needs_no_place_among_the_chats()
    {
        Answerer claire = Caller(1) with { Running = [new(null, 60), new(null, 30)] };

        Assert.That(Project([Own(100), new(101)], claire, Caller(2)).Starts, Is.EqualTo(new[] { new Start(100, 1), new Start(101, 2) }));
        Assert.That(Project([Own(100), Own(101)], Caller(1), Caller(2)).Starts, Is.EqualTo(new[] { new Start(100, 1) }), "one at a time");
        var asked = Project([Own(100)], claire with { Phone = PhoneUse.Asked }, Caller(2));
        Assert.That((asked.Starts.Count, asked.Waits.Single().Reserved), Is.EqualTo((0, (long?)1)), "while another rings at her");
    }

    [Test]
    public void It_goes_to_a_colleague_as_soon_as_its_agent_cannot_be_asked()
    {
        Answerer[] cannot = [Caller(1) with { TakesNew = false }, Caller(1) with { Calls = false }, Caller(1) with { Phone = PhoneUse.Busy, Running = [new(null, 60), new(null, 60)] }];
        foreach (var claire in cannot)
            Assert.That(Project([Own(100)], claire, Caller(2)).Starts, Is.EqualTo(new[] { new Start(100, 2) }), claire.ToString());
        Assert.That(Project([Own(100)], Caller(2)).Starts.Single().Agent, Is.EqualTo(2), "she is not here at all");
        Assert.That(Project([Own(100) with { Missed = [1] }], Caller(1), Caller(2)).Starts.Single().Agent, Is.EqualTo(2), "she let it ring");
        Assert.That(Project([Own(100) with { Missed = [1, 2] }], Caller(1), Caller(2)).Starts.Single().Agent, Is.EqualTo(1), "once everybody did, everybody is asked again");
    }

    [Test]
    public void Where_nobody_answers_there_is_a_place_and_no_promise()
    {
        var wait = Project([new(100)]).Waits.Single();

        Assert.That((wait.Place, wait.Reserved, wait.Times), Is.EqualTo((1, (long?)null, (WaitDistribution?)null)));
    }

    [Test]
    public void Who_knows_the_customer_answers_if_the_wait_allows()
    {
        // What has lasted for long is one of the long ones: agent 1 is expected to be free first.
        Answerer[] agents = [Busy(1, 10), Busy(2, 3000)];
        Waiter known(double tolerance) => new(100) { Knows = 2, ToleranceSeconds = tolerance };

        Assert.That(Project([known(3600)], agents).Waits.Single().Reserved, Is.EqualTo(2));
        Assert.That(Project([known(0)], agents).Waits.Single().Reserved, Is.EqualTo(1));
        Assert.That(Project([known(0)], new Answerer(1, 1), new Answerer(2, 1)).Starts, Is.EqualTo(new[] { new Start(100, 2) }), "free both, known first");
    }

    [Test]
    public void The_better_skill_is_first_and_none_at_all_is_never()
    {
        var skilled = (long agent, int level) => new Answerer(agent, 1) { Skills = new SkillSet(new Dictionary<long, int> { [7] = level }, []) };

        Assert.That(Project([new(100) { Topic = 7 }], skilled(1, 1), skilled(2, 3)).Starts.Single().Agent, Is.EqualTo(2));
        Assert.That(Project([new(100) { Topic = 8 }], skilled(1, 3)).Waits.Single().Eligible, Is.Empty);
    }

    [Test]
    public void The_customers_language_is_spoken_where_someone_here_speaks_it()
    {
        var speaks = (long agent, string language) => new Answerer(agent, 1) { Skills = new SkillSet(new Dictionary<long, int>(), [language]) };

        Assert.That(Project([new(100) { Language = "fr" }], speaks(1, "en"), speaks(2, "fr")).Starts.Single().Agent, Is.EqualTo(2));
        Assert.That(Project([new(100) { Language = "es" }], speaks(1, "en")).Starts, Has.Count.EqualTo(1), "better than nobody");
    }

    [Test]
    public void An_offer_rings_at_one_and_the_next_is_somebody_else()
    {
        var ringing = Project([new(100) { OfferedTo = 1 }, new(101)], new Answerer(1, 1), new Answerer(2, 1));
        Assert.That(ringing.Starts, Is.EqualTo(new[] { new Start(101, 2) }), "the offer holds the place");
        Assert.That((ringing.Waits.Single().Reserved, ringing.Waits.Single().Place), Is.EqualTo(((long?)1, 1)));

        Assert.That(Project([new(100) { Missed = [1] }], new Answerer(1, 1), new Answerer(2, 1)).Starts.Single().Agent, Is.EqualTo(2));
        Assert.That(Project([new(100) { Missed = [1, 2] }], new Answerer(1, 1), new Answerer(2, 1)).Starts, Has.Count.EqualTo(1), "all are asked again");
    }

    [Test]
    public void Who_is_finishing_takes_nobody_and_is_named_to_nobody()
    {
        var projected = Project([new(100) { Reserved = 1 }], new Answerer(1, 2) { TakesNew = false }, Busy(2, 60));

        Assert.That(projected.Starts, Is.Empty);
        Assert.That(projected.Waits.Single().Reserved, Is.EqualTo(2));
    }

    [Test]
    public void Who_leaves_before_being_free_is_named_to_nobody_and_the_wait_is_longer()
    {
        var stays = Project([new(100)], Busy(1, 10), Busy(2, 10)).Waits.Single();
        var leaves = Project([new(100)], Busy(1, 10) with { LeavesInSeconds = 1 }, Busy(2, 10)).Waits.Single();

        Assert.That(leaves.Reserved, Is.EqualTo(2));
        Assert.That(leaves.Times!.Median, Is.GreaterThan(1.3 * stays.Times!.Median));
    }

    [Test]
    public void Who_is_about_to_come_shortens_the_wait() =>
        Assert.That(Project([new(100)], Busy(1, 10), new Answerer(2, 1) { ArrivesInSeconds = 60 }).Waits.Single().Times!.Quantile(0.99), Is.LessThan(61));

    [Test]
    public void Who_has_more_than_fits_must_end_some_first()
    {
        var over = new Answerer(1, 1) { Running = [new(null, 10), new(null, 10)] };

        Assert.That(Project([new(100)], over).Waits.Single().Times!.Median, Is.GreaterThan(Project([new(100)], Busy(1, 10)).Waits.Single().Times!.Median));
    }

    [Test]
    public void Who_writes_up_is_free_by_a_known_time_and_the_first_who_waits_for_that_place_is_told_so()
    {
        var projected = Project([new(100), new(101)], new Answerer(1, 1) { Running = [new(null, 0, WrapUpSeconds: 40)] });

        Assert.That(projected.Starts, Is.Empty, "the place is taken");
        Assert.That(projected.Waits.Select(w => w.WrapUp), Is.EqualTo(new[] { true, false }));
        Assert.That((projected.Waits[0].Times!.Quantile(0), projected.Waits[0].Times!.Quantile(1)), Is.EqualTo((40.0, 40.0)));
        Assert.That(Project([new(100)], new Answerer(1, 2) { Running = [new(null, 0, WrapUpSeconds: 40)] }).Starts, Has.Count.EqualTo(1), "the other place is not");
        Assert.That(Project([new(100) { OfferedTo = 1 }], new Answerer(1, 2) { Running = [new(null, 0, WrapUpSeconds: 40), new(null, 9)] }).Waits.Single().WrapUp, Is.False, "it rings");
    }

    [Test]
    public void Priority_is_first_until_another_waited_long_enough()
    {
        Waiter urgent = new(101) { Priority = 1, WaitedSeconds = 10 };

        Assert.That(Project([new(100) { WaitedSeconds = 500 }, urgent], new Answerer(1, 1)).Starts.Single().Conversation, Is.EqualTo(101));
        Assert.That(Project([new(100) { WaitedSeconds = 700 }, urgent], new Answerer(1, 1)).Starts.Single().Conversation, Is.EqualTo(100));
    }

    [Test]
    public void A_place_counts_only_those_with_whom_an_agent_is_shared()
    {
        var only = (long agent, long topic) => Busy(agent, 60) with { Skills = new SkillSet(new Dictionary<long, int> { [topic] = 1 }, []) };

        var waits = Project([new(100) { Topic = 1 }, new(101) { Topic = 2 }, new(102) { Topic = 2 }], only(1, 1), only(2, 2)).Waits;

        Assert.That(waits.Select(w => w.Place), Is.EqualTo(new[] { 1, 1, 2 }));
    }

    [Test]
    public void A_newcomer_is_told_what_the_next_projection_says()
    {
        var need = new Need(1, null);
        Waiter[] waiting = [.. Enumerable.Range(0, 12).Select(i => new Waiter(i + 1) { Topic = 1, WaitedSeconds = 300 - i })];
        Answerer[] agents = [Busy(1, 60), Busy(2, 200), Busy(3, 400)];
        var last = Projection.Project(new Queue(waiting, agents) { Expected = [new(need, 0.005)] }, WaitModel.FirstDay, new Random(1));

        var told = Newcomers.Tell(last, need)!;
        var then = Projection.Project(new Queue([.. waiting, new(99) { Topic = 1 }], agents) { Expected = [new(need, 0.005)] }, WaitModel.FirstDay, new Random(2)).Waits[^1];

        Assert.That(told.Place, Is.EqualTo(then.Place));
        Assert.That(told.Times!.Median, Is.EqualTo(then.Times!.Median).Within(8).Percent);
        Assert.That(Newcomers.Tell(last, need, since: 2)!.Times!.Median, Is.GreaterThan(told.Times.Median));
        Assert.That(Newcomers.Tell(last, new Need(1, "fr"))!.Place, Is.EqualTo(13), "from the neighbour");
    }

    [Test]
    public void The_range_holds_for_four_in_five_when_times_are_as_learnt()
    {
        var random = new Random(7);
        var times = HandleTimeModel.Learn(Enumerable.Range(0, 1000).Select(_ => new HandleTime(1, null, 1 - 300 * Math.Log(1 - random.NextDouble()))));
        var inside = 0;
        for (var trial = 0; trial < 500; trial++)
        {
            var wait = Projection.Project(new Queue([new(100)], [Busy(1, 30), Busy(2, 200)]), new WaitModel(times, Patience.Learn([])), new Random(trial)).Waits.Single();
            // Memoryless: what is left of two is the smaller of two draws, and who is alone in line is answered by whoever is first.
            var truth = Math.Min(-300 * Math.Log(1 - random.NextDouble()), -300 * Math.Log(1 - random.NextDouble()));
            if (truth >= wait.Times!.Quantile(0.1) && truth <= wait.Times.Quantile(0.9))
                inside++;
        }
        Assert.That(inside / 500.0, Is.InRange(0.75, 0.85));
    }

    private static Waiter Own(long conversation) => new(conversation) { ByPhone = true, Owner = 1, Knows = 1, Reserved = 1, Priority = 1000 };

    private static Answerer Caller(long agent) => new(agent, 2) { Calls = true };

    internal static Projected Project(Waiter[] waiting, params Answerer[] answerers) =>
        Projection.Project(new Queue(waiting, answerers), WaitModel.FirstDay, new Random(1));

    internal static Answerer Busy(long agent, double elapsed) => new(agent, 1) { Running = [new(null, elapsed)] };
}
