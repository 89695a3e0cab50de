namespace SupportHub.Routing;

/// <summary>
/// The queue in order, with its classes: those who wait for exactly the same agents under the same rule are one class, in which the
/// order is all that counts. Everything is an index: waiters 0..Count-1 are those who wait, then one newcomer per need that is expected.
/// </summary>
internal sealed class Line
{
    private readonly Dictionary<(Need, bool Strict), int> _byNeed = [];
    private readonly Dictionary<string, int> _byAgents = [];
    private readonly List<int[]> _agentsOf = [];
    private readonly List<bool> _strict = [];

    public Line(Queue queue)
    {
        Answerers = queue.Answerers;
        Waiters = InOrder(queue.Waiting);
        Expected = queue.Expected;
        ClassOf = new int[Waiters.Length + Expected.Count];
        for (var i = 0; i < Waiters.Length; i++)
            ClassOf[i] = Class(Waiters[i]);
        // A newcomer waits like most here: by the strict rule only where everyone does.
        var strict = Waiters.Length > 0 && Array.TrueForAll(Waiters, w => w.Strict);
        for (var e = 0; e < Expected.Count; e++)
            ClassOf[Waiters.Length + e] = Class(Expected[e].Need, strict);

        AgentsOf = [.. _agentsOf];
        Strict = [.. _strict];
        Places = [.. AgentsOf.Select(agents => agents.Sum(a => Answerers[a].Capacity))];
        var classesOf = Answerers.Select(_ => new List<int>()).ToArray();
        Answers = new bool[Answerers.Count * Classes];
        for (var c = 0; c < Classes; c++)
            foreach (var agent in AgentsOf[c])
            {
                classesOf[agent].Add(c);
                Answers[agent * Classes + c] = true;
            }
        ClassesOf = [.. classesOf.Select(c => c.ToArray())];
    }

    public IReadOnlyList<Answerer> Answerers { get; }
    public Waiter[] Waiters { get; }
    public IReadOnlyList<Expected> Expected { get; }
    public int Count => Waiters.Length;
    public int Classes => AgentsOf.Length;
    public int[] ClassOf { get; }

    /// <summary>Class to the agents who answer it.</summary>
    public int[][] AgentsOf { get; }

    /// <summary>Agent to the classes that he or she answers.</summary>
    public int[][] ClassesOf { get; }

    /// <summary>Whether an agent answers a class: at agent × <see cref="Classes"/> + class.</summary>
    public bool[] Answers { get; }

    /// <summary>Per class.</summary>
    public bool[] Strict { get; }

    /// <summary>Per class: how many conversations at once its agents can have.</summary>
    public int[] Places { get; }

    public Need NeedOf(int i) => i < Count ? Waiters[i].Need : Expected[i - Count].Need;

    /// <summary>The agent's index, if that agent can answer this one.</summary>
    public int AgentFor(int i, long? agent)
    {
        if (agent is { } wanted)
            foreach (var a in AgentsOf[ClassOf[i]])
                if (Answerers[a].Agent == wanted)
                    return a;
        return Turns.Nobody;
    }

    private int Class(Waiter waiter) => Eligibility.Owner(Answerers, waiter) is var owner and not Turns.Nobody
        ? Class([owner], waiter.Strict)
        : waiter.Missed.Count == 0
        ? Class(waiter.Need, waiter.Strict)
        : Class(Eligibility.Of(Answerers, waiter.Need, waiter.Missed), waiter.Strict);

    private int Class(Need need, bool strict)
    {
        if (!_byNeed.TryGetValue((need, strict), out var found))
            _byNeed[(need, strict)] = found = Class(Eligibility.Of(Answerers, need, []), strict);
        return found;
    }

    private int Class(int[] agents, bool strict)
    {
        var key = $"{strict} {string.Join(' ', agents)}";
        if (!_byAgents.TryGetValue(key, out var found))
        {
            _byAgents[key] = found = _agentsOf.Count;
            _agentsOf.Add(agents);
            _strict.Add(strict);
        }
        return found;
    }

    private static Waiter[] InOrder(IReadOnlyList<Waiter> waiting)
    {
        Waiter[] line = [.. waiting];
        for (var i = 1; i < line.Length; i++)
            if (Compare(line[i - 1], line[i]) > 0)
            {
                Array.Sort(line, Compare);
                break;
            }
        return line;
    }

    private static int Compare(Waiter one, Waiter other) =>
        other.Rank.CompareTo(one.Rank) is var rank and not 0 ? rank : one.Conversation.CompareTo(other.Conversation);
}
