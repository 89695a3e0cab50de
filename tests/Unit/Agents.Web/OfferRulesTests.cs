using CsCheck;
using NUnit.Framework;
using SupportHub.AgentsWeb.Notices;
using SupportHub.AgentsWeb.Offers;
using SupportHub.Shared;

namespace SupportHub.Unit.Agents.Web;

public sealed class OfferRulesTests
{
    private const long Me = 3;
    private const long Now = 1_000_000;

    [Test]
    public void What_rings_at_me_is_waiting_offered_to_me_and_not_over()
    {
        ConversationSummary[] queue =
        [
            Line(1, Me, Now + 1),
            Line(2, Me, Now),
            Line(3, 9, Now + 5_000),
            Line(4, null, null),
            Line(5, Me, Now + 5_000) with { Status = ConversationStatus.Assigned },
        ];
        Assert.That(OfferRules.RingingAt(Me, queue, Now).Select(c => c.Id), Is.EqualTo(new long[] { 1 }));
    }

    [TestCase(20_000, 20)]
    [TestCase(19_001, 20)]
    [TestCase(1, 1)]
    [TestCase(0, 0)]
    [TestCase(-4_000, 0)]
    public void The_countdown_is_in_whole_seconds_and_never_below_zero(long leftMs, int seconds) =>
        Assert.That(OfferRules.SecondsLeft(Now + leftMs, Now), Is.EqualTo(seconds));

    [Test]
    public void The_bar_is_what_is_left_since_this_page_saw_it()
    {
        Assert.That(OfferRules.ShareLeft(Now, Now + 20_000, Now + 5_000), Is.EqualTo(0.75).Within(1e-9));
        Assert.That(OfferRules.ShareLeft(Now, Now + 20_000, Now + 30_000), Is.Zero);
        Assert.That(OfferRules.ShareLeft(Now, Now, Now), Is.Zero);
    }

    [Test]
    public void A_newcomer_stands_on_top_and_moves_none_below_it()
    {
        var before = Arranged([], Line(1, Me, Now + 20_000));
        var after = Arranged(before, Line(2, Me, Now + 5_000), Line(1, Me, Now + 20_000));
        Assert.That(after.Select(o => o.Summary.Id), Is.EqualTo(new long[] { 2, 1 }));
    }

    [Test]
    public void What_is_over_goes_unless_somebody_points_at_it()
    {
        var before = Arranged([], Line(1, Me, Now + 20_000));
        Assert.That(OfferRules.Arrange(before, [], held: false, Now), Is.Empty);
        var held = OfferRules.Arrange(before, [], held: true, Now);
        Assert.That(held.Single().Over, Is.True);
        Assert.That(OfferRules.Arrange(held, [], held: false, Now), Is.Empty);
    }

    [Test]
    public void What_rings_a_second_time_runs_from_its_start_again()
    {
        var before = Arranged([], Line(1, Me, Now + 20_000));
        var again = OfferRules.Arrange(before, [Line(1, Me, Now + 60_000)], held: false, Now + 40_000);
        Assert.That((again.Single().Since, again.Single().Over), Is.EqualTo((Now + 40_000, false)));
    }

    /// <summary>Whatever comes and goes: nothing is shown twice, everything that rings is shown, and what stays keeps its order.</summary>
    [Test]
    public void The_stack_shows_all_that_rings_once_and_never_reorders() =>
        Gen.Select(Gen.Long[1, 8].HashSet[0, 6], Gen.Long[1, 8].HashSet[0, 6], Gen.Bool).Sample((first, second, held) =>
        {
            var before = OfferRules.Arrange([], [.. first.Select(id => Line(id, Me, Now + 20_000))], held, Now);
            var after = OfferRules.Arrange(before, [.. second.Select(id => Line(id, Me, Now + 20_000))], held, Now);
            var ids = after.Select(o => o.Summary.Id).ToList();
            var stayed = before.Select(o => o.Summary.Id).Where(ids.Contains).ToList();
            return ids.Distinct().Count() == ids.Count
                && second.SetEquals(after.Where(o => !o.Over).Select(o => o.Summary.Id))
                && ids.Skip(ids.Count - stayed.Count).SequenceEqual(stayed);
        });

    [TestCase(true, 2_999, false)]
    [TestCase(true, 3_000, true)]
    [TestCase(false, 60_000, false)]
    public void The_tone_repeats_while_something_rings(bool ringing, long sinceTone, bool sounds) =>
        Assert.That(OfferRules.SoundsAgain(ringing, Now - sinceTone, Now), Is.EqualTo(sounds));

    [Test]
    public void The_bell_rings_once_for_an_offer_and_not_for_what_was_just_accepted()
    {
        var waiting = Line(1, null, null);
        var ringing = Line(1, Me, Now + 20_000);
        var mine = waiting with { Status = ConversationStatus.Assigned, AgentId = Me };
        Assert.That(BellRules.Decide(waiting, ringing, Me, Presence.Online), Is.EqualTo(Ring.Offer));
        Assert.That(BellRules.Decide(ringing, ringing with { At = 5 }, Me, Presence.Online), Is.EqualTo(Ring.Silent));
        Assert.That(BellRules.Decide(ringing, ringing with { OfferUntil = Now + 60_000 }, Me, Presence.Online), Is.EqualTo(Ring.Offer));
        Assert.That(BellRules.Decide(null, Line(1, 9, Now + 20_000), Me, Presence.Online), Is.EqualTo(Ring.Silent));
        Assert.That(BellRules.Decide(ringing, mine, Me, Presence.Online), Is.EqualTo(Ring.Silent));
        Assert.That(BellRules.Decide(waiting, mine, Me, Presence.Online), Is.EqualTo(Ring.NewForMe));
    }

    private static IReadOnlyList<ShownOffer> Arranged(IReadOnlyList<ShownOffer> shown, params ConversationSummary[] ringing) =>
        OfferRules.Arrange(shown, ringing, held: false, Now);

    private static ConversationSummary Line(long id, long? offeredTo, long? until) =>
        new(id, 1, null, ConversationStatus.Waiting, null, null, "fr", 1, 0, 0, null, AuthorKind.Visitor, 0, 0, null, null, true, null, 0, offeredTo, until);
}
