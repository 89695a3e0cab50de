using System.Security.Cryptography;

namespace SupportHub;

/// <summary>This process among those that share a database.</summary>
public sealed class Node(TimeProvider clock)
{
    public long Id { get; } = RandomNumberGenerator.GetInt32(1, int.MaxValue);

    /// <summary>Unix milliseconds.</summary>
    public long StartedAt { get; } = clock.NowMs();
}
