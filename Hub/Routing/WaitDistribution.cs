using System.Runtime.InteropServices;

namespace SupportHub.Routing;

/// <summary>How long somebody still waits, in seconds: what many plays gave, in order. A play in which nobody ever comes gives infinity.</summary>
public sealed class WaitDistribution
{
    private readonly ReadOnlyMemory<float> _sorted;

    private WaitDistribution(ReadOnlyMemory<float> sorted) => _sorted = sorted;

    public static WaitDistribution Of(params IEnumerable<float> seconds) => new(seconds.Order().ToArray());

    /// <summary>Sorts in place and keeps the memory.</summary>
    internal static WaitDistribution Over(Memory<float> seconds)
    {
        // What is not negative has the order of its bits, and whole numbers are sorted faster.
        MemoryMarshal.Cast<float, int>(seconds.Span).Sort();
        return new WaitDistribution(seconds);
    }

    public double Median => Quantile(0.5);

    /// <summary>The wait is shorter with probability <paramref name="p"/>. Between two plays, a straight line.</summary>
    public double Quantile(double p)
    {
        var at = Math.Clamp(p * (_sorted.Length + 1) - 1, 0, _sorted.Length - 1);
        var low = (int)at;
        var sorted = _sorted.Span;
        if (low + 1 >= sorted.Length || float.IsInfinity(sorted[low + 1]))
            return at > low ? sorted[Math.Min(low + 1, sorted.Length - 1)] : sorted[low];
        return sorted[low] + (at - low) * (sorted[low + 1] - sorted[low]);
    }

    /// <summary>How probable it is that the wait ends within these seconds.</summary>
    public double ChanceWithin(double from, double to) => Math.Max(0, ShareUpTo(to) - (from <= 0 ? 0 : ShareUpTo(from)));

    /// <summary>The same wait, so many times as long.</summary>
    internal WaitDistribution Stretched(double factor)
    {
        var longer = _sorted.ToArray();
        foreach (ref var wait in longer.AsSpan())
            wait *= (float)factor;
        return new WaitDistribution(longer);
    }

    private double ShareUpTo(double seconds)
    {
        var sorted = _sorted.Span;
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] <= seconds)
                low = middle + 1;
            else
                high = middle;
        }
        return (double)low / sorted.Length;
    }
}
