namespace SupportHub.Routing;

/// <summary>
/// A name is a reservation. Each place that can become free has at most one next customer; the first in line hold one each, given once
/// and kept until someone is free sooner, or the agent leaves. Where order is strict, a reservation could not hold anybody back for a name: only
/// the head of the line has one, at an agent who writes up and so is known to be free next.
/// </summary>
internal static class Reservations
{
    /// <summary>Those that were told, where the agent still is there for this customer.</summary>
    public static void Keep(Line line, Turns turns)
    {
        for (var i = 0; i < line.Count; i++)
            if (turns.Waits(i) && line.AgentFor(i, line.Waiters[i].Reserved) is var agent and not Turns.Nobody
                && (!line.Waiters[i].Strict || WritesUp(line.Answerers[agent])) && line.Answerers[agent].LeavesInSeconds > 0 && turns.IsOpen(agent))
                turns.Reserve(i, agent);
    }

    /// <summary>For those in line who have none: the agent who is expected to be free first; who knows the customer, if that is soon enough.</summary>
    public static void Give(Line line, Turns turns, Slots slots)
    {
        var none = new bool[line.Classes];
        var left = line.Classes;
        for (var i = 0; i < line.Count && left > 0; i++)
        {
            var c = line.ClassOf[i];
            if (none[c] || !turns.Waits(i) || turns.ReservedFor(i) != Turns.Nobody)
                continue;
            if (Soonest(line, turns, slots, c, 0) is var soonest and not Turns.Nobody)
            {
                turns.Reserve(i, Known(line, turns, slots, i, soonest));
                continue;
            }
            none[c] = true;
            left--;
        }
        GiveInStrictOrder(line, turns, slots);
    }

    private static void GiveInStrictOrder(Line line, Turns turns, Slots slots)
    {
        foreach (var agent in Enumerable.Range(0, line.Answerers.Count).Where(a => WritesUp(line.Answerers[a])).OrderBy(a => slots.ExpectedFree(a, 0, 0)))
            if (turns.IsOpen(agent) && turns.FirstUnnamedInStrictOrder(agent) is var first and not Turns.Nobody)
                turns.Reserve(first, agent);
    }

    private static bool WritesUp(Answerer answerer) => answerer.TakesNew && answerer.Running.Any(r => r.WrapUpSeconds is not null);

    /// <summary>The agent of this class who has a reservation to give and is expected to be free first.</summary>
    /// <param name="most">Of how many the soonest is taken. In a play, for who comes later, the soonest of some does as well.</param>
    /// <param name="from">Where among the class's agents to begin.</param>
    public static int Soonest(Line line, Turns turns, Slots slots, int c, double now, int most = int.MaxValue, int from = 0)
    {
        var (best, soonest) = (Turns.Nobody, double.PositiveInfinity);
        if (turns.Open(c) == 0)
            return best;
        var agents = line.AgentsOf[c];
        var at = from % agents.Length;
        for (var k = 0; k < agents.Length && most > 0; k++)
        {
            var agent = agents[at];
            at = at + 1 == agents.Length ? 0 : at + 1;
            if (!turns.IsOpen(agent))
                continue;
            most--;
            if (slots.ExpectedFree(agent, turns.Own(agent), now) is var free && free < soonest)
                (best, soonest) = (agent, free);
        }
        return best;
    }

    private static int Known(Line line, Turns turns, Slots slots, int i, int soonest)
    {
        var known = line.AgentFor(i, line.Waiters[i].Knows);
        if (known == Turns.Nobody || !turns.IsOpen(known))
            return soonest;
        var longer = slots.ExpectedFree(known, turns.Own(known), 0) - slots.ExpectedFree(soonest, turns.Own(soonest), 0);
        return longer <= line.Waiters[i].ToleranceSeconds ? known : soonest;
    }
}
