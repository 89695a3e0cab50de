namespace SupportHub.Callbacks.Attempts;

/// <summary>The attempt as a state machine. Pure: the state is saved before any step is done.</summary>
public static class AttemptRules
{
    public static (Attempt State, IReadOnlyList<AttemptStep> Steps) Next(Attempt before, AttemptEvent happened, AttemptLimits limits)
    {
        var after = FactRules.Learn(before, happened);
        return (after, [.. StepRules.Between(before, after, happened, limits)]);
    }
}
