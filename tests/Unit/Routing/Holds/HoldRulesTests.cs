using CsCheck;
using NUnit.Framework;
using SupportHub.Routing.Holds;
using SupportHub.Shared;
using SupportHub.Wording;

namespace SupportHub.Tests.Routing.Holds;

public sealed class HoldRulesTests
{
    private static readonly HoldKind[] Kinds = Enum.GetValues<HoldKind>();

    [TestCase(HoldKind.First, "fr", "Claire va vous répondre, ou un collègue s’il est libre avant. Elle termine avec un autre client. Vous êtes à la 2e place, comptez 3\u00a0à\u00a06\u00a0min.")]
    [TestCase(HoldKind.First, "en", "Claire will answer you, or a colleague if one is free sooner. She is finishing with another customer. You are 2nd in line, and it should take 3\u00a0to\u00a06\u00a0min.")]
    [TestCase(HoldKind.Refresh, "fr", "Toujours Claire, toujours 3\u00a0à\u00a06\u00a0min. Merci de votre patience.")]
    [TestCase(HoldKind.Renamed, "fr", "C’est maintenant Claire qui va vous répondre\u00a0: Arnaud a dû s’absenter. Vous gardez votre place. Comptez 3\u00a0à\u00a06\u00a0min.")]
    [TestCase(HoldKind.Longer, "en", "This takes longer than we said, and we are sorry. It should now take 3\u00a0to\u00a06\u00a0min. It is still Claire who will answer you.")]
    [TestCase(HoldKind.AnsweredByOther, "fr", "Claire vous répond à la place d’Arnaud\u00a0: Arnaud a dû s’absenter.")]
    [TestCase(HoldKind.AgentLost, "en", "Arnaud lost the connection; Claire takes over. Nothing you wrote is lost.")]
    [TestCase(HoldKind.Nobody, "fr", "Arnaud a dû s’absenter, et personne d’autre n’est là pour le moment. Nous revenons demain à 9\u00a0h. Votre message est bien enregistré\u00a0: la réponse vous attendra ici.")]
    [TestCase(HoldKind.Closed, "fr", "Nous sommes fermés pour le moment. Nous rouvrons demain à 9\u00a0h. Votre message est bien enregistré\u00a0: la réponse vous attendra ici.")]
    [TestCase(HoldKind.Team, "fr", "Claire, Arnaud ou Camille vous répondra au sujet de «\u202fDomaines\u202f». Vous êtes à la 2e place, comptez 3\u00a0à\u00a06\u00a0min.")]
    [TestCase(HoldKind.Finishing, "en", "Claire is finishing with another customer and answers you right after. It should take 3\u00a0to\u00a06\u00a0min.")]
    public void A_whole_wait_is_told_whole(HoldKind kind, string language, string text) => Assert.That(Said(kind, language, Given.AWait), Is.EqualTo(text));

    [Test]
    public void No_built_in_text_ever_shows_a_brace_a_bar_or_nothing_whatever_is_not_known()
    {
        foreach (var wait in Given.WaitsOfAllSorts())
            foreach (var language in (HoldLanguage[])[.. HoldLanguage.All, HoldLanguage.FrenchCalls, HoldLanguage.EnglishCalls])
                foreach (var kind in Kinds)
                {
                    var said = HoldRules.Render(kind, null, wait, language);
                    if (said.Length == 0 || said.AsSpan().IndexOfAny('{', '}', '|') >= 0 || said.Contains("  ", StringComparison.Ordinal) || !char.IsUpper(said[0]) || said[^1] != '.')
                        Assert.Fail($"{kind} {language.Tag} {wait}: {said}");
                }
    }

    [TestCaseSource(nameof(Kinds))]
    public void Who_waits_for_a_call_hears_of_calling(HoldKind kind)
    {
        Assert.That(HoldTexts.SayOfCall(kind, "fr-FR", Given.AWait), Does.Not.Contain("répon"));
        Assert.That(HoldTexts.SayOfCall(kind, "en", Given.AWait), Does.Not.Contain("answer"));
    }

    [Test]
    public void A_built_in_text_taken_as_the_sites_own_says_the_same_where_all_is_known()
    {
        foreach (var language in HoldLanguage.All)
            foreach (var kind in Kinds)
                Assert.That(HoldRules.Render(kind, HoldRules.Template(kind, language), Given.AWait, language), Is.EqualTo(HoldRules.Render(kind, null, Given.AWait, language)));
    }

