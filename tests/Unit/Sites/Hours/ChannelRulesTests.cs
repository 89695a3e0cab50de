using NUnit.Framework;
using SupportHub.Shared;
using SupportHub.Sites.Hours;
using static SupportHub.Unit.Sites.Hours.Given;

namespace SupportHub.Unit.Sites.Hours;

public sealed class ChannelRulesTests
{
    private const long Hosting = 11;
    private const long Billing = 12;

    private static readonly SiteHours Hours = new(Plan(
        schedules: [Office(Span(9, 12), Span(14, 18)), new(2, "Never", EveryDay(Closed))],
        channels:
        [
            new(Hosting, ChannelKind.Chat, false, null, null), new(Hosting, ChannelKind.Email, true, 1, 240), new(Hosting, ChannelKind.Phone, true, 1, null),
            new(Billing, ChannelKind.Chat, true, 1, null), new(null, ChannelKind.Chat, true, 2, null),
        ]));

    [Test]
    public void Hosting_is_handled_by_email_within_four_hours()
    {
        var email = Now(Hosting, "2026-11-24 09:30", _ => true).Single(c => c.Channel == ChannelKind.Email);

        Assert.That(email, Is.EqualTo(new ChannelNow(ChannelKind.Email, true, null, Paris("2026-11-24 12:00"), 240, Paris("2026-11-24 15:30"))));
        Assert.That(Now(Hosting, "2026-11-24 09:30", _ => true).Select(c => c.Channel), Does.Not.Contain(ChannelKind.Chat));
    }

    [Test]
    public void What_this_server_cannot_serve_is_not_offered_but_the_companys_own_number_is()
    {
        Assert.That(Now(Hosting, "2026-11-24 09:30", c => c == ChannelKind.Chat).Select(c => c.Channel), Is.EqualTo(new[] { ChannelKind.Phone }));
        Assert.That(Now(Hosting, "2026-11-24 09:30", c => c == ChannelKind.Chat, callable: false), Is.Empty);
    }

    [Test]
    public void A_closed_chat_says_when_it_opens_and_when_that_changes()
    {
        var evening = Now(Billing, "2026-11-24 20:00", c => c == ChannelKind.Chat);

        Assert.That(evening.Single(), Is.EqualTo(new ChannelNow(ChannelKind.Chat, false, Paris("2026-11-25 09:00"), null, null, null)));
        Assert.That(ChannelRules.ChangesAt([new(Billing, evening, null), new(Hosting, Now(Hosting, "2026-11-24 20:00", _ => false), null)]), Is.EqualTo(Paris("2026-11-25 09:00")));
        Assert.That(Now(Billing, "2026-11-24 10:00", c => c == ChannelKind.Chat).Single().ClosesAt, Is.EqualTo(Paris("2026-11-24 12:00")));
    }

    [Test]
    public void A_topic_of_which_nobody_said_anything_has_chat_and_mail_day_and_night()
    {
        Assert.That(Now(99, "2026-11-24 03:00", _ => true, callable: true), Is.EqualTo(new[]
        {
            new ChannelNow(ChannelKind.Chat, true, null, null, null, null),
            new ChannelNow(ChannelKind.Email, true, null, null, 480, Paris("2026-11-24 11:00")),
        }));
        Assert.That(SiteHours.Unset(["fr", "en"]).Plan.TimeZone, Is.EqualTo("Europe/Paris"));
        Assert.That(SiteHours.Unset(["en", "fr"]).Plan.TimeZone, Is.EqualTo("UTC"));
    }

    [Test]
    public void A_message_is_read_in_the_hours_of_the_chat_else_of_the_next_way_and_never_left_for_ever()
    {
        var evening = Paris("2026-11-24 20:00");

        Assert.That(Hours.Reading(Billing, evening), Is.EqualTo(new HoursNow(Paris("2026-11-25 09:00"))));
        Assert.That(Hours.Reading(Hosting, evening), Is.EqualTo(new HoursNow(Paris("2026-11-25 09:00"))), "no chat: the hours of its e-mail");
        Assert.That(Hours.Reading(Billing, Paris("2026-11-24 10:00")).OpenNow, Is.True);
        Assert.That(Hours.Reading(null, evening).OpenNow, Is.True, "hours that never come keep nobody waiting");
    }

    private static IReadOnlyList<ChannelNow> Now(long topic, string at, Func<ChannelKind, bool> available, bool callable = true) =>
        ChannelRules.Now(Hours, topic, available, callable, Paris(at));
}
