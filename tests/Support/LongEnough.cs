namespace SupportHub.Tests;

/// <summary>
/// How long a test waits for what should be there at once, on a machine that is busy with other things or stands still for a while (a virtual one
/// that is copied or moved, see <see cref="Standstills"/>). Nothing waits longer than it must.
/// </summary>
public static class LongEnough
{
    public static TimeSpan Usually { get; } = TimeSpan.FromMinutes(3);

    /// <summary>Where a page must be loaded, compiled and drawn first.</summary>
    public static TimeSpan ForBrowsers { get; } = TimeSpan.FromMinutes(5);
}
