namespace SupportHub.Routing;

/// <summary>
/// Stratified draws: over all plays, each subject gets one number from each of as many equal parts of (0, 1] as there are plays, in an
/// order of its own. The same precision with fewer plays.
/// </summary>
internal sealed class Strata
{
    private const int Orders = 64;
    private readonly int _plays;
    private readonly ushort[] _orders;
    private readonly uint[] _subjects;

    /// <param name="plays">A power of two.</param>
    public Strata(int plays, int subjects, ref Dice dice)
    {
        _plays = plays;
        _orders = new ushort[Orders * plays];
        for (var order = 0; order < Orders; order++)
            Shuffle(_orders.AsSpan(order * plays, plays), ref dice);
        _subjects = new uint[subjects];
        for (var i = 0; i < subjects; i++)
            _subjects[i] = (uint)dice.Next();
    }

    public double Draw(int subject, int play, ref Dice dice)
    {
        var own = _subjects[subject];
        // One of the orders, begun at one of its places.
        var stratum = _orders[(int)(own % Orders) * _plays + ((play + (int)(own >> 16)) & (_plays - 1))];
        return (stratum + dice.Unit()) / _plays;
    }

    private static void Shuffle(Span<ushort> order, ref Dice dice)
    {
        for (var i = 0; i < order.Length; i++)
        {
            var j = (int)(dice.Next() % (ulong)(i + 1));
            order[i] = order[j];
            order[j] = (ushort)i;
        }
    }
}
