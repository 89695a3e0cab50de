using NUnit.Framework;
using SupportHub.Email;
using SupportHub.Tests;

namespace SupportHub.Integration.Email;

/// <summary>How many confirmations go to an address, by whoever asks, when all ask at once.</summary>
[OnBothEngines]
public sealed class ConfirmationTests(Engine engine) : MailTest(engine)
{
    private const long HourMs = 3600_000;

    [Test]
    public async Task Of_many_that_ask_at_the_same_moment_as_many_may_as_the_limit_says_also_at_two_hubs()
    {
        // A file of SQLite belongs to one hub.
        await using var other = Engine == Engine.Postgres ? await InProcessHub.Start(Database) : null;
        var desks = new[] { Hub, other ?? Hub }.Select(h => h.Get<Confirmations>()).ToArray();
        async Task<int> Ask(int times, Func<int, string> recipient, string? source, long nowMs) =>
            (await Task.WhenAll(Enumerable.Range(0, times).Select(i => Task.Run(() => desks[i % 2].May(recipient(i), source, 1, nowMs))))).Count(may => may);

        var now = 1000 * HourMs;
        for (var round = 0; round < 10; round++)
        {
            var address = $"round{round}@customer.example";
            Assert.That(await Ask(20, i => i % 2 == 0 ? address : address.ToUpperInvariant(), null, now), Is.EqualTo(5), "of one recipient a day");
        }
        Assert.That(await Ask(40, i => $"{i}@elsewhere.example", "192.0.2.7", now), Is.EqualTo(20), "of one source an hour");
        Assert.That(await Ask(1, _ => "more@elsewhere.example", "192.0.2.7", now + HourMs + 1), Is.EqualTo(1), "the hour is over");
        Assert.That(await Ask(20, _ => "round0@customer.example", null, now + 23 * HourMs), Is.Zero, "the day is not");
        Assert.That(await Ask(20, _ => "round0@customer.example", null, now + 25 * HourMs), Is.EqualTo(5));
    }
}
