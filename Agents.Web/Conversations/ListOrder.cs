namespace SupportHub.AgentsWeb.Conversations;

/// <summary>Keeps a list still while someone points at it: a row must not slip away under a click.</summary>
public static class ListOrder
{
    /// <param name="shown">The ids as they are shown now.</param>
    /// <param name="wanted">The ids in the order they should have.</param>
    /// <param name="still">Somebody points at the list.</param>
    public static IReadOnlyList<long> Arrange(IReadOnlyList<long> shown, IReadOnlyList<long> wanted, bool still)
    {
        if (!still)
            return wanted;
        var kept = shown.Where(wanted.Contains).ToList();
        return [.. kept, .. wanted.Except(kept)];
    }
}
