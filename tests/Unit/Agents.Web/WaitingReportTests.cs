using System.Globalization;
using CsCheck;
using NUnit.Framework;
using SupportHub.AgentsWeb.Presence;
using SupportHub.AgentsWeb.Reports;
using SupportHub.Shared;

namespace SupportHub.Unit.Agents.Web;

public sealed class WaitingReportTests
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    [TestCase(null, "–")]
    [TestCase(0.4, "0 s")]
    [TestCase(59.5, "1 min")]
    [TestCase(400.0, "6 min 40 s")]
    [TestCase(3_905.0, "1 h 05")]
    public void A_span_is_read_without_counting(double? seconds, string read) => Assert.That(WaitFormat.Span(seconds), Is.EqualTo(read));

    [Test]
    public void A_bias_says_its_direction() =>
        Assert.That((WaitFormat.Signed(23), WaitFormat.Signed(-60)), Is.EqualTo(("+ 23 s", "− 1 min")));

    [Test]
    public void A_percentage_is_written_as_the_reader_writes_it()
    {
        Assert.That(WaitFormat.Percent(82.4, English), Is.EqualTo("82%"));
        Assert.That(WaitFormat.Percent(82.4, French), Does.Match(@"^82\s%$"));
        Assert.That(WaitFormat.Percent(null, French), Is.EqualTo("–"));
    }

    [Test]
    public void Who_left_is_a_share_of_all_whose_wait_ended()
    {
        Assert.That(WaitFormat.AbandonedPercent(Figures(answered: 3, left: 1)), Is.EqualTo(25));
        Assert.That(WaitFormat.AbandonedPercent(Figures(answered: 0, left: 0)), Is.Null);
    }

    [Test]
    public void Now_counts_who_waits_at_an_open_door_and_who_could_begin_at_once()
    {
        ConversationSummary[] queue = [Waits(1, 500, AgentDoing.WithAnother), Waits(1, 400, AgentDoing.NobodyHere), Waits(1, 100, AgentDoing.Closed), Waits(2, 50, AgentDoing.WithAnother)];
        AgentStatus[] agents = [Agent(Presence.Online, load: 1), Agent(Presence.Online, load: 5), Agent(Presence.Finishing, load: 1), Agent(Presence.Online, load: 0) with { Connected = false }];
        Assert.That(LiveRules.Now(queue, agents, site: 1, Now), Is.EqualTo(new WaitingNow(2, 400, 2, 2)));
        Assert.That(LiveRules.Now([], agents, site: null, Now).LongestSince, Is.Null);
    }

    [Test]
    public void A_place_in_which_the_last_chat_is_written_up_is_free_when_its_time_is_over_though_nothing_is_pushed()
    {
        var agent = Agent(Presence.Online, load: 1) with { WrapUps = [Now + 5_000, Now + 20_000] };

        Assert.That(new[] { Now, Now + 5_000, Now + 20_000 }.Select(now => WrapUpRules.FreePlaces(agent, now)), Is.EqualTo(new[] { 0, 1, 2 }));
        Assert.That((WrapUpRules.Until(agent, Now + 6_000), WrapUpRules.Until(agent, Now + 20_000)), Is.EqualTo(((long?)(Now + 20_000), (long?)null)));
    }

    [TestCase(120.0, Outcome.Within)]
    [TestCase(360.0, Outcome.Within)]
    [TestCase(360.1, Outcome.Later)]
    [TestCase(119.9, Outcome.Sooner)]
    public void A_wait_is_held_against_its_announced_range(double waited, Outcome outcome) =>
        Assert.That(ScatterRules.Of(new AnnouncedWait(0, null, 2, 6, waited)), Is.EqualTo(outcome));

    /// <summary>Every mark lies on the sheet, longer waits never lower, and as announced is on the diagonal.</summary>
    [Test]
    public void The_plot_holds_every_wait() =>
        Gen.Select(Gen.Int[0, 120], Gen.Int[0, 120], Gen.Double[0, 10_000]).Array[1, 50].Sample(drawn =>
        {
            AnnouncedWait[] points = [.. drawn.Select(d => new AnnouncedWait(0, null, Math.Min(d.Item1, d.Item2), Math.Max(d.Item1, d.Item2), d.Item3))];
            var top = ScatterRules.Top(points);
            var heights = points.OrderBy(p => p.WaitedSeconds).Select(p => ScatterRules.At(p.WaitedSeconds / 60, top)).ToList();
            var ticks = ScatterRules.Ticks(top);
            return points.All(p => p.ToMinutes <= top && p.WaitedSeconds / 60 <= top)
                && heights.SequenceEqual(heights.Order()) && heights[0] >= 0 && heights[^1] <= 100
                && ticks[0] == top && ticks.Zip(ticks.Skip(1)).All(pair => ScatterRules.At(pair.First, top) - ScatterRules.At(pair.Second, top) >= 6);
        });

    [Test]
    public void The_file_is_what_the_readers_spreadsheet_expects()
    {
        var figures = Figures(answered: 3, left: 1) with { MeanSeconds = 171.5 };
        var french = Lines(new ReportFrench(), "A; \"B\"", figures, French);
        Assert.That(french[1], Does.StartWith("\"A; \"\"B\"\"\";3;1;;171,5;"));
        var english = Lines(new ReportEnglish(), "=cmd|' /C calc'!A0", figures, English);
        Assert.That(english[1], Does.StartWith("'=cmd|' /C calc'!A0,3,1,,171.5,"));
        Assert.That(english[0].Split(','), Has.Length.GreaterThanOrEqualTo(12));
    }

    private static string[] Lines(ReportTexts t, string by, WaitFigures figures, CultureInfo culture) => WaitCsv.Of(t, [(by, figures)], culture).Split("\r\n");

    private static WaitFigures Figures(int answered, int left) => new(answered, left, null, null, null, 0, null);

    private static ConversationSummary Waits(long site, long since, AgentDoing doing) =>
        new(since, site, null, ConversationStatus.Waiting, null, null, "fr", 1, 0, 0, null, AuthorKind.Visitor, 0, since, since, new WaitingCard(null, doing, [], 1, null, null, 0), true, null, 0);

    private const long Now = 1_790_000_000_000;

    private static AgentStatus Agent(Presence presence, int load) => new(new Person(1, "Claire", null, Pronoun.She), Role.Agent, presence, true, 3, load);
}
