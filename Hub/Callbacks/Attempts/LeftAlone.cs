namespace SupportHub.Callbacks.Attempts;

/// <summary>How long a network that wants to be left alone is left alone: as it wants, within what its customers can be asked to wait.</summary>
internal static class LeftAlone
{
    /// <param name="wanted">Absent: it did not say.</param>
    public static TimeSpan For(TimeSpan? wanted, TimeSpan shortest, TimeSpan longest) =>
        wanted is { } pause && pause > shortest ? (pause < longest ? pause : longest) : shortest;
}
