namespace SupportHub.Routing;

/// <summary>Nobody is idle while someone waits who could be answered.</summary>
internal static class Starts
{
    /// <returns>Who starts now, in this order, by index of waiter and agent.</returns>
    public static List<(int Waiter, int Agent)> Begin(Line line, Turns turns)
    {
        List<(int, int)> starts = [];
        var load = line.Answerers.Select(a => a.Running.Count).ToArray();
        var last = line.Answerers.Select(a => a.LastAssignedAt).ToArray();
        foreach (var waiter in line.Waiters)
            for (var a = 0; a < load.Length && waiter.OfferedTo is not null; a++)
                if (line.Answerers[a].Agent == waiter.OfferedTo)
                    load[a]++;

        StartOwned();
        while (FirstWithSomeoneFree() is var first and not Turns.Nobody)
        {
            var agent = Best(first);
            var next = turns.NextFor(agent);
            turns.Start(next, agent);
            starts.Add((next, agent));
            load[agent]++;
            last[agent] = long.MaxValue;
        }
        return starts;

        // Whoever promised to call at this time calls, however many chats there are besides: the time was kept for it. One at a time.
        void StartOwned()
        {
            for (var i = 0; i < line.Count; i++)
                if (turns.Waits(i) && Eligibility.Owner(line.Answerers, line.Waiters[i]) is var a and not Turns.Nobody
                    && line.Answerers[a] is { Phone: PhoneUse.Free, ArrivesInSeconds: <= 0, LeavesInSeconds: > 0 } owner && !starts.Exists(s => s.Item2 == a))
                {
                    turns.Start(i, a);
                    starts.Add((i, a));
                    (load[a], last[a]) = (Math.Max(load[a] + 1, owner.Capacity), long.MaxValue);
                }
        }

        bool IsFree(int a) => line.Answerers[a] is { ArrivesInSeconds: <= 0, LeavesInSeconds: > 0 } answerer && load[a] < answerer.Capacity;

        int FirstWithSomeoneFree()
        {
            var found = Turns.Nobody;
            for (var c = 0; c < line.Classes; c++)
                if (turns.Head(c) is var head and not Turns.Nobody && (found == Turns.Nobody || head < found) && Array.Exists(line.AgentsOf[c], IsFree))
                    found = head;
            return found;
        }

        // The one who was named; who knows the customer; who knows the topic best; then work is spread before it is stacked.
        int Best(int i)
        {
            var (waiter, named) = (line.Waiters[i], turns.ReservedFor(i));
            return line.AgentsOf[line.ClassOf[i]].Where(IsFree).MinBy(a =>
                (a != named, line.Answerers[a].Agent != waiter.Knows, -(line.Answerers[a].Skills.Level(waiter.Topic) ?? 0), load[a], last[a], line.Answerers[a].Agent));
        }
    }
}
