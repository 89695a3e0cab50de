using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using SupportHub.Tests;

namespace SupportHub.Integration.Email;

/// <summary>With a hub whose clock the test turns.</summary>
public abstract class ClockedMailTest(Engine engine) : MailTest(engine)
{
    protected FakeTimeProvider Time { get; } = new(DateTimeOffset.Parse("2026-11-24T10:00:00Z", CultureInfo.InvariantCulture));

    protected override TimeProvider Clock => Time;

    /// <summary>Turns the clock until it is so.</summary>
    protected Task Elapses(Func<Task> attempt, int seconds = 20) => Eventually.Succeeds(
        async () =>
        {
            Time.Advance(TimeSpan.FromSeconds(seconds));
            await attempt();
        },
        TimeSpan.FromSeconds(60));
}
