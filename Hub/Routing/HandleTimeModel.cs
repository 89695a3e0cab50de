namespace SupportHub.Routing;

/// <summary>A conversation that ended.</summary>
/// <param name="Seconds">How long it held its place at the agent, wrap-up included.</param>
/// <param name="FullShare">The share of that time in which the agent had as many conversations as he or she takes; 1 with one at once.</param>
public readonly record struct HandleTime(long Agent, long? Topic, double Seconds, double FullShare = 1);

/// <summary>
/// How long conversations take: what was observed, each divided by its agent's and topic's factor, mixed with a prior that counts as
/// twenty observations and is gone at two hundred. Immutable and pure: chance comes from the caller.
/// </summary>
public sealed class HandleTimeModel
{
    public const int LearnFrom = 3000;
    public const double PriorMeanSeconds = 480;
    private const double PriorWeight = 20;
    private const int PriorGoneAt = 200;
    private const int PriorPoints = 100;

    // Who has one conversation is faster than who has three; those who wait, wait for agents who are full.
    private const double FullEnough = 0.85;
    private const int EnoughFull = 50;

    private readonly HandleTimeFactors _factors;

    private HandleTimeModel(IReadOnlyList<HandleTime> observed, double priorMeanSeconds)
    {
        _factors = new HandleTimeFactors(observed);
        var priorWeight = PriorWeight * Math.Max(0, 1 - (double)observed.Count / PriorGoneAt);
        List<(double, double)> points = [.. observed.Select(o => (o.Seconds / (_factors.OfAgent(o.Agent) * _factors.OfTopic(o.Topic)), 1.0))];
        if (priorWeight > 0)
            points.AddRange(Prior(priorMeanSeconds).Select(p => (p, priorWeight / PriorPoints)));
        Curve = new TimeCurve(points);
    }

    internal TimeCurve Curve { get; }

    public double MeanSeconds => Curve.Mean;

    /// <param name="newestFirst">Observations; no more than <see cref="LearnFrom"/> are used.</param>
    /// <param name="priorMeanSeconds">What the administrator expects. Too high costs little, too low breaks the promise.</param>
    public static HandleTimeModel Learn(IEnumerable<HandleTime> newestFirst, double priorMeanSeconds = PriorMeanSeconds)
    {
        var observed = newestFirst.Where(o => o.Seconds > 0).Take(LearnFrom).ToList();
        var full = observed.FindAll(o => o.FullShare >= FullEnough);
        return new HandleTimeModel(full.Count >= EnoughFull ? full : observed, priorMeanSeconds);
    }

    /// <summary>1 until it is known to differ.</summary>
    public double FactorOfAgent(long agent) => _factors.OfAgent(agent);

    /// <summary>1 until it is known to differ.</summary>
    public double FactorOfTopic(long? topic) => _factors.OfTopic(topic);

    /// <summary>A log-normal with a coefficient of variation of 1, as equally probable points with exactly this mean.</summary>
    private static IEnumerable<double> Prior(double mean)
    {
        var sigma = Math.Sqrt(Math.Log(2));
        double[] points = [.. Enumerable.Range(0, PriorPoints).Select(i => Math.Exp(sigma * Normal((i + 0.5) / PriorPoints)))];
        return points.Select(point => mean * point / points.Average());
    }

    /// <summary>The normal distribution's quantile, to three digits (Abramowitz and Stegun 26.2.23).</summary>
    private static double Normal(double p)
    {
        if (p > 0.5)
            return -Normal(1 - p);
        var t = Math.Sqrt(-2 * Math.Log(p));
        return (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
    }
}
