using NUnit.Framework;
using SupportHub.Callbacks.Attempts;
using SupportHub.Callbacks.Twilio;
using static SupportHub.Callbacks.Attempts.AttemptOutcome;

namespace SupportHub.Unit.Callbacks.Attempts;

public sealed class FollowUpRulesTests
{
    private const long Now = 1_000_000_000_000;
    private const long Minute = 60_000;

    [TestCase(NoAnswer, 1, 5)]
    [TestCase(NoAnswer, 2, 30)]
    [TestCase(Busy, 1, 5)]
    [TestCase(Voicemail, 2, 30)]
    public void Who_was_not_reached_is_tried_again(AttemptOutcome outcome, int tries, int minutes) =>
        Assert.That(After(new(outcome), tries), Is.EqualTo(new NextStep.TryAgain(Now + minutes * Minute)));

    [TestCase(NoAnswer)]
    [TestCase(Busy)]
    [TestCase(Voicemail)]
    public void After_the_last_try_a_mail_is_written(AttemptOutcome outcome) => Assert.That(After(new(outcome), 3), Is.EqualTo(new NextStep.Write(WriteReason.NotReached)));

    [Test]
    public void How_often_and_when_can_be_set()
    {
        var plan = new RetryPlan { Tries = 5, Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)] };
        Assert.That(After(new(NoAnswer), 4, plan: plan), Is.EqualTo(new NextStep.TryAgain(Now + 2 * Minute)), "the last pause goes on");
        Assert.That(After(new(NoAnswer), 5, plan: plan), Is.InstanceOf<NextStep.Write>());
        Assert.That(After(new(NoAnswer), 1, plan: plan with { Tries = 1 }), Is.InstanceOf<NextStep.Write>());
        Assert.That(After(new(NoAnswer), 1, plan: plan with { Pauses = [] }), Is.EqualTo(new NextStep.TryAgain(Now)));
    }

    [Test]
    public void A_try_outside_the_hours_waits_for_the_opening()
    {
        Assert.That(After(new(NoAnswer), 1, open: at => at + 600 * Minute), Is.EqualTo(new NextStep.TryAgain(Now + 605 * Minute)));
        Assert.That(After(new(NoAnswer), 1, open: _ => null), Is.EqualTo(new NextStep.Write(WriteReason.NotReached)), "it never opens");
    }

    [TestCase(AgentMissed)]
    [TestCase(AgentDeclined)]
    public void An_agent_who_does_not_take_it_is_not_the_customers_loss(AttemptOutcome outcome) => Assert.That(After(new(outcome), 3), Is.EqualTo(new NextStep.NextAgent()));

    [TestCase(Reached)]
    [TestCase(Cancelled)]
    [TestCase(Unknown)]
    public void What_is_settled_stays_settled(AttemptOutcome outcome) => Assert.That(After(new(outcome), 1), Is.EqualTo(new NextStep.Nothing()));

    [Test]
    public void A_customers_number_that_fails_is_asked_for_again() =>
        Assert.That(After(new(Failed, CustomerDialled: true), 1), Is.EqualTo(new NextStep.Write(WriteReason.NumberFails)));

    [TestCase(LineTrouble.NumberInvalid)]
    [TestCase(LineTrouble.Unreachable)]
    [TestCase(LineTrouble.TrialUnverified)]
    [TestCase(LineTrouble.Blocked)]
    public void An_agents_phone_that_cannot_be_called_is_passed_over(LineTrouble trouble) => Assert.That(After(new(Failed, trouble), 0), Is.EqualTo(new NextStep.NextAgent()));

    [TestCase(LineTrouble.SignIn)]
    [TestCase(LineTrouble.AccountClosed)]
    [TestCase(LineTrouble.CallerNotVerified)]
    [TestCase(LineTrouble.CountryNotEnabled)]
    [TestCase(LineTrouble.AddressInvalid)]
    [TestCase(LineTrouble.NotFound)]
    [TestCase(LineTrouble.NotConnected)]
    public void What_only_an_administrator_can_mend_is_written_at_once(LineTrouble trouble) => Assert.That(After(new(Failed, trouble), 0), Is.EqualTo(new NextStep.Write(WriteReason.SetUpWrong)));

    [TestCase(LineTrouble.TooFast)]
    [TestCase(LineTrouble.ServiceAway)]
    [TestCase(LineTrouble.NoConnection)]
    [TestCase(null)]
    public void What_may_pass_is_tried_again_soon_and_not_for_ever(LineTrouble? trouble)
    {
        Assert.That(After(new(Failed, trouble), 0, failed: 1), Is.EqualTo(new NextStep.TryAgain(Now + Minute)));
        Assert.That(After(new(Failed, trouble, RetryAfter: TimeSpan.FromMinutes(7)), 0, failed: 1), Is.EqualTo(new NextStep.TryAgain(Now + 7 * Minute)));
        Assert.That(After(new(Failed, trouble, RetryAfter: TimeSpan.FromDays(7)), 0, failed: 1), Is.EqualTo(new NextStep.TryAgain(Now + 30 * Minute)), "whatever it would like");
        Assert.That(After(new(Failed, trouble), 0, failed: 6), Is.EqualTo(new NextStep.Write(WriteReason.NetworkAway)));
    }

    [Test]
    public void Every_outcome_and_trouble_has_a_next_step()
    {
        foreach (var outcome in Enum.GetValues<AttemptOutcome>())
            foreach (var trouble in Enum.GetValues<LineTrouble>().Cast<LineTrouble?>().Append(null))
                Assert.That(After(new(outcome, trouble), 1), Is.Not.Null);
    }

    private static NextStep After(AttemptEnd ended, int tries, int failed = 0, RetryPlan? plan = null, Func<long, long?>? open = null) =>
        FollowUpRules.After(ended, new AttemptCount(tries, failed), plan ?? RetryPlan.Usual, Now, open ?? (at => at));
}