    [Test]
    public void Every_built_in_text_is_one_that_a_site_could_save()
    {
        foreach (var language in HoldLanguage.All)
            foreach (var kind in Kinds)
                Assert.That(HoldRules.Check(new HoldEdit(kind, null, language.Tag, HoldRules.Template(kind, language)), ["en", "fr"], []), Is.Empty, $"{kind} {language.Tag}");
    }

    [TestCase("Bonjour {customer}. Encore {range}.", "Encore 3\u00a0à\u00a06\u00a0min.")]
    [TestCase("Merci de patienter, {customer}\u00a0? Encore {range}… À bientôt.", "Encore 3\u00a0à\u00a06\u00a0min… À bientôt.")]
    [TestCase("«\u202fMerci {customer}.\u202f» À bientôt.", "À bientôt.")]
    [TestCase("Cher M. {customer}, encore {range}.\nÀ bientôt.", "À bientôt.")]
    [TestCase("Bonjour\u00a0!\nMerci {customer}.\nÀ bientôt", "Bonjour\u00a0!\nÀ bientôt")]
    public void A_sentence_is_left_out_when_what_it_tells_is_not_known(string own, string told) =>
        Assert.That(HoldRules.Render(HoldKind.Refresh, own, Given.AWait with { Customer = null }, HoldLanguage.French), Is.EqualTo(told));

    [Test]
    public void Where_nothing_of_the_sites_own_words_can_be_told_the_built_in_ones_stand_in() =>
        Assert.That(
            HoldRules.Render(HoldKind.Refresh, "Encore {range}, {customer}.", new HoldValues { Agent = Given.Claire }, HoldLanguage.French),
            Is.EqualTo("Toujours Claire. Merci de votre patience."));

    [TestCase("Arnaud", "à la place d’Arnaud")]
    [TestCase("Élodie", "à la place d’Élodie")]
    [TestCase("Hélène", "à la place d’Hélène")]
    [TestCase("Claire", "à la place de Claire")]
    public void French_joins_a_name_as_people_do(string name, string joined) =>
        Assert.That(Said(HoldKind.AnsweredByOther, "fr", Given.AWait with { Colleague = Given.Arnaud with { FirstName = name }, Reason = null }), Does.Contain(joined));

    [TestCase(Pronoun.She, "Claire is finishing her notes and answers you right after.", "Claire termine ses notes et vous répond juste après.")]
    [TestCase(Pronoun.He, "Claire is finishing his notes and answers you right after.", "Claire termine ses notes et vous répond juste après.")]
    [TestCase(Pronoun.They, "Claire is finishing the notes and answers you right after.", "Claire termine ses notes et vous répond juste après.")]
    public void Notes_are_the_agents_own(Pronoun pronoun, string english, string french)
    {
        var writes = new HoldValues { Agent = Given.Claire with { Pronoun = pronoun }, Doing = AgentDoing.WrappingUp };

        Assert.That((Said(HoldKind.WrappingUp, "en", writes), Said(HoldKind.WrappingUp, "fr", writes)), Is.EqualTo((english, french)));
    }

    [TestCase(Pronoun.She, "She is finishing", "Elle termine")]
    [TestCase(Pronoun.He, "He is finishing", "Il termine")]
    [TestCase(Pronoun.They, "Camille is finishing", "Camille termine")]
    public void A_person_is_spoken_of_as_that_person_wishes(Pronoun pronoun, string english, string french)
    {
        var wait = Given.AWait with { Agent = Given.Camille with { Pronoun = pronoun } };
        Assert.That(Said(HoldKind.First, "en", wait), Does.Contain(english));
        Assert.That(Said(HoldKind.First, "fr", wait), Does.Contain(french));
    }

    [TestCase(1, "1re", "1st")]
    [TestCase(2, "2e", "2nd")]
    [TestCase(3, "3e", "3rd")]
    [TestCase(11, "11e", "11th")]
    [TestCase(112, "112e", "112th")]
    [TestCase(121, "121e", "121st")]
    public void A_place_is_counted_as_the_language_counts(int place, string french, string english)
    {
        Assert.That(Own("{place}", Given.AWait with { Place = place }, HoldLanguage.French), Is.EqualTo(french));
        Assert.That(Own("{place}", Given.AWait with { Place = place }, HoldLanguage.English), Is.EqualTo(english));
    }

