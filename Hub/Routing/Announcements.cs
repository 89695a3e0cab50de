namespace SupportHub.Routing;

/// <summary>
/// What to tell of the time, and when to tell something else. Calm: what was said stays while it is about as true as when it was said. In
/// time: it is replaced before it runs out. Never below what can be known: past its end, a new range is computed from how it is now.
/// </summary>
public static class Announcements
{
    private const double Early = 0.10;

    // Rounding up on the ladder adds more than this takes away.
    private const double LessWide = 0.05;
    private const double LostChance = 0.25;
    private const double FarTooLong = 0.98;
    private const double FarShorter = 0.8;
    private const double RunningOutSeconds = 15;

    /// <param name="level">The quantile that the queue's <see cref="Calibration"/> announces.</param>
    /// <returns>The same instance while it stands; none where nothing can be promised.</returns>
    public static Announcement? Next(Announcement? before, WaitDistribution? times, double level, long nowMs)
    {
        if (times is null || !double.IsFinite(times.Quantile(level)))
            return null;
        var fresh = Fresh(times, level, nowMs);
        if (before is null)
            return fresh;

        var left = (before.DueAt - nowMs) / 1000.0;
        var chance = times.ChanceWithin(0, left);
        if (left <= 0 || (left < RunningOutSeconds && chance < 0.5))
            return PastItsEnd(before, times, fresh);
        if (chance < before.Chance - LostChance)
            return fresh.DueAt > before.DueAt ? fresh with { LongerThanSaid = true } : fresh;
        if (fresh.DueAt < before.DueAt && times.ChanceWithin(0, FarShorter * left) > FarTooLong)
            return fresh;
        return LowerEndPassed(before, nowMs) ? Nearer(before, times, left, chance, nowMs) : before;
    }

    private static Announcement Fresh(WaitDistribution times, double level, long nowMs)
    {
        var to = Ladder.Up(times.Quantile(level - LessWide));
        var from = Math.Min(Ladder.Down(times.Quantile(Early)), to);
        return new Announcement(from, to, nowMs, nowMs + to * 60_000L, times.ChanceWithin(0, to * 60), false);
    }

    /// <summary>It was not true. Nobody is told "one minute" again and again.</summary>
    private static Announcement PastItsEnd(Announcement before, WaitDistribution times, Announcement fresh)
    {
        var to = Math.Max(fresh.ToMinutes, Ladder.Above(Math.Min(before.ToMinutes, 2)));
        return fresh with { ToMinutes = to, DueAt = fresh.SaidAt + to * 60_000L, Chance = times.ChanceWithin(0, to * 60), LongerThanSaid = true };
    }

    private static bool LowerEndPassed(Announcement before, long nowMs) =>
        before.FromMinutes > 1 && nowMs >= before.SaidAt + before.FromMinutes * 60_000L;

    /// <summary>The same promise, said from now.</summary>
    private static Announcement Nearer(Announcement before, WaitDistribution times, double left, double chance, long nowMs)
    {
        var to = Ladder.Up(left - RunningOutSeconds);
        return new Announcement(Math.Min(Ladder.Down(times.Quantile(Early)), to), to, nowMs, before.DueAt, chance, before.LongerThanSaid);
    }
}
