using Dapper;
using SupportHub.Sites.Hours;
using SupportHub.Storage;

namespace SupportHub.Sites;

public sealed class SiteSql(Database database)
{
    public async Task<IReadOnlyList<StoredSite>> ReadAll(CancellationToken cancel = default)
    {
        await using var connection = await database.Open(cancel);
        var sites = await connection.QueryAsync<SiteRow>(
            "SELECT id, site_key, name, origins, languages, color, phone, pre_chat, wording, created_at FROM sites ORDER BY created_at, id");
        var topics = await connection.QueryAsync<TopicRow>(
            "SELECT id, site_id, position, title, archived_at FROM topics ORDER BY site_id, position, id");
        var hours = await connection.QueryAsync<HoursRow>("SELECT site_id, time_zone, holidays, schedules, exceptions, channels FROM site_hours");
        var (bySite, hoursOf) = (topics.ToLookup(t => t.SiteId), hours.ToDictionary(h => h.SiteId));
        return [.. sites.Select(s => new StoredSite(s, [.. bySite[s.Id]], hoursOf.GetValueOrDefault(s.Id)))];
    }

    public Task Insert(SiteRow site) => Execute(
        """
        INSERT INTO sites (id, site_key, name, origins, languages, color, phone, pre_chat, wording, created_at)
        VALUES (@Id, @SiteKey, @Name, @Origins, @Languages, @Color, @Phone, @PreChat, @Wording, @CreatedAt)
        """, site);

    public Task Update(SiteRow site) => Execute(
        """
        UPDATE sites SET name = @Name, origins = @Origins, languages = @Languages, color = @Color, phone = @Phone,
            pre_chat = @PreChat, wording = @Wording
        WHERE id = @Id
        """, site);

    public Task Insert(TopicRow topic) => Execute(
        "INSERT INTO topics (id, site_id, position, title, archived_at) VALUES (@Id, @SiteId, @Position, @Title, @ArchivedAt)", topic);

    public Task Update(TopicRow topic) => Execute("UPDATE topics SET title = @Title, archived_at = @ArchivedAt WHERE id = @Id", topic);

    public async Task Order(IReadOnlyList<long> ids)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        for (var position = 0; position < ids.Count; position++)
            await connection.ExecuteAsync("UPDATE topics SET position = @position WHERE id = @id", new { position, id = ids[position] }, transaction);
        await transaction.CommitAsync();
    }

    private async Task Execute(string statement, object row)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(statement, row);
    }
}