    [TestCase(3, 6, "3\u00a0à\u00a06\u00a0min", "3\u00a0to\u00a06\u00a0min")]
    [TestCase(4, 4, "environ 4\u00a0min", "about 4\u00a0min")]
    [TestCase(0, 2, "moins de 2\u00a0min", "under 2\u00a0min")]
    [TestCase(-3, -1, "moins de 1\u00a0min", "under 1\u00a0min")]
    [TestCase(9, 6, "environ 6\u00a0min", "about 6\u00a0min")]
    public void A_range_is_never_negative_nor_backwards(int from, int to, string french, string english)
    {
        var wait = Given.AWait with { FromMinutes = from, ToMinutes = to };
        Assert.That(Own("{range}", wait, HoldLanguage.French), Is.EqualTo(french));
        Assert.That(Own("{range}", wait, HoldLanguage.English), Is.EqualTo(english));
    }

    [Test]
    public void What_a_customer_calls_themselves_stays_text()
    {
        Assert.That(Own("Bonjour {customer}.", Given.AWait with { Customer = "{agent} <img src=x> {" }), Is.EqualTo("Bonjour {agent} <img src=x> {."));
        Assert.That(Own("Bonjour {customer}, encore {range}.", Given.AWait with { Customer = "A\n\u202eB\u0007" }), Is.EqualTo("Bonjour A B, encore 3\u00a0à\u00a06\u00a0min."));
    }

    [Test]
    public void Any_name_comes_through_in_its_place_and_changes_nothing_around_it() => Gen.String.Sample(name =>
    {
        var said = Own("<{customer}> {range}.", Given.AWait with { Customer = $"x{name}y" });
        return said.StartsWith("<x", StringComparison.Ordinal) && said.EndsWith("y> 3\u00a0à\u00a06\u00a0min.", StringComparison.Ordinal) && !said.Contains('\n', StringComparison.Ordinal);
    });

    [Test]
    public void A_misspelt_placeholder_is_refused_with_the_one_that_was_meant()
    {
        var fault = HoldRules.Check(new HoldEdit(HoldKind.Refresh, null, "fr", "Toujours {agnet}."), ["fr"], []).Single();

        Assert.That((fault.Field, fault.Fault), Is.EqualTo(("text", Fault.PlaceholderMisspelt)));
        Assert.That(FaultWords.Say(fault, "fr"), Does.StartWith("{agnet} ne veut rien dire").And.Contain("Pensiez-vous à {agent}").And.Contain("{place}, {range}"));
    }

    [TestCase("{colleague} arrive.", "colleague", Description = "means something on other occasions only")]
    [TestCase("{zzzzzz}", "zzzzzz")]
    [TestCase("{}", "")]
    [TestCase("{x}", "x")]
    public void An_unknown_placeholder_is_refused_with_those_that_there_are(string text, string name)
    {
        var fault = HoldRules.Check(new HoldEdit(HoldKind.Refresh, null, "en", text), ["en"], []).Single();

        Assert.That(FaultWords.Say(fault, "en"), Is.EqualTo(
            $$"""{{{name}}} means nothing in this message. These do: {agent}, {pronoun}, {doing}, {place}, {range}, {from}, {to}, {customer}, {topic}, {site}, {phone}."""));
    }

    [TestCase("Still {agent")]
    [TestCase("Still agent}")]
    [TestCase("Still {{agent}}")]
    public void A_brace_alone_is_refused(string text) => Assert.That(
        HoldRules.Check(new HoldEdit(HoldKind.Refresh, null, "en", text), ["en"], []).Select(f => FaultWords.Say(f, "en")),
        Is.EqualTo(new[] { "Each { needs its }, as in {agent}." }));

    [Test]
    public void Each_fault_is_at_its_field() => Assert.That(
        HoldRules.Check(new HoldEdit(HoldKind.Nobody, 12, "de", new string('x', 501)), ["en", "fr"], [11]).Select(f => (f.Field, f.Fault)),
        Is.EqualTo(new[] { ("language", Fault.LanguageUnknown), ("topicId", Fault.TopicUnknown), ("text", Fault.TooLong) }));

    [Test]
    public void What_cannot_be_seen_is_not_kept() =>
        Assert.That((HoldRules.Clean(" a\0b\r\nc \n"), HoldRules.Clean(" \0 "), HoldRules.Clean(null)), Is.EqualTo(("ab\nc", (string?)null, (string?)null)));

    private static string Said(HoldKind kind, string language, HoldValues wait) => HoldTexts.BuiltIn.Say(kind, null, language, wait);

    private static string Own(string text, HoldValues wait, HoldLanguage? language = null) => HoldRules.Render(HoldKind.First, text, wait, language ?? HoldLanguage.French);
}
