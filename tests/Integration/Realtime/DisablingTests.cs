using System.Diagnostics;
using System.Net.WebSockets;
using Dapper;
using Microsoft.Extensions.Options;
using NUnit.Framework;
using SupportHub.Storage;
using SupportHub.Tests;

namespace SupportHub.Integration.Realtime;

/// <summary>An account that may no longer be used loses its sockets too, also where another node changed it.</summary>
[OnBothEngines]
public sealed class DisablingTests(Engine engine)
{
    [TestCase("UPDATE agents SET disabled_at = 1 WHERE id = 1")]
    [TestCase("UPDATE agents SET security_stamp = 'another' WHERE id = 1")]
    public async Task The_console_is_told_and_its_socket_closes_within_five_seconds(string changedByAnotherNode)
    {
        using var database = await TestDatabase.Create(engine);
        await World.Seed(database, capacity: 1, "Claire", "Arnaud");
        await using var hub = await InProcessHub.Start(database);
        var cookie = World.Cookie(hub, 1);
        await using var claire = await World.Agent(hub.Address, cookie);
        await using var arnaud = await World.Agent(hub, 2);

        var clock = Stopwatch.StartNew();
        var store = new Database(Options.Create(new StorageOptions { Postgres = database.Postgres, Folder = database.Folder }));
        await using (var connection = await store.Open())
            await connection.ExecuteAsync(changedByAnotherNode);
        await claire.Next("SignedOut");
        await claire.Closed.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
        Assert.That(async () => await RawSignalR.Open(new Uri(hub.Address, "/hubs/agent"), cookie), Throws.TypeOf<WebSocketException>().With.Message.Contains("401"));
        Assert.That((await arnaud.Ask("Hello", new { version = 1 })).GetProperty("me").GetProperty("person").GetProperty("id").GetInt64(), Is.EqualTo(2), "and nobody else's");
    }
}
