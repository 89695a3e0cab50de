namespace SupportHub.Routing;

/// <summary>
/// How much longer or shorter than others an agent's, or a topic's, conversations are. Empirical Bayes on logarithms (DerSimonian and
/// Laird 1986): a factor is exactly 1 until the groups differ by more than chance would make them.
/// </summary>
internal sealed class HandleTimeFactors
{
    // Very short ones say little about a group, and their logarithms would say much.
    private const double Shortest = 0.1;
    private readonly Dictionary<long, double> _agents;
    private readonly Dictionary<long, double> _topics;

    public HandleTimeFactors(IReadOnlyList<HandleTime> observed)
    {
        var floor = observed.Count == 0 ? 1 : Shortest * observed.Average(o => o.Seconds);
        var logs = observed.Select(o => Math.Log(Math.Max(o.Seconds, floor))).ToArray();
        _topics = Fit(observed, logs, o => o.Topic, _ => 1);
        _agents = Fit(observed, logs, o => o.Agent, o => Of(_topics, o.Topic));
        _topics = Fit(observed, logs, o => o.Topic, o => Of(_agents, o.Agent));
    }

    public double OfAgent(long agent) => Of(_agents, agent);

    public double OfTopic(long? topic) => Of(_topics, topic);

    private static double Of(Dictionary<long, double> factors, long? key) => key is { } k ? factors.GetValueOrDefault(k, 1) : 1;

    private static Dictionary<long, double> Fit(IReadOnlyList<HandleTime> observed, double[] logs, Func<HandleTime, long?> group, Func<HandleTime, double> known)
    {
        var groups = observed.Select((o, i) => (Key: group(o), Log: logs[i] - Math.Log(known(o))))
            .Where(o => o.Key is not null)
            .GroupBy(o => o.Key!.Value, o => o.Log)
            .Select(g => (g.Key, Count: (double)g.Count(), Mean: g.Average(), Squares: g.Sum(l => l * l)))
            .ToList();
        var count = groups.Sum(g => g.Count);
        if (groups.Count < 2 || count <= groups.Count)
            return [];
        var noise = Math.Max(1e-9, groups.Sum(g => g.Squares - g.Count * g.Mean * g.Mean) / (count - groups.Count));
        var mean = groups.Sum(g => g.Count * g.Mean) / count;
        var heterogeneity = groups.Sum(g => g.Count * (g.Mean - mean) * (g.Mean - mean)) / noise;
        // By chance alone its mean is the number of groups less one, its deviation the root of twice that.
        var chance = groups.Count - 1;
        if (heterogeneity < chance + 2 * Math.Sqrt(2.0 * chance))
            return [];
        var between = noise * (heterogeneity - chance) / (count - groups.Sum(g => g.Count * g.Count) / count);
        return groups.ToDictionary(g => g.Key, g => Math.Exp((g.Mean - mean) * between / (between + noise / g.Count)));
    }
}
