using NUnit.Framework;
using SupportHub.Callbacks.Lines.Trial;
using SupportHub.Callbacks.Twilio;
using SupportHub.Shared;

namespace SupportHub.Unit.Callbacks.Lines;

public sealed class TrialRulesTests
{
    private const long Began = 1_000_000;
    private static readonly LineTrial Answered = new() { BeganAt = Began, Sid = "CA1", Status = LegStatus.Answered };
    private static readonly LineTrial Over = Answered with { Status = LegStatus.Completed, EndedAt = Began + 10_000 };

    [TestCase(LegStatus.Unheard, PhoneTestStep.Dialling)]
    [TestCase(LegStatus.Initiated, PhoneTestStep.Dialling)]
    [TestCase(LegStatus.Ringing, PhoneTestStep.Ringing)]
    [TestCase(LegStatus.Answered, PhoneTestStep.Answered)]
    public void A_call_under_way_says_how_far_it_is(LegStatus status, PhoneTestStep step) =>
        Assert.That(TrialRules.Read(Answered with { Status = status }, Began + 9_000), Is.EqualTo(new TrialAnswer(step, null)));

    [Test]
    public void It_works_only_where_the_network_asked_and_reported_here() =>
        Assert.That(TrialRules.Read(Over with { AskedAt = Began + 5_000, HeardAt = Began + 1_000 }, Began + 10_000).Step, Is.EqualTo(PhoneTestStep.Works));

    [Test]
    public void Answered_and_never_asked_is_said_as_that_once_a_late_request_is_not_to_be_expected()
    {
        Assert.That(TrialRules.Read(Over, Began + 12_000).IsOver, Is.False, "it may still come");
        Assert.That(TrialRules.Read(Over, Began + 16_000).End, Is.EqualTo(TrialEnd.NeverAsked));
        Assert.That(TrialRules.Read(Over with { AskedAt = Began + 5_000 }, Began + 16_000).End, Is.EqualTo(TrialEnd.NeverReported));
        Assert.That(TrialRules.Read(Over with { HeardAt = Began + 5_000 }, Began + 16_000).End, Is.EqualTo(TrialEnd.HungUp), "the address is reached");
        Assert.That(TrialRules.Read(Over with { DoubtedAt = Began + 5_000 }, Began + 16_000).End, Is.EqualTo(TrialEnd.SignatureWrong));
    }

    [TestCase(LegStatus.Busy, TrialEnd.Busy)]
    [TestCase(LegStatus.NoAnswer, TrialEnd.NoAnswer)]
    [TestCase(LegStatus.Canceled, TrialEnd.NoAnswer)]
    public void Nobody_picked_up_but_that_nothing_was_reported_is_worse(LegStatus status, TrialEnd end)
    {
        var unanswered = Over with { Status = status };
        Assert.That(TrialRules.Read(unanswered with { HeardAt = Began }, Began + 10_000).End, Is.EqualTo(end));
        Assert.That(TrialRules.Read(unanswered, Began + 16_000).End, Is.EqualTo(TrialEnd.NeverReported));
        Assert.That(TrialRules.Read(unanswered with { DoubtedAt = Began }, Began + 16_000).End, Is.EqualTo(TrialEnd.SignatureWrong));
    }

    [Test]
    public void What_was_refused_or_could_not_be_connected_is_over_at_once()
    {
        Assert.That(TrialRules.Read(new LineTrial { BeganAt = Began, Trouble = LineTrouble.SignIn }, Began).End, Is.EqualTo(TrialEnd.Refused));
        Assert.That(TrialRules.Read(Over with { Status = LegStatus.Failed }, Began + 10_000).End, Is.EqualTo(TrialEnd.NotConnected));
    }

    [Test]
    public void A_call_of_which_nothing_is_heard_ends_by_itself() =>
        Assert.That(TrialRules.Read(Answered with { Status = LegStatus.Unheard, Sid = null }, Began + 180_000).End, Is.EqualTo(TrialEnd.Lost));

    [Test]
    public void Each_end_has_a_sentence_of_its_own_in_both_languages()
    {
        foreach (var french in new[] { true, false })
        {
            var said = Enum.GetValues<TrialEnd>().Select(end => TrialWords.Say(end, "https://hub.example", new LineRefusal(LineTrouble.SignIn), french)).ToList();
            Assert.That(said, Is.Unique);
            Assert.That(said[(int)TrialEnd.NeverAsked], Does.Contain("https://hub.example"));
        }
    }
}
