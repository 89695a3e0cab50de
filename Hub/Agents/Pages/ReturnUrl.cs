namespace SupportHub.Agents.Pages;

/// <summary>Where a page leads back to: only ever to this server.</summary>
public static class ReturnUrl
{
    /// <returns><paramref name="url"/> if it is a path on this server, else "/".</returns>
    public static string Local(string? url) =>
        url is ['/', ..] && url is not ['/', '/' or '\\', ..] && !url.Any(char.IsControl) ? url : "/";
}
