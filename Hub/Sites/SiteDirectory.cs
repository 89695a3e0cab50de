namespace SupportHub.Sites;

/// <summary>Every site with its topics, held in memory: read often, changed seldom.</summary>
public sealed class SiteDirectory(SiteSql sql) : IDirectory
{
    private readonly SemaphoreSlim _oneRefresh = new(1, 1);
    private IReadOnlyList<StoredSite> _stored = [];
    private volatile IReadOnlyList<Site> _all = [];

    /// <summary>Raised after <see cref="Refresh"/> found a difference.</summary>
    public event Action? Changed;

    public IReadOnlyList<Site> All => _all;

    public Site? ByKey(string? key) => _all.FirstOrDefault(s => s.Key == key);

    public Site? ById(long id) => _all.FirstOrDefault(s => s.Id == id);

    /// <summary>
    /// Reads all sites again: at the start, after each change here, and every two seconds for changes made on other nodes.
    /// A site that did not change stays the same instance.
    /// </summary>
    public async Task Refresh(CancellationToken cancel = default)
    {
        // One at a time: an older reading that ends later must not replace a newer one.
        await _oneRefresh.WaitAsync(cancel);
        bool changed;
        try
        {
            var stored = await sql.ReadAll(cancel);
            var all = stored.Select(s => Same(s) ?? s.ToSite()).ToList();
            changed = !all.SequenceEqual(_all, ReferenceEqualityComparer.Instance);
            (_stored, _all) = (stored, all);
        }
        finally
        {
            _oneRefresh.Release();
        }

        if (changed)
            Changed?.Invoke();
    }

    private Site? Same(StoredSite fresh) =>
        _stored.FirstOrDefault(s => s.Row.Id == fresh.Row.Id) is { } held && held.Row == fresh.Row && held.Hours == fresh.Hours && held.Topics.SequenceEqual(fresh.Topics)
            ? ById(fresh.Row.Id)
            : null;
}
