using System.Security.Cryptography;

namespace SupportHub;

/// <summary>
/// Eight-byte ids that sort by time and fit a JavaScript number: milliseconds since 2026 (41 bits), then 12 bits that start at random
/// and count up. Two nodes may draw the same one: who finds it taken draws again.
/// </summary>
/// <param name="start">Where a millisecond's ids start, from 0.</param>
public sealed class Ids(TimeProvider clock, Func<int> start)
{
    private const long Epoch = 1_767_225_600_000; // 2026-01-01T00:00:00Z
    private readonly Lock _gate = new();
    private long _last;

    public Ids(TimeProvider clock)
        : this(clock, () => RandomNumberGenerator.GetInt32(1 << 11))
    {
    }

    public long Next()
    {
        lock (_gate)
        {
            var fresh = ((clock.GetUtcNow().ToUnixTimeMilliseconds() - Epoch) << 12) | (long)start();
            return _last = Math.Max(fresh, _last + 1);
        }
    }
}
