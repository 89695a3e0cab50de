using System.Collections.Concurrent;

namespace SupportHub.Conversations;

/// <summary>The heads of conversations that were written to lately. Used by the journal's loop alone, but for <see cref="Invalidate"/>.</summary>
internal sealed class HeadCache(JournalWriter writer)
{
    private const int Limit = 20_000;

    private readonly Dictionary<long, Head> _heads = [];
    private readonly ConcurrentQueue<long> _outdated = [];
    private long _use;

    /// <summary>From any thread.</summary>
    public void Invalidate(long conversation) => _outdated.Enqueue(conversation);

    public async ValueTask<Head> Get(long conversation)
    {
        while (_outdated.TryDequeue(out var outdated))
            if (_heads.TryGetValue(outdated, out var known))
                known.Stale = true;
        if (!_heads.TryGetValue(conversation, out var head))
            _heads[conversation] = head = new Head();
        head.Touched = ++_use;
        if (head.Stale)
            await writer.CatchUp(conversation, head);
        return head;
    }

    /// <summary>Forgets the half that was not used for longest, when there are too many.</summary>
    public void Trim()
    {
        if (_heads.Count <= Limit)
            return;
        foreach (var old in _heads.OrderBy(h => h.Value.Touched).Take(Limit / 2).Select(h => h.Key).ToList())
            _heads.Remove(old);
    }
}
