namespace SupportHub.Realtime;

/// <summary>A browser's name for people ("Firefox, Windows"), from what it says of itself.</summary>
public static class Browsers
{
    private static readonly (string Mark, string Name)[] Products =
    [
        ("Edg/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    public static string? Name(string? userAgent)
    {
        if (string.IsNullOrEmpty(userAgent))
            return null;
        var product = Array.Find(Products, p => userAgent.Contains(p.Mark, StringComparison.Ordinal)).Name;
        var system = Array.Find(Systems, s => userAgent.Contains(s.Mark, StringComparison.Ordinal)).Name;
        return (product, system) switch
        {
            (null, null) => null,
            (null, _) => system,
            (_, null) => product,
            _ => $"{product}, {system}",
        };
    }
}
