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

        presences.Learn([new PresenceRow { AgentId = 1, Status = Presence.Online }], asked);
        Assert.That(presences.Of(1).Chosen, Is.EqualTo(Presence.Offline));
    }

    [Test]
    public void What_is_chosen_on_another_node_later_counts()
    {
        var presences = new Presences(null!, null!, _clock);
        presences.Become(1, Presence.Online, null);
        _clock.Advance(TimeSpan.FromSeconds(2));

        presences.Learn([new PresenceRow { AgentId = 1, Status = Presence.Away, Reason = PresenceReason.MissedOffers }], NowMs);
        Assert.That((presences.Of(1).Chosen, presences.Of(1).Reason), Is.EqualTo(((Presence?)Presence.Away, (PresenceReason?)PresenceReason.MissedOffers)));
    }

    [Test]
    public void Whom_no_node_confirms_any_more_is_gone()
    {
        var presences = new Presences(null!, null!, _clock);
        var seen = NowMs;
        for (var second = 0; second < 10; second += 2)
        {
            Learn(presences, seen);
            Assert.That(presences.Of(1).Connected, $"{second} s");
            _clock.Advance(TimeSpan.FromSeconds(2));
        }
        Learn(presences, seen);
        Assert.That((presences.Of(1).Connected, presences.Of(1).SeenAt), Is.EqualTo((false, seen)));
    }

    [TestCase(8)]
    [TestCase(60)]
    [TestCase(3600)]
    public void Who_was_there_before_the_database_went_counts_as_seen_when_it_is_back_and_is_gone_unless_it_is_said_again(int away)
    {
        var presences = new Presences(null!, null!, _clock);
        Learn(presences, NowMs);
        _clock.Advance(TimeSpan.FromSeconds(away));
        var back = NowMs;
        // Its own node could not say so yet, or the row was even thrown away.
        Learn(presences, away > 100 ? 0 : back - away * 1000);
        Assert.That((presences.Of(1).Connected, presences.Of(1).SeenAt, presences.Of(2).Connected), Is.EqualTo((true, back, false)));

        for (var second = 2; second <= 10; second += 2)
        {
            _clock.Advance(TimeSpan.FromSeconds(2));
            Learn(presences, 0);
        }
        Assert.That((presences.Of(1).Connected, presences.Of(1).SeenAt), Is.EqualTo((false, back)));
    }

    /// <summary>Of the second agent no node ever says anything.</summary>
    private void Learn(Presences presences, long seenAt) => presences.Learn([new PresenceRow { AgentId = 1, SeenAt = seenAt }, new PresenceRow { AgentId = 2 }], NowMs);
}
