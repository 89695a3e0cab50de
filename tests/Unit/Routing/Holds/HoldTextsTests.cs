using NUnit.Framework;
using SupportHub.Routing.Holds;
using SupportHub.Shared;

namespace SupportHub.Tests.Routing.Holds;

public sealed class HoldTextsTests
{
    private static readonly HoldTexts Texts = new(
    [
        new(HoldKind.Refresh, null, "fr", "Pour tous, {agent}."),
        new(HoldKind.Refresh, 11, "fr", "Pour les domaines, {agent}."),
        new(HoldKind.Refresh, 11, "en", "For domains, {agent}."),
    ]);

    [TestCase(11L, "fr", "Pour les domaines, Claire.")]
    [TestCase(11L, "en", "For domains, Claire.")]
    [TestCase(12L, "fr", "Pour tous, Claire.")]
    [TestCase(null, "fr", "Pour tous, Claire.")]
    [TestCase(11L, "fr-CA", "Pour les domaines, Claire.")]
    [TestCase(12L, "en", "Still Claire. Thank you for your patience.")]
    public void The_topics_words_come_before_the_sites_and_these_before_the_built_in_ones(long? topic, string language, string said) =>
        Assert.That(Texts.Say(HoldKind.Refresh, topic, language, new HoldValues { Agent = Given.Claire }), Is.EqualTo(said));

    [Test]
    public void Another_occasion_is_left_alone() => Assert.That(Texts.Own(HoldKind.First, 11, "fr"), Is.Null);

    [Test]
    public void A_preview_shows_each_pronoun_and_what_is_said_when_hardly_anything_is_known() => Assert.That(
        HoldSamples.Of(HoldKind.First, "{Pronoun} {doing}. Merci.", HoldLanguage.French, new HoldValues()).Select(s => (s.Pronoun, s.Text)),
        Is.EqualTo(new (Pronoun?, string)[]
        {
            (Pronoun.She, "Elle termine avec un autre client. Merci."),
            (Pronoun.He, "Il termine avec un autre client. Merci."),
            (Pronoun.They, "Camille termine avec un autre client. Merci."),
            (null, "Merci."),
        }));
}
