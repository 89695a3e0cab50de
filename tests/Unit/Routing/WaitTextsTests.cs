using NUnit.Framework;
using SupportHub.Routing;

namespace SupportHub.Unit.Routing;

public sealed class WaitTextsTests
{
    [TestCase(0, 0, 1, 1)]
    [TestCase(10, 50, 1, 1)]
    [TestCase(130, 350, 2, 6)]
    [TestCase(430, 900, 6, 15)]
    [TestCase(0, 8000, 1, 180)]
    public void Says_whole_minutes_that_hold_the_whole_range(double early, double late, int from, int to) =>
        Assert.That(WaitTexts.Range(early, late), Is.EqualTo((from, to)));
}
