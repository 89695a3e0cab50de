namespace SupportHub.Routing;

/// <summary>
/// A distribution of durations, held as a thousand quantiles; beyond the 97 % point it is exponential, because what was seen there is too
/// little to be taken as it is. Without a unit: the caller multiplies.
/// </summary>
internal sealed class TimeCurve
{
    private const int Steps = 1024;
    private const double Tail = 0.03;
    private const int Ages = 512;

    private readonly float[] _quantiles = new float[Steps + 1];
    private readonly float[] _meanRemaining = new float[Ages + 1];
    private readonly double _tailFrom;
    private readonly double _tailMean;
    private readonly double _agesPerUnit;

    /// <param name="points">Durations with their weights, in any order.</param>
    public TimeCurve(IReadOnlyList<(double Value, double Weight)> points)
    {
        var sorted = points.OrderBy(p => p.Value).ToList();
        var total = sorted.Sum(p => p.Weight);
        double below = 0;
        var at = 0;
        for (var k = 0; k <= Steps; k++)
        {
            var wanted = total * k / Steps;
            while (at < sorted.Count - 1 && below + sorted[at].Weight < wanted)
                below += sorted[at++].Weight;
            // Within a point's own weight, from halfway to the one before to the point itself: so few points are no staircase.
            var from = at == 0 ? sorted[0].Value / 2 : sorted[at - 1].Value;
            _quantiles[k] = (float)(from + (sorted[at].Value - from) * Math.Clamp((wanted - below) / sorted[at].Weight, 0, 1));
        }
        _tailFrom = Interpolated(1 - Tail);
        var beyond = sorted.Where(p => p.Value > _tailFrom).ToList();
        _tailMean = beyond.Count == 0 ? _tailFrom / 10 : beyond.Sum(p => p.Weight * (p.Value - _tailFrom)) / beyond.Sum(p => p.Weight);
        _tailMean = Math.Max(_tailMean, _tailFrom / 50);
        _agesPerUnit = Ages / _tailFrom;
        FillMeanRemaining();
    }

    public double Mean => _meanRemaining[0];

    /// <param name="survival">In (0, 1]: the share of durations that are longer.</param>
    public double At(double survival) =>
        survival <= Tail ? _tailFrom - _tailMean * Math.Log(survival / Tail) : Interpolated(1 - survival);

    /// <summary>The share of durations that are longer.</summary>
    public double Survival(double duration)
    {
        if (duration >= _tailFrom)
            return Tail * Math.Exp(-(duration - _tailFrom) / _tailMean);
        int low = 0, high = Steps;
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (_quantiles[middle] <= duration)
                low = middle;
            else
                high = middle;
        }
        var width = _quantiles[high] - _quantiles[low];
        var within = width > 0 ? Math.Clamp((duration - _quantiles[low]) / width, 0, 1) : 0;
        return Math.Max(Tail, 1 - (low + within) / Steps);
    }

    /// <summary>What is left on average of a duration that has lasted so long.</summary>
    public double MeanRemaining(double age)
    {
        var at = age * _agesPerUnit;
        return at < Ages ? _meanRemaining[(int)at] : _tailMean;
    }

    private double Interpolated(double share)
    {
        var at = share * Steps;
        var low = Math.Min((int)at, Steps - 1);
        return _quantiles[low] + (at - low) * (_quantiles[low + 1] - _quantiles[low]);
    }

    private void FillMeanRemaining()
    {
        // The survival's integral from the age on, over the survival at the age.
        var step = _tailFrom / Ages;
        var area = Tail * _tailMean;
        var after = Tail;
        _meanRemaining[Ages] = (float)_tailMean;
        for (var k = Ages - 1; k >= 0; k--)
        {
            var survival = Survival(k * step);
            area += (survival + after) / 2 * step;
            _meanRemaining[k] = (float)(area / survival);
            after = survival;
        }
    }
}
