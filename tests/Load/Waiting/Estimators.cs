using SupportHub.Routing;

namespace SupportHub.Load.Waiting;

/// <summary>
/// The known estimators (Whitt 1999; Ibrahim and Whitt 2009). Where there are skills, each queue-length estimator is computed for the
/// whole queue, for the own topic, and for those with whom an agent is shared; the report takes whichever turns out best.
/// </summary>
internal sealed class Estimators
{
    private const double Smoothing = 0.1;
    private static readonly string[] Lengths = ["length × true mean", "length × learnt mean", "length, abandonment"];
    private static readonly string[] Views = ["", " (own topic)", " (shared)"];

    public static IReadOnlyList<string> Names { get; } =
        [.. Lengths.SelectMany(l => Views.Select(v => l + v)), "head of line", "last to enter", "moving average"];

    private double _lastEntered;
    private double _average;

    public void Entered(double wait)
    {
        _lastEntered = wait;
        _average += Smoothing * (wait - _average);
    }

    /// <param name="trueMean">Of a place at full load.</param>
    /// <param name="giveUpRate">Per second of waiting.</param>
    public double[] Estimate(
        long topic, IReadOnlyList<Customer> ahead, IReadOnlyList<Staff> here, double now, double trueMean, double learntMean, double giveUpRate)
    {
        List<(int Ahead, int Slots, double TrueRate)> views = [];
        foreach (var (counts, serves) in Seen(topic, here))
        {
            var staff = here.Where(serves).ToList();
            views.Add((ahead.Count(counts), Math.Max(1, staff.Sum(s => s.Capacity)), Math.Max(1e-9, staff.Sum(s => s.Capacity / (s.Pace * trueMean)))));
        }
        return
        [
            .. views.Select(v => (v.Ahead + 1) / v.TrueRate),
            .. views.Select(v => (v.Ahead + 1) * learntMean / v.Slots),
            .. views.Select(v => Enumerable.Range(0, v.Ahead + 1).Sum(k => 1 / (v.Slots / learntMean + k * giveUpRate))),
            ahead.Count > 0 ? now - ahead[0].At : 0,
            _lastEntered,
            _average,
        ];
    }

    private static IEnumerable<(Func<Customer, bool> Counts, Func<Staff, bool> Serves)> Seen(long topic, IReadOnlyList<Staff> here)
    {
        var mine = here.Where(s => Can(s, topic)).ToList();
        yield return (_ => true, _ => true);
        yield return (c => c.Topic == topic, s => Can(s, topic));
        yield return (c => mine.Exists(s => Can(s, c.Topic)), s => Can(s, topic));
    }

    private static bool Can(Staff staff, long topic) => staff.Skills.Level(topic) is not null;
}
