using Dapper;
using SupportHub.Shared;
using SupportHub.Storage;

namespace SupportHub.Realtime;

/// <summary>A visitor as far as known.</summary>
public sealed record Visitor
{
    public long Id { get; init; }
    public long SiteId { get; init; }
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Language { get; init; }
    public string? TimeZone { get; init; }
    public string? Page { get; init; }
    public string? PageTitle { get; init; }
    public string? Browser { get; init; }
}

internal static class VisitorSql
{
    /// <returns>False where the id is somebody else's.</returns>
    public static async Task<bool> Create(Database database, long id, long site, string? browser, long nowMs)
    {
        await using var connection = await database.Open();
        return await connection.ExecuteAsync(
            "INSERT INTO visitors (id, site_id, browser, created_at, seen_at) VALUES (@id, @site, @browser, @nowMs, @nowMs) ON CONFLICT (id) DO NOTHING",
            new { id, site, browser, nowMs }) == 1;
    }

    public static async Task<Visitor?> Find(Database database, long id)
    {
        await using var connection = await database.Open();
        return await connection.QueryFirstOrDefaultAsync<Visitor>(
            "SELECT id, site_id, name, email, language, time_zone, page, page_title, browser FROM visitors WHERE id = @id", new { id });
    }

    /// <returns>The visitor as now known; null where the row is gone.</returns>
    public static async Task<Visitor?> Seen(Database database, long id, VisitorHello hello, long nowMs)
    {
        await using var connection = await database.Open();
        return await connection.QueryFirstOrDefaultAsync<Visitor>(
            """
            UPDATE visitors SET language = @Language, time_zone = @TimeZone, page = @Page, page_title = @PageTitle, seen_at = @nowMs
            WHERE id = @id
            RETURNING id, site_id, name, email, language, time_zone, page, page_title, browser
            """,
            new { id, hello.Language, hello.TimeZone, hello.Page, hello.PageTitle, nowMs });
    }
}
