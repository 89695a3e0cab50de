using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace SupportHub.Unit;

public sealed class RoundsTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test]
    public async Task The_first_comes_within_the_period_and_the_others_a_period_after_it()
    {
        var clock = new FakeTimeProvider();
        using var rounds = Rounds.Every(Second, clock);
        clock.Advance(Second);
        Assert.That(await rounds.Next(CancellationToken.None), Is.True);
        var next = rounds.Next(CancellationToken.None);
        clock.Advance(Second - TimeSpan.FromMilliseconds(1));
        Assert.That(next.IsCompleted, Is.False);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.That(await next, Is.True);
    }

    [Test]
    public void Those_that_begin_together_do_not_come_together()
    {
        var firsts = Enumerable.Range(1, 8).Select(n => Rounds.First(n, Second).TotalMilliseconds).Order().ToList();
        Assert.That(firsts, Is.All.InRange(1, 1000));
        Assert.That(firsts.Zip(firsts.Skip(1), (a, b) => b - a), Is.All.GreaterThan(50));
    }

    [Test]
    public async Task After_it_is_disposed_there_is_no_next_one()
    {
        var rounds = Rounds.Every(Second, new FakeTimeProvider());
        var next = rounds.Next(CancellationToken.None);
        rounds.Dispose();
        Assert.That(await next, Is.False);
    }
}
