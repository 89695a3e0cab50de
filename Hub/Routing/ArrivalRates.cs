namespace SupportHub.Routing;

/// <summary>Who can be expected to ask: as many as in the last half hour. Counted by the minute, so that nobody who has gone must be kept for it.</summary>
/// <param name="startedAtMs">Since when it is watched, Unix milliseconds.</param>
public sealed class ArrivalRates(long startedAtMs)
{
    private const int Minutes = 30;
    private const long MinuteMs = 60_000;
    private readonly Lock _one = new();
    private readonly Dictionary<Need, Ring> _rings = [];

    public void Came(Need need, long atMs)
    {
        lock (_one)
        {
            if (!_rings.TryGetValue(need, out var ring))
                _rings[need] = ring = new Ring();
            ring.Add(atMs / MinuteMs);
        }
    }

    /// <param name="needs">What is offered here, so that newcomers get an answer even where nobody asked lately.</param>
    public IReadOnlyList<Expected> Expect(IEnumerable<Need> needs, long nowMs)
    {
        var minute = nowMs / MinuteMs;
        var since = Math.Max(startedAtMs, (minute - Minutes + 1) * MinuteMs);
        // What just began to be watched would give any rate.
        var watched = Math.Max(MinuteMs, nowMs - since) / 1000.0;
        lock (_one)
        {
            foreach (var (need, _) in _rings.Where(r => r.Value.Since(minute) == 0).ToList())
                _rings.Remove(need);
            return [.. needs.Concat(_rings.Keys).Distinct().Select(need => new Expected(need, _rings.TryGetValue(need, out var ring) ? ring.Since(minute) / watched : 0))];
        }
    }

    /// <summary>How many came in each of the last minutes.</summary>
    private sealed class Ring
    {
        private readonly (long Minute, int Count)[] _counts = new (long, int)[Minutes];

        public void Add(long minute)
        {
            ref var count = ref _counts[minute % Minutes];
            count = (minute, count.Minute == minute ? count.Count + 1 : 1);
        }

        /// <summary>In this minute and those before it that the ring holds.</summary>
        public int Since(long minute) => _counts.Where(c => c.Minute > minute - Minutes && c.Minute <= minute).Sum(c => c.Count);
    }
}
