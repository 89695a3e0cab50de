using NUnit.Framework;
using SupportHub.Shared;
using SupportHub.Sites.Hours;
using SupportHub.Wording;
using static SupportHub.Unit.Sites.Hours.Given;

namespace SupportHub.Unit.Sites.Hours;

public sealed class HoursRulesTests
{
    [TestCase(9, 12, 11, 14, "Monday: 09:00–12:00 and 11:00–14:00 overlap.")]
    [TestCase(14, 11, 15, 16, "Monday: 14:00–11:00 ends before it begins. If it goes past midnight, tick “next day”.")]
    [TestCase(9, 9, 15, 16, "Monday: 09:00–09:00 ends before it begins. If it goes past midnight, tick “next day”.")]
    [TestCase(9, 34, 10, 11, "Monday: 09:00–10:00 is longer than a whole day.")]
    [TestCase(9, 12, 22, 34, "Monday: 22:00–10:00 lasts into 09:00–12:00 of the next day.")]
    public void Spans_that_cannot_be_are_refused_with_a_sentence_that_names_them(double from, double to, double from2, double to2, string sentence)
    {
        var faults = HoursRules.Check(Plan(schedules: [Office(Span(from, to), Span(from2, to2))]), []);

        Assert.That(faults[0].Field, Is.EqualTo("schedules.0.0"));
        Assert.That(FaultWords.Say(faults[0], "en"), Is.EqualTo(sentence));
    }

    [Test]
    public void The_sentence_is_in_the_readers_language_and_names_the_date_of_an_exception()
    {
        var faults = HoursRules.Check(Plan(exceptions: [new("2026-12-24", [Span(9, 12), Span(10, 14)])]), []);

        Assert.That(FaultWords.Say(faults.Single(), "fr"), Is.EqualTo("24 décembre 2026 : 09:00–12:00 et 10:00–14:00 se chevauchent."));
        Assert.That(faults.Single().Field, Is.EqualTo("exceptions.0"));
    }

    [Test]
    public void Spans_may_touch_nights_may_pass_midnight_and_a_whole_day_is_allowed()
    {
        var plan = Plan(
            holidays: "FR-AM",
            schedules: [Office(Span(6, 9), Span(9, 12), Span(22, 30)), new(2, "Always", EveryDay(Span(0, 24)))],
            exceptions: [new("2026-12-24", [])],
            channels: [new(11, ChannelKind.Email, true, 2, 240), new(null, ChannelKind.Chat, true, null, null)]);

        Assert.That(HoursRules.Check(plan, [11]), Is.Empty);
    }

    [Test]
    public void Whatever_refers_to_nothing_is_refused_at_its_field()
    {
        var plan = Plan(
            zone: "Europe/Strasbourg", holidays: "XX",
            schedules: [new(1, " ", EveryDay(Closed)), new(2, "Six days", [])],
            exceptions: [new("2026-02-30", []), new("2026-12-24", []), new("2026-12-24", [])],
            channels: [new(12, ChannelKind.Chat, true, null, null), new(11, ChannelKind.Chat, true, 9, null), new(11, ChannelKind.Email, true, null, 0)]);

        Assert.That(HoursRules.Check(plan, [11]).Select(f => f.Field), Is.EquivalentTo(new[]
        {
            "timeZone", "holidays", "schedules.0.name", "schedules.1", "exceptions.0", "exceptions.2", "channels.0", "channels.1", "channels.2",
        }));
    }
}
