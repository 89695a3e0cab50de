using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging.Abstractions;
using NUnit.Framework;
using SupportHub.Realtime;

namespace SupportHub.Tests.Realtime;

public sealed class VisitorPresenceTests
{
    private const long North = -1;
    private const long South = -2;
    private readonly Node _self = new(TimeProvider.System);
    private VisitorPresence _presence = null!;

    [SetUp]
    public void Start() => _presence = new VisitorPresence(new VisitorLines(NullLogger<DefaultHubLifetimeManager<VisitorHub>>.Instance), _self);

    [Test]
    public void Who_has_a_page_open_at_two_nodes_is_there_until_both_are_closed()
    {
        _presence.Learn(North, 7, online: true);
        _presence.Learn(South, 7, online: true);
        _presence.Learn(North, 7, online: false);
        Assert.That(_presence.IsOnline(7));
        _presence.Learn(South, 7, online: false);
        Assert.That(_presence.IsOnline(7), Is.False);
    }

    [Test]
    public void All_that_a_node_says_counts_whatever_was_missed_before()
    {
        _presence.Learn(North, 7, online: true);
        Assert.That(_presence.Learn(North, [7, 8]), Is.EquivalentTo(new[] { 8 }));
        Assert.That(_presence.Learn(North, [8, 9]), Is.EquivalentTo(new[] { 7, 9 }));
        Assert.That(new[] { 7L, 8, 9 }.Select(_presence.IsOnline), Is.EqualTo(new[] { false, true, true }));
    }

    [Test]
    public void A_node_that_is_silent_while_this_one_hears_itself_is_gone_and_comes_back_with_a_word()
    {
        _presence.Learn(North, [7]);
        for (var round = 1; round <= 3; round++)
            Assert.That(_presence.Learn(_self.Id, []), Is.Empty);
        _presence.Learn(North, [7]);
        for (var round = 1; round <= 3; round++)
            Assert.That(_presence.Learn(_self.Id, []), Is.Empty, "it was heard between");
        Assert.That(_presence.Learn(_self.Id, []), Is.EquivalentTo(new[] { 7 }));
        Assert.That(_presence.IsOnline(7), Is.False);
        Assert.That(_presence.Learn(North, [7]), Is.EquivalentTo(new[] { 7 }));
        Assert.That(_presence.IsOnline(7));
    }
}
