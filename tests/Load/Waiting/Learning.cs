using SupportHub.Routing;

namespace SupportHub.Load.Waiting;

/// <summary>What the simulated hub learnt so far, as the real one would.</summary>
internal sealed class Learning
{
    private readonly List<HandleTime> _times = [];
    private readonly List<WaitEnd> _ends = [];
    private readonly Dictionary<long, Calibration> _levels = [];
    private int _known;
    private ArrivalRates _arrivals = new(0);

    public WaitModel Model { get; private set; } = WaitModel.FirstDay;
    public double MeanSeconds { get; private set; } = HandleTimeModel.PriorMeanSeconds;
    public double GiveUpRate { get; private set; }

    public void Forget(double now)
    {
        _times.Clear();
        _ends.Clear();
        _levels.Clear();
        (Model, MeanSeconds, GiveUpRate, _known, _arrivals) = (WaitModel.FirstDay, HandleTimeModel.PriorMeanSeconds, 0, 0, new ArrivalRates((long)(now * 1000)));
    }

    public double Level(long topic) => _levels.GetValueOrDefault(topic, Calibration.Start).Level;

    public void Resolved(long topic, bool covered) => _levels[topic] = _levels.GetValueOrDefault(topic, Calibration.Start).Resolved(covered);

    public void Came(long topic, double now) => _arrivals.Came(new Need(topic, null), (long)(now * 1000));

    public void Waited(WaitEnd end) => _ends.Add(end);

    public void Ended(HandleTime time)
    {
        _times.Add(time);
        if (_times.Count < _known + Math.Clamp(_known / 10, 5, 100))
            return;
        _known = _times.Count;
        var newest = Enumerable.Reverse(_times).Take(HandleTimeModel.LearnFrom).ToList();
        var ends = Enumerable.Reverse(_ends).Take(HandleTimeModel.LearnFrom).ToList();
        Model = new WaitModel(HandleTimeModel.Learn(newest), Patience.Learn(ends));
        // The others start from the same prior.
        MeanSeconds = newest.Count >= 20 ? newest.Average(t => t.Seconds) : Model.Times.MeanSeconds;
        GiveUpRate = ends.Count == 0 ? 0 : ends.Count(e => e.GaveUp) / Math.Max(1, ends.Sum(e => e.Seconds));
    }

    public IReadOnlyList<Expected> Expected(IEnumerable<long> topics, double now) =>
        _arrivals.Expect(topics.Select(t => new Need(t, null)), (long)(now * 1000));
}
