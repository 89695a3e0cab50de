using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace SupportHub.Unit.Startup;

public sealed class SteadyClockTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private FakeTimeProvider _machine = null!;

    [SetUp]
    public void AMachine() => _machine = new FakeTimeProvider(Noon);

    [Test]
    public void A_clock_that_goes_as_it_should_is_followed()
    {
        var clock = new SteadyClock(_machine);
        _machine.Advance(TimeSpan.FromSeconds(7));
        Assert.That(clock.GetUtcNow(), Is.EqualTo(Noon.AddSeconds(7)));
        _machine.AdjustTime(Noon.AddHours(1));
        Assert.That(clock.GetUtcNow(), Is.EqualTo(Noon.AddHours(1)), "the machine slept");
    }

    [Test]
    public void A_clock_that_is_set_back_is_waited_for_and_time_goes_on_meanwhile()
    {
        var clock = new SteadyClock(_machine);
        _machine.AdjustTime(Noon.AddMinutes(-1));
        Assert.That(clock.GetUtcNow(), Is.EqualTo(Noon));

        _machine.Advance(TimeSpan.FromSeconds(100));
        Assert.That(clock.GetUtcNow(), Is.EqualTo(Noon.AddSeconds(90)), "a tenth slower");
        _machine.Advance(TimeSpan.FromMinutes(10));
        Assert.That(clock.GetUtcNow(), Is.EqualTo(_machine.GetUtcNow()), "caught up");
    }

    [Test]
    public void Whatever_the_machines_clock_does_no_time_is_earlier_than_the_one_before()
    {
        var (clock, random, before) = (new SteadyClock(_machine), new Random(3), DateTimeOffset.MinValue);
        for (var step = 0; step < 2000; step++)
        {
            if (random.Next(10) == 0)
                _machine.AdjustTime(_machine.GetUtcNow().AddSeconds(random.Next(-3600, 3600)));
            else
                _machine.Advance(TimeSpan.FromSeconds(random.NextDouble()));
            var now = clock.GetUtcNow();
            Assert.That(now, Is.GreaterThanOrEqualTo(before));
            before = now;
        }
    }
}
