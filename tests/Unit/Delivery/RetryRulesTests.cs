using CsCheck;
using NUnit.Framework;
using SupportHub.Delivery;

namespace SupportHub.Unit.Delivery;

public sealed class RetryRulesTests
{
    [Test]
    public void It_is_tried_again_later_and_later_and_at_last_given_up() =>
        Gen.Select(Gen.Int[1, 1000], Gen.Double[0, 1]).Sample((attempts, chance) =>
        {
            var next = RetryRules.Next(attempts, createdAt: 0, nowMs: 1000, chance);
            Assert.That(next, Is.InRange(1000 + 15_000, 1000 + 30 * 60_000));
            Assert.That(RetryRules.Next(attempts, 0, RetryRules.GiveUpAfterMs, chance), Is.Null);
        });

    [Test]
    public void A_server_that_is_away_for_an_hour_is_asked_a_handful_of_times()
    {
        var (now, attempts) = (0L, 0);
        while (now < 3600_000)
            now = RetryRules.Next(++attempts, 0, now, 0.5)!.Value;
        Assert.That(attempts, Is.InRange(6, 12));
    }
}
