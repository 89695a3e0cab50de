using SupportHub.Routing.Skills;

namespace SupportHub.Load.Waiting;

/// <summary>A shop with its customers. Times in seconds, handle times relative to the mean.</summary>
internal sealed record Scenario(string Name, IReadOnlyList<Staff> Staff, Func<Random, double> Times)
{
    /// <summary>Days of eight hours.</summary>
    public double Days { get; init; } = 20;

    /// <summary>Work that comes, relative to what the staff on the first hour can do.</summary>
    public double Load { get; init; } = 0.95;

    /// <summary>The load at a time of the run, relative to <see cref="Load"/>.</summary>
    public Func<double, double> Profile { get; init; } = _ => 1;

    /// <summary>Mean patience relative to the mean handle time; none gives up where it is infinite.</summary>
    public double Patience { get; init; } = double.PositiveInfinity;

    /// <summary>Topics with their share of the customers and how much longer than others they take.</summary>
    public IReadOnlyList<(double Share, double Factor)> Topics { get; init; } = [(1, 1)];

    /// <summary>How fast one conversation goes on while its agent has so many (1, 2, 3…).</summary>
    public IReadOnlyList<double> Pace { get; init; } = [1, 1, 1, 1];

    /// <summary>Forgets everything every so many hours: days that are all the first.</summary>
    public double ForgetsAfterHours { get; init; } = double.PositiveInfinity;

    /// <summary>Hours after which waits count.</summary>
    public double CountFromHour { get; init; } = 4;

    /// <summary>What is asked of it.</summary>
    public Targets Targets { get; init; } = new();
}

/// <param name="Gain">How much smaller than the best other one's the error must be; negative: how much larger it may be.</param>
/// <param name="Named">The share of waits that the first agent named must answer.</param>
internal sealed record Targets(double Gain = -0.02, double? Named = null);

/// <param name="Pace">2 is twice as slow.</param>
/// <param name="Away">Hours of the run when not there, and whether the roster says so.</param>
internal sealed record Staff(long Agent, int Capacity = 1, double Pace = 1, Func<double, Shift>? Away = null)
{
    public SkillSet Skills { get; init; } = SkillSet.Everything;
}

/// <param name="Here">Whether the agent takes new ones now.</param>
/// <param name="ChangesIn">Seconds until that changes.</param>
internal readonly record struct Shift(bool Here, double ChangesIn, bool Known);
