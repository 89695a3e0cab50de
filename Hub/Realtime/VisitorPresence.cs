using System.Collections.Concurrent;

namespace SupportHub.Realtime;

/// <summary>Which visitors have the page open: connections to this node, and what other nodes said.</summary>
public sealed class VisitorPresence
{
    private readonly ConcurrentDictionary<long, int> _here = new();
    private readonly ConcurrentDictionary<long, long> _elsewhere = new();

    /// <summary>A visitor came to this node, or left it.</summary>
    public event Action<long, bool>? Changed;

    public bool IsOnline(long visitor) => _here.ContainsKey(visitor) || _elsewhere.ContainsKey(visitor);

    public void Connected(long visitor)
    {
        if (_here.AddOrUpdate(visitor, 1, (_, n) => n + 1) == 1)
            Changed?.Invoke(visitor, true);
    }

    public void Disconnected(long visitor)
    {
        if (_here.AddOrUpdate(visitor, 0, (_, n) => n - 1) > 0 || !_here.TryRemove(new KeyValuePair<long, int>(visitor, 0)))
            return;
        Changed?.Invoke(visitor, false);
    }

    public void Elsewhere(long node, long visitor, bool online)
    {
        if (online)
            _elsewhere[visitor] = node;
        else
            _elsewhere.TryRemove(new KeyValuePair<long, long>(visitor, node));
    }
}
