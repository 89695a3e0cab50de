namespace SupportHub.Callbacks.Attempts;

/// <summary>What a site has set.</summary>
public sealed record RetryPlan
{
    public static readonly RetryPlan Usual = new();

    /// <summary>How often the customer is tried in all.</summary>
    public int Tries { get; init; } = 3;

    /// <summary>After the first, the second… try.</summary>
    public IReadOnlyList<TimeSpan> Pauses { get; init; } = [TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30)];

    public TimeSpan AfterFailure { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>A customer waits no longer because a network wants to be left alone.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>So often a call may fail in a row and is still tried again.</summary>
    public int FailuresInARow { get; init; } = 5;
}
