using Dapper;
using Microsoft.Extensions.Options;
using NUnit.Framework;
using SupportHub.Storage;
using SupportHub.Tests;

namespace SupportHub.Integration.Faults;

/// <summary>The hub dies twenty times under load, as a machine without power dies. What was acknowledged is there, once, in order.</summary>
[OnBothEngines]
public sealed class KillTests(Engine engine)
{
    private const int Kills = 20;
    private const int Conversations = 50;

    /// <summary>In so many of them somebody only reads; who sends has a view of the timeline, too.</summary>
    private const int Readers = 10;

    [Test]
    public async Task Nothing_acknowledged_is_lost_doubled_or_out_of_order_when_the_hub_is_killed()
    {
        using var database = await TestDatabase.Create(engine);
        await World.Seed(database, capacity: 1);
        await using var hub = await HubProcess.Start([.. database.Arguments, "--Limits:NewVisitorsPerMinute=10000"]);
        var talkers = new List<StubbornClient>();
        var readers = new List<StubbornClient>();
        for (var i = 1; i <= Conversations; i++)
        {
            var token = await World.Token(hub.Address);
            long id;
            await using (var line = await World.Visitor(hub.Address, token))
                id = (await line.Ask("Start", new { session = i, body = $"{i}/1" })).GetProperty("id").GetInt64();
            Task<RawSignalR> Connect() => World.Visitor(hub.Address, token);
            talkers.Add(new StubbornClient(Connect, id, i, 2));
            if (i <= Readers)
                readers.Add(new StubbornClient(Connect, id, 1000 + i, 1));
        }
        talkers.ForEach(t => t.Start(talk: true));
        readers.ForEach(r => r.Start(talk: false));

        for (var kill = 0; kill < Kills; kill++)
        {
            // Not at a time but at a point: so many more were acknowledged since the last start.
            var before = talkers.Sum(t => t.AckedCount);
            await Eventually.Succeeds(
                () => talkers.Sum(t => t.AckedCount) >= before + 40 + 13 * kill ? Task.CompletedTask : throw new TimeoutException("Nothing is acknowledged any more."),
                2 * LongEnough.Usually);
            await hub.Restart();
        }
        await Task.WhenAll(talkers.Select(t => t.Silence()));

        Assert.That(talkers.SelectMany(t => t.Surprises), Is.Empty);
        var store = new Database(Options.Create(new StorageOptions { Postgres = database.Postgres, Folder = database.Folder }));
        await using var connection = await store.Open();
        for (var i = 0; i < Conversations; i++)
        {
            var rows = await connection.QueryAsync<(int, string?)>("SELECT seq, body FROM entries WHERE conversation_id = @id ORDER BY seq", new { id = talkers[i].Conversation });
            Assert.That(HistoryChecker.Check([talkers[i].Acked], [.. rows]), Is.Empty);
            foreach (var client in talkers.Concat(readers).Where(c => c.Conversation == talkers[i].Conversation))
            {
                await client.CatchUp();
                Assert.That(client.View, Is.EqualTo(rows), "every client has every entry, once, in order");
            }
        }
        Assert.That(hub.Log.Contains("access_token", StringComparison.Ordinal), Is.False, "no token in the logs");
        foreach (var client in talkers.Concat(readers))
            await client.DisposeAsync();
    }
}
