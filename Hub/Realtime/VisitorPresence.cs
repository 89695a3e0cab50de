using System.Collections.Concurrent;

namespace SupportHub.Realtime;

/// <summary>Which visitors have the page open: connections to this node, and what other nodes said.</summary>
public sealed class VisitorPresence(VisitorLines here)
{
    private readonly ConcurrentDictionary<long, long> _elsewhere = new();

    public bool IsOnline(long visitor) => here.Has(visitor) || _elsewhere.ContainsKey(visitor);

    public void Elsewhere(long node, long visitor, bool online)
    {
        if (online)
            _elsewhere[visitor] = node;
        else
            _elsewhere.TryRemove(new KeyValuePair<long, long>(visitor, node));
    }
}
