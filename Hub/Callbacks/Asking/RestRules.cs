namespace SupportHub.Callbacks.Asking;

/// <summary>How often in a short time calls may be refused before nothing more is asked for a while. Pure.</summary>
public static class RestRules
{
    /// <summary>In which refusals are counted together.</summary>
    public const long WindowMs = 10 * 60_000;

    public const long RestMs = 10 * 60_000;

    /// <summary>A person who mistypes a number does it once or twice.</summary>
    private const int OfVisitor = 6;

    /// <summary>An office behind one router is one address.</summary>
    private const int OfAddress = 30;

    /// <summary>Who is counted, and from which refusal on rests.</summary>
    /// <param name="from">The network address; null where none is known.</param>
    public static IReadOnlyList<(string Who, int Most)> Counted(long site, long visitor, string? from) =>
        from is null ? [($"visitor {visitor}", OfVisitor)] : [($"visitor {visitor}", OfVisitor), ($"address {site}/{from}", OfAddress)];
}
