using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using SupportHub.Agents.SignIn;
using SupportHub.Shared;
using SupportHub.Tests;
using SupportHub.Tests.Agents;

namespace SupportHub.Integration.Faults;

/// <summary>Several hub processes on one PostgreSQL, which hear of each other through Redis.</summary>
public sealed class NodesTests
{
    [Test]
    public async Task Visitor_and_agent_on_different_nodes_see_the_same_whatever_dies()
    {
        await using var redis = await RedisServer.Create();
        using var database = await TestDatabase.Create(Engine.Postgres);
        await World.Seed(database, capacity: 3, "Claire");
        string[] settings = [.. database.Arguments, $"--Redis:Connection={redis.Connection}", "--Limits:NewVisitorsPerMinute=10000"];
        await using var north = await HubProcess.Start(settings);
        await using var south = await HubProcess.Start(settings);

        var cookie = await SignIn(south.Address, "Claire");
        await using var claire = await World.Agent(south.Address, cookie);
        var token = await World.Token(north.Address);
        await using var first = await World.Visitor(north.Address, token);
        var id = (await first.Ask("Start", new { session = 1, body = "1/1" })).GetProperty("id").GetInt64();
        await first.Next("Entries", p => p.ToString().Contains("\"joined\""));
        await claire.Next("Summary", s => s.GetProperty("id").GetInt64() == id && s.GetProperty("status").GetString() == "assigned");
        await claire.Ask("Open", id);
        var clock = Stopwatch.StartNew();
        await first.Ask("Send", new { conversation = id, session = 1, number = 2, body = "across" });
        await claire.Next("Entries", p => p.ToString().Contains("across"));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)), "by a push, not by a head");

        // The visitor's client moves to whichever node is there.
        var dead = false;
        await using var customer = new StubbornClient(() => World.Visitor(Volatile.Read(ref dead) ? south.Address : north.Address, token), id, 2, 1);
        await using var agent = new StubbornClient(
            async () =>
            {
                var line = await World.Agent(south.Address, cookie);
                await line.Ask("Open", id);
                return line;
            },
            id, 3, 1);
        customer.Start(talk: true);
        agent.Start(talk: true);
        await Both(100);

        await redis.Stop();
        var away = Stopwatch.StartNew();
        var atStop = (customer.AckedCount, agent.AckedCount);
        await Eventually.Succeeds(() => away.Elapsed > TimeSpan.FromSeconds(30) ? Task.CompletedTask : throw new TimeoutException(), TimeSpan.FromSeconds(60));
        Assert.That(customer.AckedCount, Is.GreaterThan(atStop.Item1 + 50), "Redis is not needed to talk");
        Assert.That(agent.AckedCount, Is.GreaterThan(atStop.Item2 + 50));
        var mark = agent.Acked[^1].Seq;
        await Eventually.Succeeds(() => customer.View[^1].Seq >= mark ? Task.CompletedTask : throw new TimeoutException("The heads did not bring it."), TimeSpan.FromSeconds(20));
        await using (var newcomer = await World.Visitor(north.Address))
            Assert.That((await newcomer.Ask("Start", new { session = 9, body = "9/1" })).GetProperty("id").GetInt64(), Is.Positive, "and a new visitor gets in meanwhile");
        await redis.Start();

        Volatile.Write(ref dead, true);
        await north.Kill();
        await Both(customer.AckedCount + 100);
        await customer.Silence();
        await agent.Silence();
        Assert.That(customer.Surprises.Concat(agent.Surprises), Is.Empty);
        var last = Math.Max(customer.Acked[^1].Seq, agent.Acked[^1].Seq);
        foreach (var client in new[] { customer, agent })
            await Eventually.Succeeds(() => client.View[^1].Seq >= last ? Task.CompletedTask : throw new TimeoutException("Not all came."), TimeSpan.FromSeconds(20));
        Assert.That(HistoryChecker.Check([customer.Acked, agent.Acked], agent.View), Is.Empty);
        Assert.That(customer.View, Is.EqualTo(agent.View));

        Task Both(int count) => Eventually.Succeeds(
            () => customer.AckedCount >= count && agent.AckedCount >= count / 2 ? Task.CompletedTask : throw new TimeoutException("Too few were acknowledged."));
    }

    [Test]
    public async Task When_the_node_that_dispatches_dies_another_takes_over_and_nobody_loses_the_place()
    {
        await using var redis = await RedisServer.Create();
        using var database = await TestDatabase.Create(Engine.Postgres);
        await World.Seed(database, capacity: 1, "Claire");
        string[] settings = [.. database.Arguments, $"--Redis:Connection={redis.Connection}"];
        await using var north = await HubProcess.Start(settings);
        await using var south = await HubProcess.Start(settings);
        await using var claire = await World.Agent(south.Address, await SignIn(south.Address, "Claire"));
        await using var busy = await World.Visitor(south.Address);
        var first = (await busy.Ask("Start", new { session = 1, body = "first" })).GetProperty("id").GetInt64();
        await busy.Next("Entries", Joined);

        var token = await World.Token(north.Address);
        await using var second = await World.Visitor(north.Address, token);
        await second.Ask("Start", new { session = 2, body = "second" });
        await second.Next("Waiting", p => Place(p) == 1);
        await using var third = await World.Visitor(south.Address);
        await third.Ask("Start", new { session = 3, body = "third" });
        await third.Next("Waiting", p => Place(p) == 2);

        // The first to start dispatches.
        await north.Kill();
        var since = Stopwatch.StartNew();
        await using var back = await World.Visitor(south.Address, token);
        await claire.Ask("Resolve", new { conversation = first, outcome = "solved" });
        await back.Next("Entries", Joined);
        Assert.That(since.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
        await third.Next("Waiting", p => Place(p) == 1);

        static bool Joined(System.Text.Json.JsonElement push) => push.ToString().Contains("\"joined\"");

        static int? Place(System.Text.Json.JsonElement push) => push.TryGetProperty("card", out var card) ? card.GetProperty("place").GetInt32() : null;
    }

    [Test]
    public async Task An_agent_sees_who_is_at_a_node_that_was_there_before_hers_and_not_who_was_when_it_was_killed()
    {
        await using var redis = await RedisServer.Create();
        using var database = await TestDatabase.Create(Engine.Postgres);
        await World.Seed(database, capacity: 3, "Claire");
        await using var north = await HubProcess.Start([.. database.Arguments, $"--Redis:Connection={redis.Connection}"]);
        await using var visitor = await World.Visitor(north.Address);
        await visitor.Ask("Start", new { session = 1, body = "Is anybody here?" });

        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var south = await InProcessHub.Start(database, clock, $"--Redis:Connection={redis.Connection}");
        await using var claire = await World.Agent(south, 1);
        await Eventually.Succeeds(async () => Assert.That(await SeesOnlineAfter(100)));

        await redis.Stop();
        for (var time = 0; time < 60_000; time += Protocol.HeadEveryMs)
            Assert.That(await SeesOnlineAfter(Protocol.HeadEveryMs), "without Redis nobody knows better");
        await redis.Start();
        await north.Kill();
        await Eventually.Succeeds(async () => Assert.That(await SeesOnlineAfter(Protocol.HeadEveryMs), Is.False));

        async Task<bool> SeesOnlineAfter(int ms)
        {
            clock.Advance(TimeSpan.FromMilliseconds(ms));
            return (await claire.Ask("Hello", new { version = 1 })).GetProperty("conversations")[0].GetProperty("online").GetBoolean();
        }
    }

    private static async Task<string> SignIn(Uri hub, string name)
    {
        using var page = new PageVisitor(hub);
        await page.SignIn($"{name}@example.com", World.Password);
        return $"{SessionCookie.Name}={page.Cookies[SessionCookie.Name]}";
    }
}
