namespace SupportHub.Routing;

/// <summary>The smallest first. Each number carries its time and what it is about, so that one comparison does.</summary>
internal sealed class Heap(int capacity)
{
    private readonly long[] _keys = new long[capacity];

    public int Count { get; private set; }

    public long Top => _keys[0];

    public void Clear() => Count = 0;

    /// <summary>At the end: <see cref="Order"/> after many, <see cref="Rise"/> after one.</summary>
    public void Add(long key) => _keys[Count++] = key;

    public void Order()
    {
        for (var at = Count / 2 - 1; at >= 0; at--)
            Sink(at, _keys[at]);
    }

    public void Rise()
    {
        var at = Count - 1;
        var key = _keys[at];
        while (at > 0 && _keys[(at - 1) / 2] > key)
        {
            _keys[at] = _keys[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        _keys[at] = key;
    }

    public void ReplaceTop(long key) => Sink(0, key);

    public void RemoveTop()
    {
        Count--;
        if (Count > 0)
            Sink(0, _keys[Count]);
    }

    private void Sink(int at, long key)
    {
        var keys = _keys.AsSpan(0, Count);
        for (var child = 2 * at + 1; child < keys.Length; child = 2 * at + 1)
        {
            var least = keys[child];
            if (child + 1 < keys.Length && keys[child + 1] < least)
                least = keys[++child];
            if (least >= key)
                break;
            keys[at] = least;
            at = child;
        }
        keys[at] = key;
    }
}
