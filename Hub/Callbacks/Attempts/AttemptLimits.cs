namespace SupportHub.Callbacks.Attempts;

/// <summary>How long each thing may take.</summary>
public sealed record AttemptLimits
{
    public static readonly AttemptLimits Usual = new();

    public TimeSpan AgentRings { get; init; } = TimeSpan.FromSeconds(25);

    public TimeSpan CustomerRings { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>People talk for as long as they like; so often it is looked whether they still do.</summary>
    public TimeSpan TalkLooks { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>From the commit to the network's answer. After that the process that placed the order is gone.</summary>
    public TimeSpan OrderAnswers { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Reports come within a second or two; after so long they are late.</summary>
    public TimeSpan ReportsLag { get; init; } = TimeSpan.FromSeconds(20);

    public TimeSpan Settling { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Asking the network, as often as it is asked again. After that the process that asked is gone.</summary>
    public TimeSpan LooksTake { get; init; } = TimeSpan.FromMinutes(1);

    public TimeSpan NetworkAway { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>What a network wants is not waited for any longer.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Nobody is left waiting longer for word of a call of which nothing can be learnt.</summary>
    public TimeSpan GivesUp { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Two who talk may go on for as long as the network lets them.</summary>
    public TimeSpan TalkGivesUp { get; init; } = TimeSpan.FromMinutes(65);

    /// <param name="connected">The site has a telephone account; without one no word comes either.</param>
    public TimeSpan GivesUpAfter(AttemptPhase phase, bool connected) => connected && phase == AttemptPhase.Talking ? TalkGivesUp : GivesUp;

    /// <param name="wanted">How long the network wants to be left alone.</param>
    public TimeSpan AskedAgainIn(TimeSpan? wanted) => LeftAlone.For(wanted, NetworkAway, LongestPause);

    /// <summary>A call that was ordered in the last seconds may be missing in the network's list.</summary>
    public IReadOnlyList<TimeSpan> SearchPauses { get; init; } = [TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(20)];
}
