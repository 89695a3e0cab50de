using NUnit.Framework;
using SupportHub.AgentsWeb.Settings.Routing;
using SupportHub.Shared;

namespace SupportHub.Unit.Agents.Web;

public sealed class HoldDraftsTests
{
    private static readonly HoldSlot Everywhere = new(HoldKind.Refresh, null, "fr");
    private static readonly HoldSlot Domains = new(HoldKind.Refresh, 11, "fr");

    [Test]
    public void What_was_typed_in_one_place_is_still_there_after_a_look_at_another()
    {
        var drafts = Drafts();
        drafts.Type(Domains, "Pour les domaines");

        Assert.That((drafts.Text(Everywhere), drafts.Text(Domains), drafts.Any), Is.EqualTo(("Mots de SupportHub", "Pour les domaines", true)));
    }

    [Test]
    public void A_topic_begins_with_the_words_for_all_topics()
    {
        var drafts = Drafts(new HoldMessage(HoldKind.Refresh, null, "fr", "Pour tous"));

        Assert.That((drafts.Text(Domains), drafts.Source(Domains)), Is.EqualTo(("Pour tous", HoldSource.Site)));
        Assert.That((drafts.Source(Everywhere), drafts.Source(Everywhere with { Kind = HoldKind.First })), Is.EqualTo((HoldSource.Own, HoldSource.BuiltIn)));
    }

    [Test]
    public void Back_to_the_words_that_are_said_anyway_takes_the_own_ones_back()
    {
        var drafts = Drafts(new HoldMessage(HoldKind.Refresh, null, "fr", "Pour tous"), new HoldMessage(HoldKind.Refresh, 11, "fr", "Pour les domaines"));
        drafts.Type(Domains, drafts.Inherited(Domains));

        Assert.That(drafts.Edits.Select(e => e.Edit), Is.EqualTo(new[] { new HoldEdit(HoldKind.Refresh, 11, "fr", "") }));
    }

    [Test]
    public void Typing_what_is_there_already_is_no_change()
    {
        var drafts = Drafts();
        drafts.Type(Everywhere, "Autres mots");
        drafts.Type(Everywhere, "Mots de SupportHub");

        Assert.That(drafts.Any, Is.False);
    }

    [Test]
    public void What_is_saved_is_no_draft_any_more_and_the_rest_stays_one()
    {
        var drafts = Drafts();
        drafts.Type(Everywhere, "Pour tous");
        drafts.Type(Domains, "Pour les domaines");
        drafts.Keep(Everywhere, Settings(new HoldMessage(HoldKind.Refresh, null, "fr", "Pour tous")));

        Assert.That(drafts.Edits.Select(e => e.Slot), Is.EqualTo(new[] { Domains }));
        Assert.That(drafts.Text(Everywhere), Is.EqualTo("Pour tous"));
    }

    [Test]
    public void Every_occasion_and_placeholder_has_its_words_in_both_languages()
    {
        foreach (var texts in new[] { RoutingTexts.French, RoutingTexts.English })
        {
            Assert.That(texts.Kinds.Keys, Is.EquivalentTo(Enum.GetValues<HoldKind>()));
            Assert.That(texts.Placeholders.Keys, Is.SupersetOf(Enum.GetValues<HoldKind>().SelectMany(SupportHub.Routing.Holds.HoldPlaceholders.For).Distinct()));
        }
    }

    [Test]
    public void What_is_no_number_is_left_to_the_server_to_refuse_and_nothing_means_never()
    {
        var draft = new RoutingDraft(new SiteRouting(new SiteWaiting(120, false, 60, 5, 15, 60, 80, 8, 45), [new TopicRouting(11, RoutingMode.Ring, 20, 1)]))
        {
            Cadence = "soon", AlternativesAfter = " ", AlternativesOver = "1.5",
        };
        draft.Topic(11)!.Priority = "2";

        var edit = draft.ToEdit([11, 12]);

        Assert.That(edit.Waiting, Is.EqualTo(new SiteWaiting(120, false, -1, null, -1, 60, 80, 8, 45)));
        Assert.That(edit.Topics, Is.EqualTo(new[] { new TopicRouting(11, RoutingMode.Ring, 20, 2) }));
    }

    private static HoldDrafts Drafts(params HoldMessage[] own) => new(Settings(own));

    private static HoldSettings Settings(params HoldMessage[] own) => new(own, [new HoldDefault(HoldKind.Refresh, "fr", "Mots de SupportHub", ["agent"])]);
}
