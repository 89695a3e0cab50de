namespace SupportHub.Routing;

/// <summary>A wait that ended.</summary>
public readonly record struct WaitEnd(double Seconds, bool GaveUp);

/// <summary>
/// How soon customers give up: events over exposure, by how long they have waited, with a weak prior (one in a hundred a minute). Being
/// answered ends the exposure without an event, so nothing is learnt from it but patience.
/// </summary>
public sealed class Patience
{
    private const double PriorEvents = 0.1;
    private const double PriorSeconds = 600;
    private static readonly double[] From = [0, 60, 180, 480, 1200];
    private readonly double[] _rate = new double[From.Length];
    private readonly double[] _before = new double[From.Length];

    private Patience(double[] events, double[] exposure)
    {
        for (var age = 0; age < From.Length; age++)
        {
            _rate[age] = (PriorEvents + events[age]) / (PriorSeconds + exposure[age]);
            if (age > 0)
                _before[age] = _before[age - 1] + _rate[age - 1] * (From[age] - From[age - 1]);
        }
    }

    public static Patience Learn(IEnumerable<WaitEnd> ends)
    {
        var (events, exposure) = (new double[From.Length], new double[From.Length]);
        foreach (var end in ends)
        {
            for (var age = 0; age < From.Length && From[age] < end.Seconds; age++)
                exposure[age] += Math.Min(end.Seconds, age + 1 < From.Length ? From[age + 1] : double.PositiveInfinity) - From[age];
            if (end.GaveUp)
                events[Age(end.Seconds)]++;
        }
        return new Patience(events, exposure);
    }

    /// <summary>Expected reasons to give up until this age: the chance of still being there is e to the minus of it.</summary>
    public double Hazard(double waitedSeconds)
    {
        var age = Age(waitedSeconds);
        return _before[age] + _rate[age] * (waitedSeconds - From[age]);
    }

    private static int Age(double seconds)
    {
        var age = From.Length - 1;
        while (age > 0 && From[age] > seconds)
            age--;
        return age;
    }
}
