using NUnit.Framework;
using SupportHub.Routing.Skills;
using SupportHub.Shared;
using SupportHub.Wording;

namespace SupportHub.Tests.Routing.Skills;

public sealed class SkillTests
{
    private static readonly SkillSet Domains = new(new Dictionary<long, int> { [11] = 3 }, ["fr"]);

    [Test]
    public void An_agent_without_skills_answers_every_topic_in_every_language()
    {
        Assert.That((SkillSet.Everything.Level(11), SkillSet.Everything.Level(null)), Is.EqualTo(((int?)1, (int?)1)));
        Assert.That(SkillSet.Everything.Speaks("de-AT"), Is.True);
    }

    [Test]
    public void An_agent_with_skills_answers_those_and_what_is_about_no_topic() =>
        Assert.That((Domains.Level(11), Domains.Level(12), Domains.Level(null)), Is.EqualTo(((int?)3, (int?)null, (int?)1)));

    [TestCase("fr", true)]
    [TestCase("fr-CA", true)]
    [TestCase("FR", true)]
    [TestCase("en", false)]
    public void A_language_is_spoken_whatever_the_region(string language, bool spoken) => Assert.That(Domains.Speaks(language), Is.EqualTo(spoken));

    [Test]
    public void Skills_are_of_topics_that_there_are_and_of_three_levels() => Assert.That(
        SkillRules.Check(new AgentSkills([new(11, 3), new(11, 4), new(12, 1), null!], ["fr", "de"]), [11]).Select(f => (f.Field, f.Fault)),
        Is.EqualTo(new[] { ("skills.11", Fault.SkillLevel), ("skills", Fault.TopicUnknown), ("skills", Fault.TopicUnknown), ("languages", Fault.LanguageUnknown) }));
}
