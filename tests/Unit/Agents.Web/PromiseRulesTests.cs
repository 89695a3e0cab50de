using NUnit.Framework;
using SupportHub.AgentsWeb.Queue;
using SupportHub.AgentsWeb.Strings;
using SupportHub.Shared;

namespace SupportHub.Unit.Agents.Web;

public sealed class PromiseRulesTests
{
    private static readonly Person Claire = new(3, "Claire", null, Pronoun.She);

    [Test]
    public void While_a_customer_waits_the_card_is_what_was_promised()
    {
        var card = new WaitingCard(Claire, AgentDoing.WithAnother, [], 2, 3, 6, 60_000, Text: "Claire va vous répondre.");
        var promise = PromiseRules.Standing(Line(ConversationStatus.Waiting, card), [Hold(1, HoldKind.First)]);
        Assert.That(promise, Is.EqualTo(new Promise(Claire, 2, 3, 6, 60_000, "Claire va vous répondre.")));
        Assert.That(promise!.DueAt, Is.EqualTo(420_000));
    }

    [Test]
    public void Just_assigned_the_agent_still_sees_what_was_said_last_until_they_write()
    {
        var assigned = Line(ConversationStatus.Assigned, null);
        Entry[] told = [Hold(1, HoldKind.First), Hold(2, HoldKind.Longer), Hold(3, HoldKind.AnsweredByOther)];
        Assert.That(PromiseRules.Standing(assigned, told)?.At, Is.EqualTo(2));
        Assert.That(PromiseRules.Standing(assigned, [.. told, new Entry(4, EntryKind.Message, AuthorKind.Agent, 3, "Bonjour", null, 4)]), Is.Null);
        Assert.That(PromiseRules.Standing(assigned, [.. told, new Entry(4, EntryKind.Message, AuthorKind.Visitor, null, "?", null, 4)]), Is.Not.Null);
    }

    [Test]
    public void Nothing_is_promised_in_a_resolved_conversation() =>
        Assert.That(PromiseRules.Standing(Line(ConversationStatus.Resolved, null), [Hold(1, HoldKind.First)]), Is.Null);

    [TestCase("declined", 3, "Vous avez décliné · En pause")]
    [TestCase("declined", 9, "Claire a décliné · En pause")]
    [TestCase("unanswered", 9, "Claire n’a pas répondu à la sonnerie · En pause")]
    [TestCase("connection-lost", 9, "Claire n’est plus joignable · En pause")]
    [TestCase("something-new", 9, "La sonnerie s’est arrêtée · En pause")]
    public void An_offer_that_ended_says_how(string reason, long me, string said)
    {
        var entry = new Entry(1, EntryKind.OfferEnded, AuthorKind.System, null, "En pause", new EntryDetail { Agent = Claire, Reason = reason }, 0);
        Assert.That(new Fr().Event(entry, me, _ => null, _ => null), Is.EqualTo(said));
    }

    [Test]
    public void Every_occasion_has_words_of_its_own()
    {
        foreach (var t in new Texts[] { new Fr(), new En() })
            Assert.That(Enum.GetValues<HoldKind>().Select(kind => t.Occasion(kind)), Is.Unique.And.All.Not.EqualTo(t.ToldHeading));
    }

    private static Entry Hold(int seq, HoldKind kind) =>
        new(seq, EntryKind.Hold, AuthorKind.System, null, $"{kind}", new EntryDetail { Hold = kind, Agent = Claire, Place = 1, FromMinutes = 2, ToMinutes = 4 }, seq);

    private static ConversationSummary Line(ConversationStatus status, WaitingCard? card) =>
        new(1, 1, null, status, null, null, "fr", 1, 0, 0, null, AuthorKind.Visitor, 0, 0, null, card, true, null, 0);
}
