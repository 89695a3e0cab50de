namespace SupportHub.AgentsWeb.Connection;

/// <summary>How long to wait before the next try: doubling up to 15 s, and between half and all of it, so that a restarted server is not met by everybody at once.</summary>
public static class Backoff
{
    private const int FirstMs = 400;
    private const int LongestMs = 15_000;

    /// <param name="attempt">0 after the first failure.</param>
    /// <param name="chance">From 0 up to 1.</param>
    public static TimeSpan Wait(int attempt, double chance)
    {
        var whole = Math.Min(LongestMs, FirstMs * Math.Pow(2, Math.Min(attempt, 10)));
        return TimeSpan.FromMilliseconds(whole * (0.5 + chance / 2));
    }
}
