namespace SupportHub.Routing;

/// <summary>Who can be expected to ask: as many as in the last half hour.</summary>
public static class ArrivalRates
{
    public const double WindowSeconds = 1800;

    /// <param name="needs">What is offered here, so that newcomers get an answer even where nobody asked lately.</param>
    /// <param name="recent">Who asked within the window.</param>
    /// <param name="seconds">For how long that was watched; shorter than the window just after a start.</param>
    public static IReadOnlyList<Expected> From(IEnumerable<Need> needs, IEnumerable<Need> recent, double seconds)
    {
        var counts = recent.CountBy(need => need).ToDictionary();
        var watched = Math.Clamp(seconds, 60, WindowSeconds);
        return [.. needs.Concat(counts.Keys).Distinct().Select(need => new Expected(need, counts.GetValueOrDefault(need) / watched))];
    }
}
