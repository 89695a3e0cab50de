using SupportHub.Sites.Hours;

namespace SupportHub.Callbacks.Asking;

/// <summary>Which times can be booked. Pure.</summary>
public static class SlotRules
{
    /// <summary>So far ahead, and so many, are offered.</summary>
    public const int Days = 8;
    public const int Most = 200;

    public const long AheadMs = Days * 24 * 60 * MinuteMs;

    private const long MinuteMs = 60_000;

    /// <summary>Starts on the grid of the site's slots, inside the hours from begin to end, not full, and not too soon. Ascending.</summary>
    public static IReadOnlyList<long> Free(Opening opening, int slotMinutes, int leadMinutes, int atOnce, IReadOnlyDictionary<long, int> booked, long nowMs)
    {
        var slotMs = slotMinutes * MinuteMs;
        var (earliest, latest) = (nowMs + leadMinutes * MinuteMs, nowMs + AheadMs);
        List<long> free = [];
        for (var at = opening.NextOpening(earliest); at is { } from && from < latest && free.Count < Most; at = opening.NextOpening(from))
        {
            var closes = opening.NextClosing(from) ?? latest;
            for (from = OnGrid(from, slotMs); from + slotMs <= closes && from < latest && free.Count < Most; from += slotMs)
                if (IsFree(from, slotMs, atOnce, booked))
                    free.Add(from);
            from = Math.Max(from, closes);
        }
        return free;
    }

    /// <summary>Whether one more can be had beside all that would overlap it: agents book for themselves at any minute.</summary>
    public static bool IsFree(long atMs, long slotMs, int atOnce, IReadOnlyDictionary<long, int> booked) =>
        booked.Sum(b => Math.Abs(b.Key - atMs) < slotMs ? b.Value : 0) < atOnce;

    private static long OnGrid(long atMs, long slotMs) => (atMs + slotMs - 1) / slotMs * slotMs;
}
