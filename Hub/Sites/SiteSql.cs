using Dapper;
using SupportHub.Storage;

namespace SupportHub.Sites;

public static class SiteSql
{
    public static async Task<IReadOnlyList<StoredSite>> ReadAll(Database database, CancellationToken cancel)
    {
        await using var connection = await database.Open(cancel);
        var sites = await connection.QueryAsync<SiteRow>(
            "SELECT id, site_key, name, origins, languages, color, phone, pre_chat, wording, created_at FROM sites ORDER BY created_at, id");
        var topics = await connection.QueryAsync<TopicRow>(
            "SELECT id, site_id, position, title, archived_at FROM topics ORDER BY site_id, position, id");
        var bySite = topics.ToLookup(t => t.SiteId);
        return [.. sites.Select(s => new StoredSite(s, [.. bySite[s.Id]]))];
    }
}
