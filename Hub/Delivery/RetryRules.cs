namespace SupportHub.Delivery;

/// <summary>When something that did not work is tried again. Pure.</summary>
public static class RetryRules
{
    private const long FirstMs = 30_000;
    private const long LongestMs = 30 * 60_000;

    /// <summary>A mail server may be away for a weekend's night, not for longer than people wait for an answer.</summary>
    public const long GiveUpAfterMs = 24 * 3600_000;

    /// <param name="attempts">How many failed, 1 or more.</param>
    /// <param name="chance">0 to 1: those that failed together are not tried together again.</param>
    /// <returns>Unix milliseconds; null where it was tried for long enough.</returns>
    public static long? Next(int attempts, long createdAt, long nowMs, double chance)
    {
        if (nowMs - createdAt >= GiveUpAfterMs)
            return null;
        var wait = Math.Min(LongestMs, FirstMs << Math.Min(attempts - 1, 10));
        return nowMs + wait / 2 + (long)(wait / 2 * chance);
    }
}
