namespace SupportHub;

/// <summary>
/// Eight-byte ids that sort by time and fit a JavaScript number: milliseconds since 2026 (41 bits), then 12 bits that start at random
/// and count up. Two nodes may draw the same one; the table's primary key refuses the second, and the caller draws again.
/// </summary>
public sealed class Ids(TimeProvider clock)
{
    private const long Epoch = 1_767_225_600_000; // 2026-01-01T00:00:00Z
    private readonly Lock _gate = new();
    private long _last;

    public long Next()
    {
        lock (_gate)
        {
            var fresh = ((clock.GetUtcNow().ToUnixTimeMilliseconds() - Epoch) << 12) | (long)System.Security.Cryptography.RandomNumberGenerator.GetInt32(1 << 11);
            return _last = Math.Max(fresh, _last + 1);
        }
    }
}
