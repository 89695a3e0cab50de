using NUnit.Framework;
using SupportHub.AgentsWeb.Settings.Hours;
using SupportHub.Shared;

namespace SupportHub.Unit.Agents.Web;

public sealed class HoursDraftTests
{
    private static readonly HoursPlan Plan = new(
        "Europe/Paris", "FR",
        [new(4, "Office", [[new(540, 720), new(840, 1440)], [new(1320, 1560)], [], [], [], [], [new(0, 1440)]])],
        [new("2026-12-24", [new(540, 720)])],
        [new(11, ChannelKind.Email, true, 4, 240), new(null, ChannelKind.Chat, false, null, null)]);

    [Test]
    public void What_was_not_touched_is_written_as_it_was_read()
    {
        var written = HoursDraft.Of(Plan, [11]).ToPlan();

        Assert.That(written.Schedules![0].Days!.SelectMany(d => d!), Is.EqualTo(Plan.Schedules![0].Days!.SelectMany(d => d!)));
        Assert.That(written.Exceptions![0].Spans, Is.EqualTo(Plan.Exceptions![0].Spans));
        Assert.That(written.Channels, Is.EqualTo(new TopicChannel[]
        {
            new(11, ChannelKind.Chat, true, null, null), new(11, ChannelKind.Email, true, 4, 240), new(11, ChannelKind.Phone, false, null, null),
            new(null, ChannelKind.Chat, false, null, null), new(null, ChannelKind.Email, false, null, null), new(null, ChannelKind.Phone, false, null, null),
        }));
    }

    [Test]
    public void A_day_is_copied_whole_and_stays_its_own()
    {
        var week = HoursDraft.Of(Plan, []).Schedules[0];
        week.Copy(0, Enumerable.Range(0, 5));
        week.Days[0][0].To = new TimeOnly(11, 0);

        Assert.That(week.Days.Take(5).Select(d => d.Count), Is.All.EqualTo(2));
        Assert.That(week.Days[4][0].ToSpan(), Is.EqualTo(new HoursSpan(540, 720)));
        Assert.That(week.Days[6].Single().ToSpan(), Is.EqualTo(new HoursSpan(0, 1440)));
    }

    [Test]
    public void An_email_that_is_offered_for_the_first_time_promises_four_hours_and_hours_in_use_are_known()
    {
        Assert.That(
            HoursDraft.Of(Plan with { Channels = [] }, [11], mailAvailable: true).ToPlan().Channels!.Single(c => c is { TopicId: 11, Channel: ChannelKind.Email }).Offered,
            "saving must not turn off what is offered without being set");
        var draft = HoursDraft.Of(Plan with { Channels = [] }, [11]);
        draft.AddSchedule("Evenings");
        var email = draft.Of(11).Single(c => c.Channel == ChannelKind.Email);
        email.Choice = "5";

        Assert.That((email.Offered, email.ScheduleId, email.AnswerMinutes), Is.EqualTo((true, (int?)5, (int?)240)));
        Assert.That(draft.Schedules.Select(draft.IsUsed), Is.EqualTo(new[] { false, true }));
        email.Choice = "no";
        Assert.That(email.Choice, Is.EqualTo("no"));
    }
}
