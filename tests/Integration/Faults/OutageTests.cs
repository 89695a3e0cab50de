using System.Diagnostics;
using Dapper;
using Npgsql;
using NUnit.Framework;
using SupportHub.Tests;

namespace SupportHub.Integration.Faults;

/// <summary>The database is away for half a minute.</summary>
public sealed class OutageTests
{
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(30);

    [Test]
    public async Task While_PostgreSQL_is_away_senders_are_told_so_and_afterwards_everything_goes_out()
    {
        await using var postgres = await PostgresServer.Create();
        using var database = await TestDatabase.CreateOn(postgres);
        await World.Seed(database, capacity: 1);
        await using var hub = await HubProcess.Start([.. database.Arguments, "--Limits:NewVisitorsPerMinute=10000"]);
        var clients = new List<StubbornClient>();
        for (var i = 1; i <= 20; i++)
        {
            var token = await World.Token(hub.Address);
            long id;
            await using (var line = await World.Visitor(hub.Address, token))
                id = (await line.Ask("Start", new { session = i, body = $"{i}/1" })).GetProperty("id").GetInt64();
            clients.Add(new StubbornClient(() => World.Visitor(hub.Address, token), id, i, 2));
        }
        clients.ForEach(c => c.Start(talk: true));
        await Acknowledged(200);

        await postgres.Crash();
        var (clock, memory) = (Stopwatch.StartNew(), await Memory());
        var busyBefore = clients.Sum(c => c.Busy);
        await Eventually.Succeeds(() => clock.Elapsed > Outage ? Task.CompletedTask : throw new TimeoutException(), Outage * 2);
        Assert.That(clients.Sum(c => c.Busy), Is.GreaterThan(busyBefore + 20), "senders are told: not now, send again");
        Assert.That(await Memory(), Is.LessThan(memory + 150 * 1024 * 1024), "and nothing piles up");
        var during = clients.Sum(c => c.AckedCount);

        await postgres.Start();
        await Acknowledged(during + 200);
        await Task.WhenAll(clients.Select(c => c.Silence()));

        Assert.That(clients.SelectMany(c => c.Surprises), Is.Empty);
        await using var connection = new NpgsqlConnection(database.Postgres);
        NpgsqlConnection.ClearPool(connection);
        foreach (var client in clients)
        {
            var rows = await connection.QueryAsync<(int, string?)>("SELECT seq, body FROM entries WHERE conversation_id = @id ORDER BY seq", new { id = client.Conversation });
            Assert.That(HistoryChecker.Check([client.Acked], [.. rows]), Is.Empty);
            await client.CatchUp();
            Assert.That(client.View, Is.EqualTo(rows));
            await client.DisposeAsync();
        }

        Task Acknowledged(int total) => Eventually.Succeeds(
            () => clients.Sum(c => c.AckedCount) >= total ? Task.CompletedTask : throw new TimeoutException("Too few were acknowledged."));
        async Task<long> Memory()
        {
            using var process = Process.GetProcessById(await hub.Pid);
            return process.WorkingSet64;
        }
    }
}
