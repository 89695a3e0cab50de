using NUnit.Framework;
using SupportHub.AgentsWeb.Calls;
using SupportHub.AgentsWeb.Calls.Board;
using SupportHub.Shared;

namespace SupportHub.Unit.Agents.Web.Calls;

public sealed class BoardRulesTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [TestCase("2026-11-28T22:59:00Z", 0, "2026-11-27T23:00:00Z", 24)]
    [TestCase("2026-11-28T23:00:00Z", 0, "2026-11-28T23:00:00Z", 24)]
    [TestCase("2026-11-28T22:59:00Z", 1, "2026-11-28T23:00:00Z", 24)]
    [TestCase("2026-10-25T10:00:00Z", 0, "2026-10-24T22:00:00Z", 25, Description = "the clock goes back")]
    [TestCase("2026-03-28T10:00:00Z", 1, "2026-03-28T23:00:00Z", 23, Description = "the clock goes forward")]
    public void A_day_is_the_agents_own(string now, int ahead, string from, int hours)
    {
        var day = BoardRules.Day(Ms(now), ahead, Paris);
        Assert.That((day.From, (day.Until - day.From) / 3_600_000), Is.EqualTo((Ms(from), hours)));
    }

    [Test]
    public void A_day_whose_midnight_the_clock_skips_begins_when_it_begins()
    {
        var cairo = TimeZoneInfo.FindSystemTimeZoneById("Africa/Cairo");
        Assert.That(BoardRules.Day(Ms("2026-04-24T10:00:00Z"), 0, cairo).From, Is.EqualTo(Ms("2026-04-23T22:00:00Z")));
    }

    [Test]
    public void The_customers_clock_is_shown_where_it_differs()
    {
        var at = Ms("2026-11-28T09:00:00Z");
        Assert.That(BoardRules.Elsewhere("America/New_York", at, Paris)?.City, Is.EqualTo("New York"));
        Assert.That(BoardRules.Elsewhere("Europe/Berlin", at, Paris), Is.Null);
        Assert.That(BoardRules.Elsewhere("Nowhere/Land", at, Paris), Is.Null);
        Assert.That(BoardRules.Elsewhere(null, at, Paris), Is.Null);
    }

    [Test]
    public void Chats_are_no_reason_to_read_the_board_again()
    {
        Assert.That(BoardRules.Concerns(Line, Line with { Head = 9 }), Is.False);
        Assert.That(BoardRules.Concerns(null, Call), Is.True);
        Assert.That(BoardRules.Concerns(Call, Line), Is.True, "not any more");
        Assert.That(BoardRules.Concerns(Line with { Called = CallOutcome.Reached }, Line with { Called = CallOutcome.Voicemail }), Is.True, "corrected");
    }

    [Test]
    public void After_the_call_the_next_step_is_offered_to_whoever_has_it()
    {
        var over = Line with { Called = CallOutcome.Reached };
        Assert.That(CallStanding.NeedsNext(over, me: 1), Is.True);
        Assert.That(CallStanding.NeedsNext(over, me: 2), Is.False);
        Assert.That(CallStanding.NeedsNext(over with { Channel = ChannelKind.Phone }, me: 1), Is.False, "called again");
        Assert.That(CallStanding.NeedsNext(over with { Status = ConversationStatus.Resolved }, me: 1), Is.False);
        Assert.That(CallStanding.NeedsNext(Line, me: 1), Is.False);
    }

    [TestCase("2026-11-28T10:00:00Z", "2026-11-28T11:15:00")]
    [TestCase("2026-11-28T10:05:00Z", "2026-11-28T11:15:00")]
    [TestCase("2026-11-28T22:55:00Z", "2026-11-29T00:15:00")]
    public void A_time_is_suggested_that_can_be_kept(string now, string suggested)
    {
        var at = CallStanding.Suggested(Ms(now), Paris);
        Assert.That(at, Is.EqualTo(DateTime.Parse(suggested, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.That(CallStanding.Read(at.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture), Paris), Is.GreaterThanOrEqualTo(Ms(now) + 600_000));
    }

    [TestCase("")]
    [TestCase(null)]
    [TestCase("2026-03-29T02:30", Description = "skipped by the clock")]
    public void What_is_no_time_is_none(string? typed) => Assert.That(CallStanding.Read(typed, Paris), Is.Null);

    private static readonly ConversationSummary Line = new(1, 1, null, ConversationStatus.Assigned, 1, null, "fr", 1, 0, 0, null, AuthorKind.Visitor, 0, 0, null, null, true, null, 0);

    private static readonly ConversationSummary Call = Line with { Status = ConversationStatus.Waiting, AgentId = null, Channel = ChannelKind.Phone };

    private static long Ms(string at) => DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();
}
