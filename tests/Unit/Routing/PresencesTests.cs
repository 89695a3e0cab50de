using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using SupportHub.Routing;
using SupportHub.Shared;

namespace SupportHub.Tests.Routing;

public sealed class PresencesTests
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch.AddYears(50));

    private long NowMs => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    [Test]
    public void What_is_chosen_while_the_database_is_asked_stays_chosen()
    {
        var presences = new Presences(null!, null!, _clock);
        presences.Become(1, Presence.Online, null);
        _clock.Advance(TimeSpan.FromSeconds(1));
        var asked = NowMs;
        _clock.Advance(TimeSpan.FromMilliseconds(20));
        presences.Become(1, Presence.Offline, null);

        presences.Learn([new PresenceRow { AgentId = 1, Status = Presence.Online }], asked - 10_000, asked);
        Assert.That(presences.Of(1).Chosen, Is.EqualTo(Presence.Offline));
    }

    [Test]
    public void What_is_chosen_on_another_node_later_counts()
    {
        var presences = new Presences(null!, null!, _clock);
        presences.Become(1, Presence.Online, null);
        _clock.Advance(TimeSpan.FromSeconds(2));

        presences.Learn([new PresenceRow { AgentId = 1, Status = Presence.Away, Reason = PresenceReason.MissedOffers }], NowMs - 10_000, NowMs);
        Assert.That((presences.Of(1).Chosen, presences.Of(1).Reason), Is.EqualTo(((Presence?)Presence.Away, (PresenceReason?)PresenceReason.MissedOffers)));
    }
}
