using System.Data.Common;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using SupportHub.Integration.Realtime;
using SupportHub.Shared;
using SupportHub.Storage;
using SupportHub.Tests;

namespace SupportHub.Integration.Routing;

/// <summary>A shop with three agents of one place each, and its clock in the test's hand.</summary>
public abstract class WaitingWorld(Engine engine)
{
    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    protected TestDatabase Store { get; private set; } = null!;

    protected InProcessHub Hub { get; set; } = null!;

    [SetUp]
    public async Task Start()
    {
        Store = await TestDatabase.Create(engine);
        await World.Seed(Store, capacity: 1, "Claire", "Arnaud", "Helene");
    }

    [TearDown]
    public async Task End()
    {
        await Hub.DisposeAsync();
        Store.Dispose();
    }

    /// <summary>A connection to what the hub keeps.</summary>
    protected Task<DbConnection> Open() => new Database(Options.Create(new StorageOptions { Postgres = Store.Postgres, Folder = Store.Folder })).Open();

    protected static async Task<long> Asks(RawSignalR customer, long session) =>
        (await customer.Ask("Start", new { session, topicId = World.Topic, body = "Hello" })).GetProperty("id").GetInt64();

    /// <summary>Turns the clock until the push is there.</summary>
    protected async Task<JsonElement> Eventually(RawSignalR line, string target, Func<JsonElement, bool> fits, int seconds = 90)
    {
        for (var second = 0; ; second++)
        {
            try
            {
                return await line.Next(target, fits, TimeSpan.FromMilliseconds(100));
            }
            catch (TimeoutException) when (second < seconds)
            {
                Clock.Advance(TimeSpan.FromSeconds(1));
            }
        }
    }

    /// <summary>Lets so many seconds pass, with time for what happens in each.</summary>
    protected async Task Pass(int seconds)
    {
        await using var bystander = await World.Visitor(Hub.Address);
        for (var second = 0; second < seconds; second++)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            for (var turn = 0; turn < 2; turn++)
                await bystander.Ask("Hello", new { version = 1, language = "en" });
        }
    }

    /// <summary>Turns the clock until the hub has been the only one for so long that it asks nobody what was written.</summary>
    protected Task UntilAlone() => SupportHub.Tests.Eventually.Succeeds(() =>
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That(Hub.Get<Node>().IsAloneSince(Clock.NowMs() - (3 * Protocol.HeadEveryMs)));
        return Task.CompletedTask;
    });

    protected static int Head(JsonElement push) => push.GetProperty("head").GetInt32();

    protected static string? Joined(JsonElement push) => push.GetProperty("entries").EnumerateArray().Where(e => ChatTests.Kind(e) == "joined")
        .Select(e => e.GetProperty("detail").GetProperty("agent").GetProperty("firstName").GetString()).FirstOrDefault();

    protected static IEnumerable<string?> Holds(JsonElement push) =>
        push.GetProperty("entries").EnumerateArray().Where(e => ChatTests.Kind(e) == "hold").Select(e => e.GetProperty("detail").GetProperty("hold").GetString());

    /// <summary>So many seconds after each conversation, before the hub runs.</summary>
    protected async Task GiveTime(int wrapUpSeconds)
    {
        await using var connection = await Open();
        await connection.ExecuteAsync(
            """
            INSERT INTO site_waiting (site_id, tolerance_seconds, strict_order, cadence_seconds, service_level_seconds, service_level_percent, handle_minutes, wrap_up_seconds)
            VALUES (1, 120, @strict, 60, 60, 80, 8, @wrapUpSeconds)
            """,
            new { wrapUpSeconds, strict = false });
    }

    /// <summary>Asks, and waits until an agent has it.</summary>
    protected async Task<long> Answered(RawSignalR customer, long session)
    {
        var id = await Asks(customer, session);
        await Eventually(customer, "Entries", p => ChatTests.Kinds(p).Contains("joined"));
        return id;
    }

    protected static async Task<IReadOnlyList<JsonElement>> Summaries(RawSignalR agent) =>
        [.. (await agent.Ask("Hello", new { version = 1 })).GetProperty("conversations").EnumerateArray()];

    /// <summary>When the first entry of a kind was written.</summary>
    protected static long At(JsonElement push, string kind) =>
        push.GetProperty("entries").EnumerateArray().First(e => ChatTests.Kind(e) == kind).GetProperty("at").GetInt64();

    protected static JsonElement Agent(JsonElement agents, long id) =>
        agents.GetProperty("agents").EnumerateArray().First(a => a.GetProperty("person").GetProperty("id").GetInt64() == id);

    protected static int WrapUps(JsonElement agents, long id) => Agent(agents, id).TryGetProperty("wrapUps", out var ends) ? ends.GetArrayLength() : 0;
}
