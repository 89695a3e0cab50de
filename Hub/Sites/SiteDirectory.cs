namespace SupportHub.Sites;

/// <summary>Every site with its topics, held in memory: read often, changed seldom.</summary>
public sealed class SiteDirectory
{
    private volatile IReadOnlyList<Site> _all = [];

    public IReadOnlyList<Site> All => _all;

    public Site? ByKey(string? key) => _all.FirstOrDefault(s => s.Key == key);

    public Site? ById(long id) => _all.FirstOrDefault(s => s.Id == id);
}
