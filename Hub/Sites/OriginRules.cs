namespace SupportHub.Sites;

/// <summary>Web origins (RFC 6454) as browsers send them: scheme, host and port, the host in its ASCII form, no default port.</summary>
public static class OriginRules
{
    public const string Anywhere = "*";

    /// <summary>The origin, or null where the text is no origin or carries more than one: a path would promise what can't be kept.</summary>
    public static string? Normalize(string? text) =>
        text?.Trim() == Anywhere ? Anywhere
        : Parse(text) is { } uri && uri.AbsolutePath == "/" && uri.Query.Length == 0 && uri.Fragment.Length == 0 ? Write(uri)
        : null;

    /// <summary>The origin of any address of a website, as people paste it: "example.com/fr" will do.</summary>
    public static string? OfAddress(string? text) =>
        Parse(text is null || text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text.Trim()) is { } uri ? Write(uri) : null;

    private static Uri? Parse(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.UserInfo.Length == 0
        && uri.IdnHost.Length > 0
        && !uri.IdnHost.Contains('*', StringComparison.Ordinal)
        && (uri.IdnHost.Contains('.', StringComparison.Ordinal) || uri.HostNameType == UriHostNameType.IPv6 || uri.IdnHost == "localhost")
            ? uri
            : null;

    private static string Write(Uri uri)
    {
        var host = uri.HostNameType == UriHostNameType.IPv6 ? $"[{uri.IdnHost.Trim('[', ']')}]" : uri.IdnHost.ToLowerInvariant();
        return uri.IsDefaultPort ? $"{uri.Scheme}://{host}" : $"{uri.Scheme}://{host}:{uri.Port}";
    }
}
