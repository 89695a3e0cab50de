using NUnit.Framework;
using SupportHub.Agents.SignIn;

namespace SupportHub.Unit.Agents;

public sealed class TotpRulesTests
{
    /// <summary>RFC 6238's secret "12345678901234567890" in base 32.</summary>
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /// <summary>RFC 6238, appendix B: the last six of its eight digits.</summary>
    [TestCase(59, "287082")]
    [TestCase(1_111_111_109, "081804")]
    [TestCase(1_111_111_111, "050471")]
    [TestCase(1_234_567_890, "005924")]
    [TestCase(2_000_000_000, "279037")]
    [TestCase(20_000_000_000, "353130")]
    public void Codes_are_those_of_the_standard(long second, string code) =>
        Assert.That(TotpRules.StepOf(Key, code, second * 1000), Is.EqualTo(second / 30));

    [TestCase(-90, false)]
    [TestCase(-60, true)]
    [TestCase(60, true)]
    [TestCase(90, false)]
    public void A_clock_may_be_off_by_a_minute(int seconds, bool fits) =>
        Assert.That(TotpRules.StepOf(Key, "005924", (1_234_567_890L + seconds) * 1000), fits ? Is.EqualTo(1_234_567_890L / 30) : Is.Null);
}
