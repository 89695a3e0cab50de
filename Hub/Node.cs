using System.Security.Cryptography;

namespace SupportHub;

/// <summary>This process among those that share a database.</summary>
public sealed class Node(TimeProvider clock)
{
    private const int LatelyMs = 10_000;

    private long _lookedAt;
    private long _othersAt = clock.NowMs();

    public long Id { get; } = RandomNumberGenerator.GetInt32(1, int.MaxValue);

    /// <summary>Unix milliseconds.</summary>
    public long StartedAt { get; } = clock.NowMs();

    /// <summary>The database was asked whether other processes were there lately.</summary>
    /// <param name="askedMs">When, Unix milliseconds.</param>
    public void Learn(bool others, long askedMs)
    {
        if (others)
            Volatile.Write(ref _othersAt, askedMs);
        Volatile.Write(ref _lookedAt, askedMs);
    }

    /// <summary>Whether this process alone wrote to the database since then. One that came just now may be known only a few seconds later.</summary>
    public bool IsAloneSince(long sinceMs) => Volatile.Read(ref _lookedAt) > clock.NowMs() - LatelyMs && Volatile.Read(ref _othersAt) < sinceMs;
}
