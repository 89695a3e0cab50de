namespace SupportHub.Routing;

/// <summary>A conversation that ended, from its record.</summary>
public sealed record HandleTimeRow
{
    public long AgentId { get; init; }
    public long? TopicId { get; init; }
    public int Seconds { get; init; }
    public long EndedAt { get; init; }
    public long BeganAt => EndedAt - Seconds * 1000L;
}

/// <summary>For each conversation that ended: the share of its time in which its agent had as many as he or she takes. Pure.</summary>
public static class FullShares
{
    /// <param name="rows">In any order.</param>
    /// <param name="capacity">Of an agent.</param>
    /// <returns>Newest first.</returns>
    public static IReadOnlyList<HandleTime> Of(IReadOnlyList<HandleTimeRow> rows, Func<long, int> capacity) =>
    [
        .. rows.GroupBy(r => r.AgentId)
            .SelectMany(own => OfAgent([.. own], Math.Max(1, capacity(own.Key))))
            .OrderByDescending(t => t.EndedAt)
            .Select(t => t.Time),
    ];

    private static IEnumerable<(long EndedAt, HandleTime Time)> OfAgent(List<HandleTimeRow> rows, int capacity)
    {
        var full = Full(rows, capacity);
        foreach (var row in rows)
        {
            var within = full.Sum(f => Math.Max(0, Math.Min(f.To, row.EndedAt) - Math.Max(f.From, row.BeganAt)));
            yield return (row.EndedAt, new HandleTime(row.AgentId, row.TopicId, row.Seconds, row.Seconds == 0 ? 1 : within / (row.Seconds * 1000.0)));
        }
    }

    /// <summary>When the agent had all that he or she takes.</summary>
    private static List<(long From, long To)> Full(List<HandleTimeRow> rows, int capacity)
    {
        List<(long, long)> full = [];
        var (running, since) = (0, 0L);
        foreach (var (at, change) in rows.Select(r => (At: r.BeganAt, Change: 1)).Concat(rows.Select(r => (At: r.EndedAt, Change: -1))).OrderBy(e => e.At).ThenBy(e => e.Change))
        {
            var before = running;
            running += change;
            if (before < capacity && running >= capacity)
                since = at;
            else if (before >= capacity && running < capacity)
                full.Add((since, at));
        }
        return full;
    }
}
