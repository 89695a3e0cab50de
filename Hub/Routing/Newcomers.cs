namespace SupportHub.Routing;

/// <summary>What somebody who asks between two projections can be told at once.</summary>
public static class Newcomers
{
    /// <param name="since">How many with whom an agent is shared came since that projection.</param>
    /// <returns>None where the last projection knows nobody who is like them.</returns>
    public static Wait? Tell(Projected last, Need need, int since = 0)
    {
        if (last.Newcomers.TryGetValue(need, out var expected))
            return Behind(expected, expected.Place + since);
        var neighbour = last.Waits.LastOrDefault(w => w.Need == need) ?? last.Waits.LastOrDefault(w => w.Need.Topic == need.Topic);
        return neighbour is null ? null : Behind(neighbour, neighbour.Place + 1 + since);
    }

    // One place further back, the wait is about as much longer as the line is.
    private static Wait Behind(Wait wait, int place) =>
        wait with { Conversation = 0, Place = place, Reserved = null, WrapUp = false, Overtaken = 0, Times = wait.Times?.Stretched((double)place / wait.Place) };
}
