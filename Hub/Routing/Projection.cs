namespace SupportHub.Routing;

/// <summary>One who waits. Lists of them are in the order of the queue.</summary>
/// <param name="Reserved">The agent who was named to this customer, and is kept while possible.</param>
public readonly record struct Waiter(long Conversation, long? Reserved);

/// <summary>One who answers.</summary>
/// <param name="Elapsed">Seconds since each chat that the agent has now began.</param>
public sealed record Answerer(long Agent, int Capacity, IReadOnlyList<double> Elapsed, long LastAssignedAt)
{
    public int Free => Math.Max(0, Capacity - Elapsed.Count);
}

/// <param name="Starts">Who answers whom now.</param>
/// <param name="Waits">For the others, in the order of the queue: what they can be told.</param>
public sealed record Projected(IReadOnlyList<(long Conversation, long Agent)> Starts, IReadOnlyList<Wait> Waits);

/// <param name="Place">1 is next.</param>
/// <param name="Agent">The reserved agent; none further back.</param>
/// <param name="Early">Seconds: the wait is longer in nine of ten plays. None where nobody answers.</param>
/// <param name="Late">Seconds: the wait is shorter in nine of ten plays.</param>
public readonly record struct Wait(long Conversation, int Place, long? Agent, double? Early, double? Late);

/// <summary>
/// Plays the queue forward: the one function that says who answers whom now, and who will answer everyone else and when. A name is a
/// reservation: each chat that can end has at most one next customer, who keeps it unless someone is free sooner.
/// </summary>
public static class Projection
{
    private const int Plays = 128;
    private const double EarlyQuantile = 0.10;
    private const double LateQuantile = 0.90;

    public static Projected Project(IReadOnlyList<Waiter> queue, IReadOnlyList<Answerer> agents, HandleTimes times, Random stream)
    {
        var starts = Start(queue, agents, out var left, out var busy);
        if (left.Count == 0)
            return new Projected(starts, []);
        var slots = busy.SelectMany(a => a.Elapsed.Select(e => new Slot(a.Agent, e))).ToList();
        if (slots.Count == 0)
            return new Projected(starts, [.. left.Select((w, i) => new Wait(w.Conversation, i + 1, null, null, null))]);

        var reserved = Reserve(left, slots, times);
        var waits = Play(left, slots, reserved, times, stream);
        return new Projected(starts, [.. left.Select((w, i) =>
        {
            var sorted = waits[i];
            Array.Sort(sorted);
            return new Wait(w.Conversation, i + 1, reserved[i] is { } s ? slots[s].Agent : null, sorted[(int)(Plays * EarlyQuantile)], sorted[(int)(Plays * LateQuantile)]);
        })]);
    }

    /// <summary>Nobody is idle while someone waits: whoever is free takes the own reserved customer first, else the head of the line.</summary>
    private static List<(long, long)> Start(IReadOnlyList<Waiter> queue, IReadOnlyList<Answerer> agents, out List<Waiter> left, out List<Answerer> after)
    {
        left = [.. queue];
        List<(long, long)> starts = [];
        var free = agents.ToDictionary(a => a.Agent, a => a.Free);
        var given = agents.ToDictionary(a => a.Agent, _ => 0);
        // Least recently assigned first, one chat at a time, so that work is spread before it is stacked.
        while (left.Count > 0 && agents.Where(a => free[a.Agent] > 0).OrderBy(a => given[a.Agent] + a.Elapsed.Count).ThenBy(a => a.LastAssignedAt).ThenBy(a => a.Agent).FirstOrDefault() is { } agent)
        {
            var own = left.FindIndex(w => w.Reserved == agent.Agent);
            var next = Math.Max(own, 0);
            starts.Add((left[next].Conversation, agent.Agent));
            left.RemoveAt(next);
            free[agent.Agent]--;
            given[agent.Agent]++;
        }
        after = [.. agents.Select(a => a with { Elapsed = [.. a.Elapsed, .. Enumerable.Repeat(0.0, given[a.Agent])] })];
        return starts;
    }

    /// <summary>For each place in line the slot that is reserved for it, or none. Given once and kept; the first places get one each.</summary>
    private static int?[] Reserve(List<Waiter> queue, List<Slot> slots, HandleTimes times)
    {
        var reserved = new int?[queue.Count];
        var taken = new bool[slots.Count];
        // Expected order of ending: drawn with a stream of its own, so that the same chats always give the same order.
        var steady = new Random(17);
        var expected = slots.Select(s => Enumerable.Range(0, 32).Average(_ => times.DrawRemaining(s.Elapsed, steady))).ToArray();
        for (var i = 0; i < queue.Count; i++)
            if (queue[i].Reserved is { } agent && Soonest(s => slots[s].Agent == agent) is { } kept)
                (reserved[i], taken[kept]) = (kept, true);
        for (var i = 0; i < queue.Count && i < slots.Count; i++)
            if (reserved[i] is null && Soonest(_ => true) is { } next)
                (reserved[i], taken[next]) = (next, true);
        return reserved;

        int? Soonest(Func<int, bool> which)
        {
            int? best = null;
            for (var s = 0; s < slots.Count; s++)
                if (!taken[s] && which(s) && (best is null || expected[s] < expected[best.Value]))
                    best = s;
            return best;
        }
    }

    private static double[][] Play(List<Waiter> queue, List<Slot> slots, int?[] reserved, HandleTimes times, Random stream)
    {
        var waits = new double[queue.Count][];
        for (var i = 0; i < waits.Length; i++)
            waits[i] = new double[Plays];
        var ends = new PriorityQueue<int, double>();
        var served = new bool[queue.Count];
        for (var play = 0; play < Plays; play++)
        {
            ends.Clear();
            Array.Clear(served);
            for (var s = 0; s < slots.Count; s++)
                ends.Enqueue(s, times.DrawRemaining(slots[s].Elapsed, stream));
            var owner = new int[slots.Count];
            Array.Fill(owner, -1);
            for (var i = 0; i < reserved.Length; i++)
                if (reserved[i] is { } s)
                    owner[s] = i;
            var head = 0;
            for (var count = 0; count < queue.Count; count++)
            {
                ends.TryDequeue(out var slot, out var at);
                while (served[head])
                    head++;
                var next = owner[slot] >= 0 && !served[owner[slot]] ? owner[slot] : head;
                owner[slot] = -1;
                served[next] = true;
                waits[next][play] = at;
                ends.Enqueue(slot, at + times.Draw(stream));
            }
        }
        return waits;
    }

    private readonly record struct Slot(long Agent, double Elapsed);
}
