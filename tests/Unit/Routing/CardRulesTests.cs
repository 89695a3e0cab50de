using NUnit.Framework;
using SupportHub.Routing;
using SupportHub.Shared;

namespace SupportHub.Unit.Routing;

/// <summary>When something is said to a waiting customer, and whether it is a word to be held to.</summary>
public sealed class CardRulesTests
{
    private const long Now = 1_790_000_000_000;
    private const long Cadence = 60_000;
    private static readonly Person Claire = new(1, "Claire", null, Pronoun.She);
    private static readonly Person Arnaud = new(2, "Arnaud", null, Pronoun.He);
    private static readonly Announcement Range = new(3, 6, Now, Now + 360_000, 0.9, LongerThanSaid: false);

    [Test]
    public void The_first_word_is_on_record_and_names_who_will_answer_or_the_team()
    {
        Assert.That(Next(null, Card(Claire)), Is.EqualTo(new Occasion(HoldKind.First, true)));
        Assert.That(Next(null, Card(null)), Is.EqualTo(new Occasion(HoldKind.Team, true)));
        Assert.That(CardRules.Next(null, Card(Arnaud), Range, returned: true, Cadence), Is.EqualTo(new Occasion(HoldKind.AgentLost, true)));
    }

    [Test]
    public void Who_was_promised_a_call_by_somebody_hears_at_once_that_it_is_somebody_else()
    {
        Assert.That(CardRules.Next(null, Card(Arnaud), Range, returned: false, Cadence, promised: 1), Is.EqualTo(new Occasion(HoldKind.Renamed, true)));
        Assert.That(CardRules.Next(null, Card(null), Range, returned: false, Cadence, promised: 1), Is.EqualTo(new Occasion(HoldKind.Renamed, true)));
        Assert.That(CardRules.Next(null, Card(Claire), Range, returned: false, Cadence, promised: 1), Is.EqualTo(new Occasion(HoldKind.First, true)));
        Assert.That(CardRules.Next(new CardState(Card(Arnaud), Range), Card(Arnaud), Range, returned: false, Cadence, promised: 1), Is.Null, "said once");
    }

    [Test]
    public void Nothing_is_said_while_nothing_changes_until_the_cadence()
    {
        Assert.That(Next(Card(Claire), Card(Claire) with { At = Now + Cadence - 1 }), Is.Null);
        Assert.That(Next(Card(Claire), Card(Claire) with { At = Now + Cadence }), Is.EqualTo(new Occasion(HoldKind.Refresh, false)));
    }

    [Test]
    public void A_change_of_name_is_on_record_and_of_place_or_range_is_not()
    {
        Assert.That(Next(Card(Claire), Card(Arnaud)), Is.EqualTo(new Occasion(HoldKind.Renamed, true)));
        Assert.That(Next(Card(Claire), Card(null)), Is.EqualTo(new Occasion(HoldKind.Renamed, true)));
        Assert.That(Next(Card(null), Card(Claire)), Is.EqualTo(new Occasion(HoldKind.First, true)), "nobody had been named");
        Assert.That(Next(Card(Claire), Card(Claire) with { Place = 1 }), Is.EqualTo(new Occasion(HoldKind.First, false)));
        Assert.That(Next(Card(null), Card(null) with { ToMinutes = 5 }), Is.EqualTo(new Occasion(HoldKind.Team, false)));
    }

    [Test]
    public void Longer_than_said_is_an_apology_on_record_once()
    {
        var longer = Range with { FromMinutes = 5, ToMinutes = 10, LongerThanSaid = true };

        Assert.That(CardRules.Next(new CardState(Card(Claire), Range), Card(Claire) with { ToMinutes = 10 }, longer, false, Cadence), Is.EqualTo(new Occasion(HoldKind.Longer, true)));
        Assert.That(CardRules.Next(new CardState(Card(Claire) with { ToMinutes = 10 }, longer), Card(Claire) with { ToMinutes = 10 }, longer, false, Cadence), Is.Null);
    }

    [Test]
    public void Nobody_here_and_closed_are_said_once_and_who_comes_afterwards_is_a_first_word()
    {
        var nobody = Card(null) with { Doing = AgentDoing.NobodyHere };
        Assert.That(Next(Card(Claire), nobody), Is.EqualTo(new Occasion(HoldKind.Nobody, true)));
        Assert.That(Next(nobody, nobody with { Place = 1 }), Is.EqualTo(new Occasion(HoldKind.Nobody, false)), "the place moves all the same");
        Assert.That(Next(nobody, nobody with { At = Now + 10 * Cadence }), Is.Null);
        Assert.That(Next(nobody, Card(Claire)), Is.EqualTo(new Occasion(HoldKind.First, true)));

        var closed = CardRules.Closed(Now + 3_600_000, Now);
        Assert.That(Next(null, closed), Is.EqualTo(new Occasion(HoldKind.Closed, true)));
        Assert.That(Next(closed, closed with { At = Now + Cadence }), Is.Null);
        Assert.That(Next(closed, CardRules.Closed(Now + 7_200_000, Now)), Is.EqualTo(new Occasion(HoldKind.Closed, true)), "another time than was said");
    }

