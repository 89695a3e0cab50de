using CsCheck;
using NUnit.Framework;
using SupportHub.Routing;

namespace SupportHub.Unit.Routing;

public sealed class AnnouncementsTests
{
    private const long Now = 1_000_000_000;

    [TestCase(0, 1)]
    [TestCase(60, 1)]
    [TestCase(61, 2)]
    [TestCase(840, 15)]
    [TestCase(8000, 180)]
    public void An_upper_end_goes_up_to_what_people_say(double seconds, int minutes) => Assert.That(Ladder.Up(seconds), Is.EqualTo(minutes));

    [TestCase(0, 1)]
    [TestCase(430, 6)]
    [TestCase(100_000, 120)]
    public void A_lower_end_goes_down(double seconds, int minutes) => Assert.That(Ladder.Down(seconds), Is.EqualTo(minutes));

    [Test]
    public void The_first_range_holds_the_wait_with_the_wanted_chance() => Gen.Double[10, 3000].Sample(mean =>
    {
        var times = Exponential(mean);
        var said = Announcements.Next(null, times, 0.9, Now)!;
        return times.ChanceWithin(0, said.ToMinutes * 60) >= 0.84 && said.FromMinutes <= said.ToMinutes && !said.LongerThanSaid;
    });

    [Test]
    public void It_stays_while_it_is_as_true_as_before()
    {
        var said = Announcements.Next(null, Between(200, 340), 0.9, Now);

        Assert.That(Announcements.Next(said, Between(140, 280), 0.9, Now + 60_000), Is.SameAs(said));
    }

    [Test]
    public void It_says_sorry_before_it_runs_out_when_it_takes_longer()
    {
        var said = Announcements.Next(null, Between(100, 230), 0.9, Now)!;

        var next = Announcements.Next(said, Between(200, 500), 0.9, Now + 60_000)!;

        Assert.That(said.ToMinutes, Is.EqualTo(4));
        Assert.That((next.ToMinutes, next.LongerThanSaid), Is.EqualTo((8, true)));
    }

    [Test]
    public void It_says_when_it_is_much_shorter()
    {
        var said = Announcements.Next(null, Between(600, 1100), 0.9, Now);

        Assert.That(Announcements.Next(said, Between(20, 100), 0.9, Now + 1000)!.ToMinutes, Is.EqualTo(2));
    }

    [Test]
    public void When_the_lower_end_passes_the_same_promise_is_said_from_now()
    {
        var said = Announcements.Next(null, Between(190, 350), 0.9, Now)!;

        var next = Announcements.Next(said, Between(20, 170), 0.9, Now + 181_000)!;

        Assert.That((said.FromMinutes, said.ToMinutes), Is.EqualTo((3, 6)));
        Assert.That((next.FromMinutes, next.ToMinutes, next.DueAt, next.LongerThanSaid), Is.EqualTo((1, 3, said.DueAt, false)));
    }

    [Test]
    public void Nobody_is_told_one_minute_for_ever()
    {
        var said = Announcements.Next(null, Between(10, 40), 0.9, Now)!;
        Assert.That(said.ToMinutes, Is.EqualTo(1));

        var next = Announcements.Next(said, Between(10, 40), 0.9, Now + 61_000)!;

        Assert.That((next.ToMinutes, next.LongerThanSaid), Is.EqualTo((2, true)));
    }

    [Test]
    public void What_is_said_is_never_due_in_the_past() => Gen.Select(Gen.Double[5, 2000], Gen.Double[5, 2000], Gen.Int[0, 7200]).Sample((first, then, seconds) =>
    {
        var now = Now + seconds * 1000L;
        var next = Announcements.Next(Announcements.Next(null, Exponential(first), 0.9, Now), Exponential(then), 0.9, now)!;
        return next.DueAt > now && next.FromMinutes >= 1 && next.ToMinutes >= next.FromMinutes;
    });

    [Test]
    public void Where_nobody_answers_nothing_is_promised()
    {
        Assert.That(Announcements.Next(null, null, 0.9, Now), Is.Null);
        Assert.That(Announcements.Next(null, WaitDistribution.Of(10, float.PositiveInfinity, float.PositiveInfinity), 0.9, Now), Is.Null);
    }

    private static WaitDistribution Between(double from, double to) => WaitDistribution.Of(Enumerable.Range(0, 100).Select(k => (float)(from + (to - from) * k / 99)));

    private static WaitDistribution Exponential(double mean) => WaitDistribution.Of(Enumerable.Range(0, 128).Select(k => (float)(-mean * Math.Log(1 - (k + 0.5) / 128))));
}
