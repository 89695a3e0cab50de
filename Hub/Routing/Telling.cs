namespace SupportHub.Routing;

/// <summary>From what was played to what each can be told.</summary>
internal sealed class Telling(
    Line line, Turns turns, IReadOnlyList<(int Waiter, int Agent)> starts, float[] waits, int plays, double offerSeconds)
{
    private readonly long[][] _eligible = [.. line.AgentsOf.Select(agents => Array.ConvertAll(agents, a => line.Answerers[a].Agent))];
    private readonly int[] _ahead = new int[line.Classes];
    private readonly int[][] _rivals = Rivals(line);

    // Of each agent: how many places are free as soon as what was in them is written up, and go to no one who comes earlier in line.
    private readonly int[] _writtenUp = [.. line.Answerers.Select(a => a.Running.Count(r => r.WrapUpSeconds is not null))];

    public IReadOnlyList<Wait> Waits()
    {
        List<Wait> told = new(line.Count);
        var started = starts.Select(s => s.Waiter).ToHashSet();
        for (var i = 0; i < line.Count; i++)
        {
            if (started.Contains(i))
                continue;
            told.Add(Tell(i, line.Waiters[i].Conversation));
            _ahead[line.ClassOf[i]]++;
        }
        return told;
    }

    /// <summary>After <see cref="Waits"/>: behind everyone.</summary>
    public IReadOnlyDictionary<Need, Wait> Newcomers()
    {
        var told = new Dictionary<Need, Wait>(line.Expected.Count);
        for (var i = line.Count; i < line.ClassOf.Length; i++)
            told[line.NeedOf(i)] = Tell(i, 0);
        return told;
    }

    private Wait Tell(int i, long conversation)
    {
        var c = line.ClassOf[i];
        var waiter = i < line.Count ? line.Waiters[i] : null;
        var agent = waiter?.OfferedTo is null ? turns.ReservedFor(i) : Turns.Nobody;
        var reserved = waiter?.OfferedTo ?? (agent >= 0 ? line.Answerers[agent].Agent : null);
        var place = 1;
        foreach (var rival in _rivals[c])
            place += _ahead[rival];
        var overtaken = waiter?.Overtaken ?? 0;
        foreach (var start in starts)
            if (start.Waiter > i && line.Answers[start.Agent * line.Classes + c])
                overtaken++;
        return new Wait(conversation, line.NeedOf(i), place, reserved, _eligible[c], overtaken, Times(i, waiter), agent >= 0 && _writtenUp[agent]-- > 0);
    }

    private WaitDistribution? Times(int i, Waiter? waiter)
    {
        if (plays == 0 || _eligible[line.ClassOf[i]].Length == 0)
            return null;
        var own = waits.AsMemory(i * plays, plays);
        if (waiter?.OfferedTo is not null)
            for (var play = 0; play < plays; play++)
                own.Span[play] = (float)((play + 0.5) / plays * offerSeconds);
        return WaitDistribution.Over(own);
    }

    /// <summary>Per class: those with whom it shares an agent, itself included.</summary>
    private static int[][] Rivals(Line line) =>
        [.. Enumerable.Range(0, line.Classes).Select(c => Enumerable.Range(0, line.Classes)
            .Where(other => Array.Exists(line.AgentsOf[c], a => line.Answers[a * line.Classes + other]))
            .ToArray())];
}
