using NUnit.Framework;

namespace SupportHub.Integration.Faults;

/// <summary>The checker must catch what it is there for.</summary>
public sealed class HistoryCheckerTests
{
    private static readonly (int, string, int)[] Acked = [(1, "a", 1), (2, "b", 3), (3, "c", 4)];

    [Test]
    public void Nothing_is_said_of_a_history_that_is_right() =>
        Assert.That(HistoryChecker.Check([Acked], [(1, "a"), (2, null), (3, "b"), (4, "c")]), Is.Empty);

    [Test]
    public void An_acknowledgement_before_the_commit_is_caught() =>
        Assert.That(HistoryChecker.Check([Acked], [(1, "a"), (2, null), (3, "b")]), Has.One.Contains("'c' was acknowledged and is lost"));

    [Test]
    public void A_missing_unique_key_is_caught()
    {
        Assert.That(HistoryChecker.Check([Acked], [(1, "a"), (2, null), (3, "b"), (4, "c"), (5, "c")]), Has.One.Contains("2 times"));
        Assert.That(HistoryChecker.Check([Acked], [(1, "a"), (2, null), (3, "b"), (3, "x"), (4, "c")]), Has.One.Contains("not dense"));
    }

    [Test]
    public void Another_order_than_was_sent_is_caught() =>
        Assert.That(HistoryChecker.Check([[(1, "a", 2), (2, "b", 1)]], [(1, "b"), (2, "a")]), Has.One.Contains("before the one"));

    [Test]
    public void A_hole_is_caught() => Assert.That(HistoryChecker.Check([], [(1, "a"), (3, "b")]), Has.One.Contains("not dense"));
}
