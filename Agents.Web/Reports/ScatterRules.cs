using System.Globalization;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Reports;

/// <summary>How an announcement turned out.</summary>
public enum Outcome
{
    /// <summary>Answered before the announced range began.</summary>
    Sooner,
    Within,
    Later,
}

/// <summary>The plot of announced ranges against real waits. Both axes share one scale, so that the diagonal is "as announced". Pure.</summary>
public static class ScatterRules
{
    private const double Apart = 6.5;

    private static readonly int[] Steps = [1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 480, 960, 1_440];

    public static Outcome Of(AnnouncedWait wait) =>
        wait.WaitedSeconds > wait.ToMinutes * 60.0 ? Outcome.Later : wait.WaitedSeconds < wait.FromMinutes * 60.0 ? Outcome.Sooner : Outcome.Within;

    /// <summary>Where both axes end, in minutes: the first step beyond everything that is drawn.</summary>
    public static int Top(IReadOnlyList<AnnouncedWait> points)
    {
        var most = points.Count == 0 ? 0 : points.Max(p => Math.Max(p.ToMinutes, p.WaitedSeconds / 60));
        return Steps.FirstOrDefault(step => step >= most, Steps[^1]);
    }

    /// <summary>What stands at the axes: the end, and before it what leaves room to be read.</summary>
    public static IReadOnlyList<int> Ticks(int top)
    {
        List<int> ticks = [top];
        foreach (var step in Steps.Reverse().Where(step => step < top))
            if (At(ticks[^1], top) - At(step, top) >= Apart)
                ticks.Add(step);
        return ticks;
    }

    /// <summary>From 0 to 100. By the square root: most waits are short, and would otherwise lie on each other in a corner.</summary>
    public static double At(double minutes, int top) => 100 * Math.Sqrt(Math.Clamp(minutes, 0, top) / top);

    /// <summary>As an SVG length.</summary>
    public static string X(double minutes, int top) => Length(At(minutes, top));

    /// <summary>Upward, as an SVG length.</summary>
    public static string Y(double minutes, int top) => Length(100 - At(minutes, top));

    private static string Length(double percent) => string.Create(CultureInfo.InvariantCulture, $"{percent:0.##}%");
}
