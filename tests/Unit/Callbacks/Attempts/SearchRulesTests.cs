using NUnit.Framework;
using SupportHub.Callbacks.Attempts;
using SupportHub.Callbacks.Twilio;

namespace SupportHub.Unit.Callbacks.Attempts;

public sealed class SearchRulesTests
{
    private const long Ordered = 1_000_000_000_000;

    [TestCase(0, true)]
    [TestCase(-999, true)]
    [TestCase(-45_000, true)]
    [TestCase(90_000, true)]
    [TestCase(-3_600_000, false)]
    [TestCase(3_600_000, false)]
    public void A_call_that_began_with_the_order_is_ours(long afterMs, bool ours) =>
        Assert.That(SearchRules.Ours([Call("CA1", Ordered + afterMs)], Ordered, []), ours ? Is.Not.Null : Is.Null);

    [Test]
    public void The_call_of_another_attempt_is_not_ours_and_of_several_it_is_the_nearest() =>
        Assert.That(SearchRules.Ours([Call("CA3", Ordered + 20_000), Call("CA2", Ordered + 1000), Call("CA1", Ordered)], Ordered, ["CA1"])!.Sid, Is.EqualTo("CA2"));

    [Test]
    public void A_leg_that_was_dialled_by_another_call_was_not_ordered() => Assert.That(SearchRules.Ours([Call("CA1", Ordered, parent: "CA0")], Ordered, []), Is.Null);

    [Test]
    public void What_was_found_is_said_with_its_leg()
    {
        Assert.That(SearchRules.Answer(null, []), Is.EqualTo(new AttemptEvent.NotFound()));
        Assert.That(SearchRules.Answer(Call("CA1", Ordered), []), Is.EqualTo(new AttemptEvent.Found("CA1", LegStatus.Ringing)));
        Assert.That(
            SearchRules.Answer(Call("CA1", Ordered), [Call("CA5", Ordered, "CA4"), Call("CA2", Ordered, "CA1")]),
            Is.EqualTo(new AttemptEvent.Found("CA1", LegStatus.Ringing, new AttemptEvent.CustomerHeard("CA2", LegStatus.Ringing, AnsweredBy.Human, 7))));
    }

    private static PhoneCall Call(string sid, long createdAtMs, string? parent = null) =>
        new(sid, parent, "+33612345678", "+33184800000", LegStatus.Ringing, AnsweredBy.Human, createdAtMs, null, 7);
}
