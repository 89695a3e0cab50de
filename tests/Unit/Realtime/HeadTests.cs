using NUnit.Framework;
using SupportHub.Realtime;

namespace SupportHub.Tests.Realtime;

public sealed class HeadTests
{
    [TestCase(0, true, Description = "the next push tells of a gap, or the next head")]
    [TestCase(999, true)]
    [TestCase(1000, false, Description = "nobody may write any more")]
    [TestCase(-999, true, Description = "written while the heads were read")]
    [TestCase(-3_600_000, false, Description = "a node whose clock is an hour ahead")]
    public void A_head_waits_while_people_write(int ago, bool waits) => Assert.That(HeadLoop.IsJustNow(1_000_000_000 - ago, 1_000_000_000), Is.EqualTo(waits));
}
