namespace SupportHub.Routing;

/// <summary>
/// How long conversations take, in seconds: what was observed, mixed with a prior that counts as twenty observations and is gone at
/// two hundred. Immutable and pure: chance comes from the caller.
/// </summary>
public sealed class HandleTimes
{
    private const double PriorMeanSeconds = 480;
    private const double PriorWeight = 20;
    private const int PriorGoneAt = 200;

    // A log-normal with a coefficient of variation of 1.
    private static readonly double Sigma = Math.Sqrt(Math.Log(2));
    private static readonly double Mu = Math.Log(PriorMeanSeconds) - Sigma * Sigma / 2;

    private readonly double[] _observed;
    private readonly double _priorShare;

    public HandleTimes(IEnumerable<int> observedSeconds)
    {
        _observed = [.. observedSeconds.Select(s => (double)s).Order()];
        _priorShare = _observed.Length >= PriorGoneAt ? 0 : PriorWeight / (PriorWeight + _observed.Length);
    }

    public double Draw(Random stream) =>
        stream.NextDouble() < _priorShare ? DrawPrior(stream) : _observed[stream.Next(_observed.Length)];

    /// <summary>What is left of a conversation that has already taken <paramref name="elapsed"/> seconds.</summary>
    public double DrawRemaining(double elapsed, Random stream)
    {
        var longer = _observed.Length - FirstLonger(elapsed);
        for (var tries = 0; tries < 16; tries++)
        {
            var total = stream.NextDouble() < _priorShare || longer == 0
                ? DrawPrior(stream)
                : _observed[_observed.Length - 1 - stream.Next(longer)];
            if (total > elapsed)
                return total - elapsed;
        }
        // Longer than all we know: what is left of such conversations is about as long as what they took (a heavy tail has no memory of an end).
        return -Math.Log(1 - stream.NextDouble()) * Math.Max(60, elapsed / 2);
    }

    private int FirstLonger(double elapsed)
    {
        var at = Array.BinarySearch(_observed, elapsed);
        at = at < 0 ? ~at : at;
        while (at < _observed.Length && _observed[at] <= elapsed)
            at++;
        return at;
    }

    private static double DrawPrior(Random stream)
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - stream.NextDouble())) * Math.Cos(2 * Math.PI * stream.NextDouble());
        return Math.Exp(Mu + Sigma * normal);
    }
}
