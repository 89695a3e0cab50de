using System.Globalization;
using NUnit.Framework;
using SupportHub.AgentsWeb.Composer;
using SupportHub.AgentsWeb.Connection;
using SupportHub.AgentsWeb.Conversations;
using SupportHub.AgentsWeb.Notices;
using SupportHub.AgentsWeb.Queue;
using SupportHub.AgentsWeb.Strings;
using SupportHub.Shared;

namespace SupportHub.Unit.Agents.Web;

public sealed class WordingTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private static readonly long Now = new DateTimeOffset(2026, 11, 23, 14, 38, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    [TestCase("fr-FR", 0, "15:38")]
    [TestCase("fr-FR", 20, "3 nov.")]
    [TestCase("en-GB", 20, "3 Nov")]
    [TestCase("en-US", 20, "Nov 3")]
    public void A_time_is_written_as_the_reader_writes_it(string culture, int daysAgo, string written) =>
        Assert.That(Times.Brief(Now - daysAgo * 86_400_000L, Now, CultureInfo.GetCultureInfo(culture), Paris), Is.EqualTo(written));

    [TestCase("fr-FR", 1, "Hier")]
    [TestCase("fr-FR", 20, "mardi 3 novembre")]
    [TestCase("en-US", 20, "Tuesday, November 3")]
    [TestCase("en-US", 400, "Sunday, October 19, 2025")]
    public void A_day_is_named_as_the_reader_names_it(string culture, int daysAgo, string written) =>
        Assert.That(
            Times.Day(Now - daysAgo * 86_400_000L, Now, culture == "fr-FR" ? new Fr() : new En(), CultureInfo.GetCultureInfo(culture), Paris),
            Is.EqualTo(written));

    [Test]
    public void What_ticks_counts_hours_only_when_there_are_some() =>
        Assert.That((Times.Span(220_000), Times.Span(3_729_000), Times.Span(-5)), Is.EqualTo(("3:40", "1:02:09", "0:00")));

    [Test]
    public void No_refusal_is_without_a_sentence_in_either_language()
    {
        foreach (var code in Enum.GetValues<RefusalCode>())
            Assert.That((new Fr().Refusal(code), new En().Refusal(code)), Is.Not.EqualTo(("", "")), $"{code}");
    }

    [Test]
    public void A_canned_reply_greets_nobody_by_no_name()
    {
        var filled = CannedRules.Fill("Bonjour {customer}, je suis {agent}, de {site}.", new CannedValues("", "Claire", "", "Hébergeur du Rhin"));
        Assert.That(filled, Is.EqualTo("Bonjour, je suis Claire, de Hébergeur du Rhin."));
    }

    [Test]
    public void Canned_replies_in_the_customers_language_come_first()
    {
        CannedReply[] all = [new(1, "bye", "Bye", "en", ""), new(2, "byefr", "Au revoir", "fr", ""), new(3, "other", "Other", null, "bye")];
        Assert.That(CannedRules.Find(all, "bye", "fr-CA").Select(r => r.Id), Is.EqualTo(new long[] { 2, 3, 1 }));
    }

    [Test]
    public void Who_answers_a_topic_is_named_until_somebody_is_reserved()
    {
        Person[] team = [new(1, "Claire", null, Pronoun.She), new(2, "Arnaud", null, Pronoun.He), new(3, "Léa", null, Pronoun.She)];
        var card = new WaitingCard(null, AgentDoing.WithAnother, team, 4, null, null, 0);
        Assert.That(QueueSentences.Who(card, new Fr(), Now, CultureInfo.GetCultureInfo("fr-FR"), Paris), Is.EqualTo("attend Claire, Arnaud ou Léa"));
    }

    [TestCase(2, "fermé, ouvre à 17:38")]
    [TestCase(18, "fermé, ouvre demain à 09:38")]
    [TestCase(64, "fermé, ouvre jeudi à 07:38")]
    [TestCase(400, "fermé, ouvre jeudi 10 décembre à 07:38")]
    public void Where_it_is_closed_the_queue_says_when_it_opens(int hours, string said)
    {
        var card = new WaitingCard(null, AgentDoing.Closed, [], 1, null, null, 0, OpensAt: Now + hours * 3_600_000L);
        Assert.That(QueueSentences.Who(card, new Fr(), Now, CultureInfo.GetCultureInfo("fr-FR"), Paris), Is.EqualTo(said));
    }

    [Test]
    public void A_place_in_the_line_is_an_ordinal() =>
        Assert.That((new Fr().Place(1), new Fr().Place(2), new En().Place(3), new En().Place(11), new En().Place(21)), Is.EqualTo(("1re", "2e", "3rd", "11th", "21st")));

    [TestCase("Marc Lemoine", "Marc")]
    [TestCase("M. Dupont", "M. Dupont")]
    [TestCase("Li Na", "Li Na")]
    public void A_line_speaks_of_people_by_first_name_where_there_is_one(string name, string spoken) =>
        Assert.That(Names.Short(name), Is.EqualTo(spoken));

    [TestCase(0, 0.0, 200)]
    [TestCase(0, 1.0, 400)]
    [TestCase(30, 1.0, 15_000)]
    public void Nobody_waits_longer_than_fifteen_seconds_between_two_tries(int attempt, double chance, double milliseconds) =>
        Assert.That(Backoff.Wait(attempt, chance).TotalMilliseconds, Is.EqualTo(milliseconds));

    [Test]
    public void The_bell_rings_for_what_is_mine_and_new()
    {
        var before = Line(agent: 9, unread: 0);
        Assert.That(BellRules.Decide(before, Line(agent: 3, unread: 0), 3, Presence.Online), Is.EqualTo(Ring.NewForMe));
        Assert.That(BellRules.Decide(Line(agent: 3, unread: 0), Line(agent: 3, unread: 1), 3, Presence.Online), Is.EqualTo(Ring.Message));
        Assert.That(BellRules.Decide(Line(agent: 3, unread: 1), Line(agent: 3, unread: 1), 3, Presence.Online), Is.EqualTo(Ring.Silent));
        Assert.That(BellRules.Decide(Line(agent: 9, unread: 0), Line(agent: 9, unread: 1), 3, Presence.Online), Is.EqualTo(Ring.Silent));
    }

    private static ConversationSummary Line(long agent, int unread) =>
        new(1, 1, null, ConversationStatus.Assigned, agent, null, "fr", 1, 0, unread, null, AuthorKind.Visitor, 0, 0, null, null, true, null, 0);
}
