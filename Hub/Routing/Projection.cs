namespace SupportHub.Routing;

/// <summary>
/// The one function that says who answers whom now, and what everyone else can be told: it plays the queue forward by the rule that
/// assigns. Same input and same stream, same output.
/// </summary>
public static class Projection
{
    private const int ManyPlays = 128;
    private const int FewPlays = 32;
    private const int ManyUpTo = 2000;

    // Until it rings off, an offer may be accepted at any moment.
    private const double OfferSeconds = 20;

    /// <param name="plays">A power of two; none where only who starts and who is reserved is wanted.</param>
    public static Projected Project(Queue queue, WaitModel model, Random stream, int? plays = null)
    {
        var line = new Line(queue);
        var turns = new Turns(line);
        Reservations.Keep(line, turns);
        var starts = Starts.Begin(line, turns);
        var slots = new Slots(line, model, [.. starts, .. Ringing(line)]);
        Reservations.Give(line, turns, slots);

        var count = plays ?? (line.Count > ManyUpTo ? FewPlays : ManyPlays);
        var waits = count == 0 ? [] : new PlayForward(line, turns, slots, model, count, stream).Run();
        var told = new Telling(line, turns, starts, waits, count, OfferSeconds);
        return new Projected(
            [.. starts.Select(s => new Start(line.Waiters[s.Waiter].Conversation, line.Answerers[s.Agent].Agent))],
            told.Waits(),
            told.Newcomers());
    }

    private static IEnumerable<(int Waiter, int Agent)> Ringing(Line line)
    {
        for (var i = 0; i < line.Count; i++)
            for (var a = 0; a < line.Answerers.Count && line.Waiters[i].OfferedTo is not null; a++)
                if (line.Answerers[a].Agent == line.Waiters[i].OfferedTo)
                    yield return (i, a);
    }
}
