using System.Diagnostics;
using Dapper;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using NUnit.Framework;
using SupportHub.Storage;
using static Microsoft.Playwright.Assertions;

namespace SupportHub.Tests.Callbacks;

/// <summary>After a breakdown thousands want to be called: console and board stay quick.</summary>
public sealed class ManyCallbacks : KilledLabTest
{
    private const int Many = 5_000;

    [Test]
    public async Task Five_thousand_booked_calls_are_counted_and_the_first_are_shown()
    {
        await Running.Kill();
        await Book();
        await Running.Again();
        var claire = await AnAgent();
        await Expect(claire.List.GetByRole(AriaRole.Button, new() { Name = "et 4\u202f900 de plus" })).ToBeVisibleAsync();
        Assert.That(await claire.Page.Locator(".rows a").CountAsync(), Is.EqualTo(100));

        var watch = Stopwatch.StartNew();
        await claire.Page.Keyboard.PressAsync("c");
        await claire.Page.GetByRole(AriaRole.Button, new() { Name = "Demain" }).ClickAsync();
        await Expect(claire.Page.GetByText("et 4\u202f950 de plus")).ToBeVisibleAsync();
        TestContext.Out.WriteLine($"From the key to tomorrow's board of {Many} calls: {watch.ElapsedMilliseconds} ms");
        Assert.That(await claire.Page.Locator(".stage li").CountAsync(), Is.EqualTo(50));
        await Expect(claire.Page.GetByRole(AriaRole.Region, new() { Name = "Réservés" })).ToContainTextAsync("à Tokyo");
        await Picture(claire.Page, "board-many");
    }

    private async Task Book()
    {
        await using var connection = await new Database(Options.Create(new StorageOptions { Folder = Running.DataFolder })).Open();
        await using var transaction = await connection.BeginTransactionAsync();
        var topic = await connection.QueryFirstAsync<(long Id, long Site)>("SELECT id, site_id FROM topics ORDER BY position LIMIT 1", null, transaction);
        var at = TimeProvider.System.GetUtcNow().AddDays(1).ToUnixTimeMilliseconds();
        await connection.ExecuteAsync(
            "INSERT INTO visitors (id, site_id, name, created_at, seen_at, time_zone) VALUES (9, @site, 'Marc', 0, 0, 'Asia/Tokyo')", new { site = topic.Site }, transaction);
        await connection.ExecuteAsync(
            """
            INSERT INTO conversations (id, site_id, visitor_id, start_session, topic_id, language, status, version, started_at, queued_at, channel, call_to, call_at)
            VALUES (@id, @site, 9, @id, @topic, 'fr', 0, 1, @at, @at, 2, '+33612345678', @at)
            """,
            Enumerable.Range(1, Many).Select(i => new { id = (long)i, site = topic.Site, topic = topic.Id, at }), transaction);
        await transaction.CommitAsync();
    }
}
