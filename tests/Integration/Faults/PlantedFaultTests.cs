using Dapper;
using Microsoft.Extensions.Options;
using NUnit.Framework;
using SupportHub.Storage;
using SupportHub.Tests;

namespace SupportHub.Integration.Faults;

/// <summary>The checker against real faults in a real run: the same run without the fault leaves it nothing to say.</summary>
public sealed class PlantedFaultTests
{
    [Test]
    public async Task Two_nodes_without_the_unique_key_are_caught([Values] bool planted)
    {
        using var database = await TestDatabase.Create(Engine.Postgres);
        await World.Seed(database, capacity: 1);
        if (planted)
            await Execute(database, "ALTER TABLE entries DROP CONSTRAINT entries_pkey");
        await using var north = await InProcessHub.Start(database);
        await using var south = await InProcessHub.Start(database);
        var (token, id) = await Begin(north.Address);
        await using var one = new StubbornClient(() => World.Visitor(north.Address, token), id, 2, 1);
        await using var two = new StubbornClient(() => World.Visitor(south.Address, token), id, 3, 1);

        one.Start(talk: true);
        two.Start(talk: true);
        await Eventually.Succeeds(
            () => Math.Min(one.AckedCount, two.AckedCount) >= 20 ? Task.CompletedTask : throw new TimeoutException("Too few were acknowledged."));
        await Task.WhenAll(one.Silence(), two.Silence());

        var faults = HistoryChecker.Check([one.Acked, two.Acked], await Entries(database, id));
        Assert.That(faults, planted ? Has.Some.Contains("not dense") : Is.Empty);
    }

    [Test]
    public async Task An_acknowledgement_before_the_commit_is_caught_when_the_hub_is_killed([Values] bool planted)
    {
        using var database = await TestDatabase.Create(Engine.Sqlite);
        await World.Seed(database, capacity: 1);
        await using var hub = await HubProcess.Start(database.Arguments);
        // The timeline begins with the message, "queued" and "hold", so a later message's seq is its number and two.
        await using var proxy = await HastyProxy.Start(hub.Address, number => number + 2);
        var (token, id) = await Begin(hub.Address);
        await using var client = new StubbornClient(() => World.Visitor(proxy.Address, token), id, 1, 2);

        client.Start(talk: true);
        await Acknowledged(20);
        if (planted)
            proxy.Hold();
        await Acknowledged(client.AckedCount + 5);
        await client.Silence();
        if (!planted)
            await Eventually.Succeeds(async () => Assert.That((await Entries(database, id))[^1].Seq, Is.EqualTo(client.Acked[^1].Seq)));
        await hub.Restart();

        var faults = HistoryChecker.Check([client.Acked], await Entries(database, id));
        Assert.That(faults, planted ? Has.Some.Contains("was acknowledged and is lost") : Is.Empty);

        Task Acknowledged(int count) => Eventually.Succeeds(
            () => client.AckedCount >= count ? Task.CompletedTask : throw new TimeoutException("Too few were acknowledged."));
    }

    private static async Task<(string Token, long Conversation)> Begin(Uri hub)
    {
        var token = await World.Token(hub);
        await using var line = await World.Visitor(hub, token);
        var id = (await line.Ask("Start", new { session = 1, body = "1/1" })).GetProperty("id").GetInt64();
        await line.Next("Entries", p => p.ToString().Contains("\"hold\""));
        return (token, id);
    }

    private static async Task<IReadOnlyList<(int Seq, string? Body)>> Entries(TestDatabase database, long conversation)
    {
        await using var connection = await Store(database).Open();
        return [.. await connection.QueryAsync<(int, string?)>("SELECT seq, body FROM entries WHERE conversation_id = @conversation ORDER BY seq", new { conversation })];
    }

    private static async Task Execute(TestDatabase database, string sql)
    {
        await using var connection = await Store(database).Open();
        await connection.ExecuteAsync(sql);
    }

    private static Database Store(TestDatabase database) =>
        new(Options.Create(new StorageOptions { Postgres = database.Postgres, Folder = database.Folder }));
}
