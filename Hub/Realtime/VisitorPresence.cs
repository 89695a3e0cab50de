namespace SupportHub.Realtime;

/// <summary>Which visitors have the page open: connections to this node, and what other nodes said.</summary>
public sealed class VisitorPresence(VisitorLines here, Node self)
{
    /// <summary>Who was not heard between so many of this node's own words is gone.</summary>
    private const int MayMiss = 3;

    private readonly Lock _lock = new();
    private readonly Dictionary<long, OtherNode> _others = [];

    public bool IsOnline(long visitor)
    {
        if (here.Has(visitor))
            return true;
        lock (_lock)
            return _others.Values.Any(n => n.Visitors.Contains(visitor));
    }

    /// <summary>One came to another node, or left it.</summary>
    public void Learn(long node, long visitor, bool online)
    {
        lock (_lock)
        {
            if (online)
                Other(node).Visitors.Add(visitor);
            else
                Other(node).Visitors.Remove(visitor);
        }
    }

    /// <summary>
    /// Everybody at a node, as each says again and again, also to those that start later. A node hears itself as well, which shows that the line between
    /// them works: whoever is silent meanwhile was killed, and its visitors are not there.
    /// </summary>
    /// <returns>Who came or went.</returns>
    public HashSet<long> Learn(long node, IReadOnlyList<long> visitors)
    {
        lock (_lock)
        {
            if (node == self.Id)
                return ForgetTheSilent();
            var other = Other(node);
            other.Missed = 0;
            var changed = other.Visitors;
            other.Visitors = [.. visitors];
            changed.SymmetricExceptWith(other.Visitors);
            return changed;
        }
    }

    private HashSet<long> ForgetTheSilent()
    {
        HashSet<long> gone = [];
        foreach (var (id, other) in _others)
        {
            if (++other.Missed <= MayMiss)
                continue;
            gone.UnionWith(other.Visitors);
            _others.Remove(id);
        }
        return gone;
    }

    private OtherNode Other(long node)
    {
        if (!_others.TryGetValue(node, out var other))
            _others[node] = other = new OtherNode();
        return other;
    }

    private sealed class OtherNode
    {
        public HashSet<long> Visitors { get; set; } = [];
        public int Missed { get; set; }
    }
}
