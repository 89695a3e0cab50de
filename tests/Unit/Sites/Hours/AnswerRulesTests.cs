using CsCheck;
using NUnit.Framework;
using SupportHub.Shared;
using SupportHub.Sites.Hours;

namespace SupportHub.Unit.Sites.Hours;

/// <summary>Within how long an answer by mail is promised.</summary>
public sealed class AnswerRulesTests
{
    [TestCase(240, null, 240, Description = "what the company wants")]
    [TestCase(240, 360, 360, Description = "it takes longer: so the longer one is told")]
    [TestCase(240, 60, 240, Description = "it is quicker: no reason to promise more than was wanted")]
    [TestCase(null, null, 480, Description = "nothing is known: a working day")]
    [TestCase(null, 150, 150, Description = "nothing is set: as measured")]
    [TestCase(null, 15, 60, Description = "never within minutes")]
    [TestCase(null, 10_000, 2400, Description = "a working week at most")]
    public void The_promise_is_what_is_wanted_and_never_sooner_than_it_takes(int? wanted, int? measured, int promised) =>
        Assert.That(AnswerRules.Promised(wanted, measured is { } minutes ? new MeasuredAnswers(5, minutes, 30) : null), Is.EqualTo(promised));

    [Test]
    public void Few_answers_say_nothing() =>
        Assert.That(AnswerRules.Measure(5, [.. Enumerable.Repeat(3600_000L, AnswerRules.Enough - 1)]), Is.Null);

    [Test]
    public void Nine_in_ten_took_no_longer_than_what_is_measured_and_it_is_a_quarter_of_an_hour_that_some_answer_needed() =>
        Gen.Long[0, 5_000_000].List[AnswerRules.Enough, 200].Sample(times =>
        {
            var measured = AnswerRules.Measure(5, times)!;
            Assert.That(times.Count(t => t <= measured.Minutes * 60_000L), Is.GreaterThanOrEqualTo(0.9 * times.Count));
            Assert.That(measured.Minutes % 15, Is.Zero);
            Assert.That(measured.Minutes == 15 || times.Any(t => t > (measured.Minutes - 15) * 60_000L));
        });
}
