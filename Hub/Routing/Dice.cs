namespace SupportHub.Routing;

/// <summary>Chance for the plays: fast, and the same from the same seed (SplitMix64, Steele et al. 2014).</summary>
internal struct Dice(ulong seed)
{
    private const int Exponentials = 4096;
    private static readonly float[] ExponentialQuantiles =
        [.. Enumerable.Range(0, Exponentials).Select(k => (float)-Math.Log((k + 0.5) / Exponentials))];

    private ulong _state = seed;

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>In (0, 1].</summary>
    public double Unit() => ((Next() >> 11) + 1) * (1.0 / (1UL << 53));

    /// <summary>Mean 1.</summary>
    public double Exponential() => ExponentialQuantiles[Next() >> 52];
}
