using NUnit.Framework;
using SupportHub.Routing.Settings;
using SupportHub.Shared;
using SupportHub.Wording;

namespace SupportHub.Tests.Routing.Settings;

public sealed class RoutingRulesTests
{
    [Test]
    public void What_nobody_set_is_what_somebody_could_set() =>
        Assert.That(RoutingRules.Check(new SiteRouting(RoutingRules.Waiting, [RoutingRules.Topic(11)]), [11]), Is.Empty);

    [Test]
    public void Alternatives_may_never_be_offered() =>
        Assert.That(Faults(RoutingRules.Waiting with { AlternativesAfterMinutes = null, AlternativesOverMinutes = null }), Is.Empty);

    [Test]
    public void Each_number_has_its_range_said_at_its_field()
    {
        var faults = Faults(new SiteWaiting(3601, true, 19, 0, 241, 4, 101, 0, 601), new TopicRouting(11, (RoutingMode)7, 121, 10));

        Assert.That(faults.Select(f => f.Field), Is.EqualTo(new[]
        {
            "toleranceSeconds", "cadenceSeconds", "alternativesAfterMinutes", "alternativesOverMinutes", "serviceLevelSeconds", "serviceLevelPercent", "handleMinutes",
            "wrapUpSeconds",
            "topics.11.mode", "topics.11.offerSeconds", "topics.11.priority",
        }));
        Assert.That(FaultWords.Say(faults[1], "fr"), Is.EqualTo("Un nombre entier de 20 à 600."));
    }

    [Test]
    public void A_topic_of_another_site_is_refused() =>
        Assert.That(Faults(RoutingRules.Waiting, RoutingRules.Topic(12)).Select(f => (f.Field, f.Fault)), Is.EqualTo(new[] { ("topics", Fault.TopicUnknown) }));

    [Test]
    public void Nothing_at_all_is_refused() =>
        Assert.That(RoutingRules.Check(new SiteRouting(null!, null!), []).Select(f => f.Field), Is.EqualTo(new[] { "waiting" }));

    private static List<FieldFault> Faults(SiteWaiting waiting, params TopicRouting[] topics) => RoutingRules.Check(new SiteRouting(waiting, topics), [11]);
}
