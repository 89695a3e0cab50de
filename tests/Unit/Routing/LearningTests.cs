using NUnit.Framework;
using SupportHub.Routing;

namespace SupportHub.Unit.Routing;

public sealed class LearningTests
{
    [Test]
    public void On_the_first_day_conversations_take_what_the_administrator_expects()
    {
        Assert.That(HandleTimeModel.Learn([]).MeanSeconds, Is.EqualTo(480).Within(2).Percent);
        Assert.That(HandleTimeModel.Learn([], 300).MeanSeconds, Is.EqualTo(300).Within(2).Percent);
    }

    [TestCase(20, 0.47)]
    [TestCase(200, 0)]
    public void The_prior_fades(int observations, double itsShare)
    {
        var mean = HandleTimeModel.Learn(Enumerable.Repeat(new HandleTime(1, null, 100), observations), 1000).MeanSeconds;

        Assert.That(mean, Is.EqualTo(100 + itsShare * 900).Within(8).Percent);
    }

    [TestCase(0.3)]
    [TestCase(1.0)]
    public void Alike_agents_have_a_factor_of_exactly_one(double spread)
    {
        var random = new Random(5);
        var model = HandleTimeModel.Learn(Enumerable.Range(0, 800).Select(i => new HandleTime(i % 8, i % 3, 300 * Math.Exp(spread * Normal(random)))));

        Assert.That(Enumerable.Range(0, 8).Select(a => model.FactorOfAgent(a)), Is.All.EqualTo(1.0));
        Assert.That(Enumerable.Range(0, 3).Select(t => model.FactorOfTopic(t)), Is.All.EqualTo(1.0));
    }

    [Test]
    public void Slow_agents_and_long_topics_are_told_apart()
    {
        var random = new Random(5);
        var model = HandleTimeModel.Learn(Enumerable.Range(0, 3000).Select(i => (Agent: i % 5, Topic: i / 5 % 2)).Select(i =>
            new HandleTime(i.Agent, i.Topic, 300 * (i.Agent == 0 ? 2 : 1) * (i.Topic == 1 ? 1.5 : 1) * Math.Exp(0.6 * Normal(random)))));

        Assert.That(model.FactorOfAgent(0) / model.FactorOfAgent(1), Is.EqualTo(2).Within(10).Percent);
        Assert.That(model.FactorOfTopic(1) / model.FactorOfTopic(0), Is.EqualTo(1.5).Within(10).Percent);
        Assert.That(model.FactorOfAgent(99), Is.EqualTo(1));
    }

    [Test]
    public void With_several_chats_at_once_it_learns_from_full_hours()
    {
        var model = HandleTimeModel.Learn(Enumerable.Range(0, 400).Select(i => i % 2 == 0 ? new HandleTime(1, null, 600, 0.9) : new HandleTime(1, null, 200, 0.3)));

        Assert.That(model.MeanSeconds, Is.EqualTo(600).Within(3).Percent);
    }

    [Test]
    public void What_lasts_has_the_remaining_time_of_those_that_lasted()
    {
        // Half take a minute, half take ten.
        var curve = HandleTimeModel.Learn(Enumerable.Range(0, 1000).Select(i => new HandleTime(1, null, i % 2 == 0 ? 60 : 600))).Curve;

        Assert.That(curve.Survival(120), Is.EqualTo(0.5).Within(0.02));
        Assert.That(curve.MeanRemaining(120), Is.EqualTo(480).Within(5).Percent);
        Assert.That(curve.At(0.25), Is.EqualTo(600).Within(1).Percent);
    }

    [Test]
    public void Beyond_what_was_seen_the_end_is_as_near_as_ever()
    {
        var random = new Random(5);
        var curve = HandleTimeModel.Learn(Enumerable.Range(0, 3000).Select(_ => new HandleTime(1, null, 1 - 300 * Math.Log(1 - random.NextDouble())))).Curve;

        Assert.That(curve.MeanRemaining(3000), Is.EqualTo(curve.MeanRemaining(9000)));
        Assert.That(curve.At(curve.Survival(4000) / Math.E) - 4000, Is.EqualTo(curve.MeanRemaining(4000)).Within(1).Percent);
    }

    [Test]
    public void Patience_is_learnt_by_age()
    {
        // One in three goes within the first minute, nobody after.
        var patience = Patience.Learn(Enumerable.Range(0, 3000).Select(i => i % 3 == 0 ? new WaitEnd(30, true) : new WaitEnd(600, false)));

        Assert.That(patience.Hazard(60), Is.EqualTo(1000.0 * 60 / (1000 * 30 + 2000 * 60)).Within(1).Percent);
        Assert.That(patience.Hazard(600) - patience.Hazard(60), Is.LessThan(0.01));
    }

    [Test]
    public void The_level_rises_after_a_broken_promise_and_finds_what_keeps_nine_of_ten()
    {
        Assert.That(Calibration.Start.Resolved(false).Level, Is.GreaterThan(Calibration.Start.Level));
        Assert.That(Enumerable.Repeat(false, 100).Aggregate(Calibration.Start, (c, covered) => c.Resolved(covered)).Level, Is.EqualTo(0.99));
        Assert.That(Enumerable.Repeat(true, 1000).Aggregate(Calibration.Start, (c, covered) => c.Resolved(covered)).Level, Is.EqualTo(0.82));
    }

    [Test]
    public void Who_comes_is_expected_at_the_rate_of_the_last_half_hour()
    {
        var (hosting, billing) = (new Need(1, "fr"), new Need(2, "fr"));

        const long start = 1_790_000_000_000 / 60_000 * 60_000;
        var rates = new ArrivalRates(start);
        for (var minute = 0; minute < 40; minute++)
            rates.Came(minute < 10 ? billing : hosting, start + minute * 60_000);

        Assert.That(Rates(start + 40 * 60_000 - 1), Is.EqualTo(new[] { (hosting, 1.0) }), "what was asked before is forgotten");
        Assert.That(Rates(start + 40 * 60_000 - 1, billing), Is.EqualTo(new[] { (billing, 0.0), (hosting, 1.0) }), "but a newcomer gets an answer");
        Assert.That(Rates(start + 54 * 60_000 + 30_000), Is.EqualTo(new[] { (hosting, 0.51) }).Within(0.01), "fifteen in the last half hour");
        Assert.That(new ArrivalRates(start).Expect([hosting], start), Is.EqualTo(new[] { new Expected(hosting, 0) }));

        IEnumerable<(Need, double)> Rates(long at, params Need[] needs) => rates.Expect(needs, at).Select(e => (e.Need, Math.Round(e.PerSecond * 60, 2)));
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
