using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Conversations;

/// <summary>
/// The entries of one conversation that this page holds: one run without a hole. Pushes are hints: what does not follow on is not
/// taken, and <see cref="Behind"/> says that the entries after <see cref="Last"/> must be asked for.
/// </summary>
public sealed class Timeline
{
    private readonly SortedDictionary<int, TimelineBlock> _blocks = [];

    /// <summary>The oldest seq held; 0 where none is.</summary>
    public int First { get; private set; }

    /// <summary>The newest seq held; 0 where none is.</summary>
    public int Last { get; private set; }

    /// <summary>The newest seq known to exist.</summary>
    public int Head { get; private set; }

    public bool Behind => Head > Last;

    public bool HasEarlier => First > 1;

    public IEnumerable<TimelineBlock> Blocks => _blocks.Values;

    public IEnumerable<Entry> Entries => _blocks.Values.SelectMany(b => b.Entries);

    /// <summary>Returns the entries that were new here.</summary>
    public IReadOnlyList<Entry> Fold(EntriesPush push)
    {
        if (push.Entries.Count > 0)
            Learn(push.Entries[^1].Seq);
        return push.After <= Last && Last > 0 ? Append(push.Entries) : [];
    }

    /// <summary>An answer of After, or the newest page of an opening.</summary>
    public IReadOnlyList<Entry> Fold(EntryPage page)
    {
        Learn(page.Head);
        if (Last > 0 && page.After > Last)
            return [];
        return Append(page.Entries);
    }

    /// <summary>An answer of Before: taken only where it ends right before what is held.</summary>
    public void Prepend(EntryPage earlier)
    {
        Learn(earlier.Head);
        var fresh = earlier.Entries.Where(e => e.Seq < First).ToList();
        if (fresh.Count == 0 || fresh[^1].Seq != First - 1)
            return;
        foreach (var entry in fresh)
            Put(entry);
        First = fresh[0].Seq;
    }

    public void Learn(int head) => Head = Math.Max(Head, head);

    /// <summary>Nothing is held any more; what is known to exist stays known.</summary>
    public void Forget()
    {
        _blocks.Clear();
        (First, Last) = (0, 0);
    }

    private List<Entry> Append(IReadOnlyList<Entry> entries)
    {
        var fresh = entries.Where(e => e.Seq > Last).ToList();
        foreach (var entry in fresh)
            Put(entry);
        if (fresh.Count > 0)
        {
            First = First == 0 ? fresh[0].Seq : First;
            Last = fresh[^1].Seq;
        }
        return fresh;
    }

    private void Put(Entry entry)
    {
        var number = entry.Seq / TimelineBlock.Size;
        _blocks[number] = _blocks.TryGetValue(number, out var block) ? block.With(entry) : new TimelineBlock(number, [entry]);
    }
}

/// <summary>A stretch of the timeline that is drawn as one: never changed, only replaced, so that an unchanged one need not be drawn again.</summary>
public sealed record TimelineBlock(int Number, IReadOnlyList<Entry> Entries)
{
    public const int Size = 40;

    public TimelineBlock With(Entry entry) =>
        this with { Entries = entry.Seq > Entries[^1].Seq ? [.. Entries, entry] : [.. Entries.Append(entry).OrderBy(e => e.Seq)] };
}