    [Test]
    public void Finishing_is_said_when_it_begins_not_taken_back_at_once_and_taken_back_when_it_was_too_soon()
    {
        Person? Who(long id) => Claire;
        WaitingCard After(WaitingCard? before, float seconds) => CardRules.Card(
            before, new Wait(7, new Need(null, "en"), 1, 1, [1], 0, WaitDistribution.Of(Enumerable.Repeat(seconds, 20))), Range, Who, Now);

        var finishing = After(Card(Claire), 60);
        Assert.That(Next(After(null, 200), finishing), Is.EqualTo(new Occasion(HoldKind.Finishing, false)));
        Assert.That(After(finishing, 120).Doing, Is.EqualTo(AgentDoing.Finishing));
        Assert.That(After(Card(Claire), 120).Doing, Is.EqualTo(AgentDoing.WithAnother));
        Assert.That(Next(finishing, After(finishing, 300)), Is.EqualTo(new Occasion(HoldKind.First, false)));
    }

    [Test]
    public void Who_waits_for_notes_to_be_finished_is_told_so_and_told_otherwise_when_they_are()
    {
        var wait = new Wait(7, new Need(null, "en"), 2, 1, [1], 0, WaitDistribution.Of(Enumerable.Repeat(40f, 20)), WrapUp: true);
        var notes = CardRules.Card(null, wait, Range, _ => Claire, Now);

        Assert.That(notes.Doing, Is.EqualTo(AgentDoing.WrappingUp));
        Assert.That(Next(Card(Claire), notes), Is.EqualTo(new Occasion(HoldKind.WrappingUp, false)));
        Assert.That(Next(Card(Claire) with { Doing = AgentDoing.Finishing }, notes), Is.EqualTo(new Occasion(HoldKind.WrappingUp, false)));
        Assert.That(Next(notes, notes), Is.Null);
        Assert.That(Next(notes, Card(Claire)), Is.EqualTo(new Occasion(HoldKind.First, false)), "she took another conversation");
        Assert.That(CardRules.Card(null, wait with { Eligible = [] }, null, _ => Claire, Now).Doing, Is.EqualTo(AgentDoing.NobodyHere));
    }

    [Test]
    public void Other_ways_appear_without_a_word()
    {
        var offered = Card(Claire) with { Alternatives = [ChannelKind.Email] };
        Assert.That(Next(Card(Claire), offered), Is.EqualTo(new Occasion(HoldKind.First, false)));
        Assert.That(Next(offered, offered), Is.Null);
    }

    [Test]
    public void The_card_tells_who_what_place_and_range_and_never_below_a_minute()
    {
        Person? Who(long id) => id == 1 ? Claire : Arnaud;
        var soon = WaitDistribution.Of(Enumerable.Repeat(5f, 20));
        var wait = new Wait(7, new Need(null, "en"), 1, Reserved: 1, Eligible: [1, 2], Overtaken: 0, soon);
        var card = CardRules.Card(null, wait, Announcements.Next(null, soon, 0.9, Now), Who, Now);

        Assert.That((card.Agent, card.Doing, card.Place, card.Team.Count), Is.EqualTo((Claire, AgentDoing.Finishing, 1, 0)));
        Assert.That(card.ToMinutes, Is.GreaterThanOrEqualTo(1));
        var behind = CardRules.Card(null, wait with { Place = 4, Reserved = null }, null, Who, Now);
        Assert.That((behind.Agent, behind.Doing, behind.FromMinutes), Is.EqualTo(((Person?)null, AgentDoing.WithAnother, (int?)null)));
        Assert.That(behind.Team, Is.EqualTo(new[] { Claire, Arnaud }));
        Assert.That(CardRules.Card(null, wait with { Eligible = [], Reserved = null, Times = null }, null, Who, Now).Doing, Is.EqualTo(AgentDoing.NobodyHere));
    }

    private static WaitingCard Card(Person? agent) => new(agent, AgentDoing.WithAnother, agent is null ? [Claire, Arnaud] : [], 2, 3, 6, Now);

    private static Occasion? Next(WaitingCard? before, WaitingCard now) =>
        CardRules.Next(before is null ? null : new CardState(before, Range), now, Range, returned: false, Cadence);
}
