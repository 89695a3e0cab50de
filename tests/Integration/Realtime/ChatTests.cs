using System.Text.Json;
using NUnit.Framework;
using SupportHub.Tests;

namespace SupportHub.Integration.Realtime;

/// <summary>The main job, seen from outside by a client in no particular language.</summary>
[OnBothEngines]
public sealed class ChatTests(Engine engine)
{
    private TestDatabase _database = null!;
    private InProcessHub _hub = null!;

    [SetUp]
    public async Task Start()
    {
        _database = await TestDatabase.Create(engine);
        await World.Seed(_database, capacity: 1, "Claire", "Arnaud", "Helene");
        _hub = await InProcessHub.Start(_database, null, "--Limits:NewVisitorsPerMinute=10000");
    }

    [TearDown]
    public async Task End()
    {
        await _hub.DisposeAsync();
        _database.Dispose();
    }

    [Test]
    public async Task A_customer_reaches_a_named_agent_and_both_talk()
    {
        await using var claire = await World.Agent(_hub, 1);
        await using var customer = await World.Visitor(_hub.Address, language: "fr");

        var started = await customer.Ask("Start", new { session = 5, topicId = World.Topic, body = "Bonjour", name = "Marc" });
        var id = started.GetProperty("id").GetInt64();
        var joined = await customer.Next("Entries", p => Kinds(p).Contains("joined"));
        var agent = joined.GetProperty("entries").EnumerateArray().First(e => Kind(e) == "joined").GetProperty("detail").GetProperty("agent");
        Assert.That(agent.GetProperty("firstName").GetString(), Is.EqualTo("Claire"));

        var summary = await claire.Next("Summary", s => s.GetProperty("status").GetString() == "assigned");
        Assert.That(summary.GetProperty("customerName").GetString(), Is.EqualTo("Marc"));
        var opened = await claire.Ask("Open", id);
        Assert.That(opened.GetProperty("summary").GetProperty("language").GetString(), Is.EqualTo("fr"));
        Assert.That(Bodies(opened.GetProperty("entries")), Does.Contain("Bonjour"));

        await claire.Ask("Typing", id);
        var typing = await customer.Next("Typing");
        Assert.That(typing.GetProperty("agent").GetProperty("firstName").GetString(), Is.EqualTo("Claire"));

        var sent = await claire.Ask("Send", new { conversation = id, session = 77, number = 1, body = "Je suis Claire." });
        await customer.Next("Entries", p => Bodies(p).Contains("Je suis Claire."));
        await customer.Ask("Read", id, sent.GetProperty("seq").GetInt32());
        var read = await claire.Next("Read");
        Assert.That(read.GetProperty("seq").GetInt32(), Is.EqualTo(sent.GetProperty("seq").GetInt32()));

        await claire.Ask("Resolve", new { conversation = id, outcome = "solved", remark = "for us only" });
        var end = await customer.Next("Entries", p => Kinds(p).Contains("resolved"));
        Assert.That(Kinds(end), Is.EqualTo(new[] { "resolved" }));
    }

    [Test]
    public async Task No_frame_that_a_customer_receives_holds_anything_internal()
    {
        await using var claire = await World.Agent(_hub, 1);
        await using var customer = await World.Visitor(_hub.Address);
        var id = (await customer.Ask("Start", new { session = 5, body = "Hello" })).GetProperty("id").GetInt64();
        await customer.Next("Entries", p => Kinds(p).Contains("joined"));

        await claire.Ask("Note", new { conversation = id, session = 77, number = 1, body = "secret-note" });
        await claire.Ask("Send", new { conversation = id, session = 77, number = 2, body = "after the note" });
        await claire.Ask("Transfer", new { conversation = id, agentId = 2, reason = "secret-reason" });
        await using var arnaud = await World.Agent(_hub, 2);
        await arnaud.Ask("Resolve", new { conversation = id, outcome = "refunded", remark = "secret-remark" });
        await customer.Next("Entries", p => Kinds(p).Contains("resolved"));
        var all = await customer.Ask("After", id, 0);
        await customer.Ask("Before", id, 1000);
        await customer.Ask("Hello", new { version = 1, language = "en" });

        Assert.That(string.Join('\n', customer.Frames), Does.Not.Contain("secret").And.Not.Contain("refunded").And.Not.Contain("\"note\"").And.Not.Contain("outcome"));
        Assert.That(Bodies(all), Does.Contain("after the note"));
        var internals = await arnaud.Ask("After", id, 0);
        Assert.That(internals.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("seq").GetInt32()), Is.EqualTo(Enumerable.Range(1, internals.GetProperty("head").GetInt32())));
    }

    [Test]
    public async Task Who_must_wait_is_told_who_will_answer_what_place_and_how_long_and_moves_up()
    {
        await using var claire = await World.Agent(_hub, 1);
        await using var first = await World.Visitor(_hub.Address);
        await using var second = await World.Visitor(_hub.Address);
        await using var third = await World.Visitor(_hub.Address);
        var firstId = (await first.Ask("Start", new { session = 1, body = "one" })).GetProperty("id").GetInt64();
        await first.Next("Entries", p => Kinds(p).Contains("joined"));
        var secondId = (await second.Ask("Start", new { session = 2, body = "two" })).GetProperty("id").GetInt64();
        var card = (await second.Next("Waiting", p => p.TryGetProperty("card", out _))).GetProperty("card");
        await third.Ask("Start", new { session = 3, body = "three" });
        var behind = (await third.Next("Waiting", p => p.TryGetProperty("card", out _))).GetProperty("card");

        Assert.That(card.GetProperty("agent").GetProperty("firstName").GetString(), Is.EqualTo("Claire"));
        Assert.That(card.GetProperty("place").GetInt32(), Is.EqualTo(1));
        Assert.That(card.GetProperty("fromMinutes").GetInt32(), Is.GreaterThanOrEqualTo(1));
        Assert.That(card.GetProperty("toMinutes").GetInt32(), Is.GreaterThanOrEqualTo(card.GetProperty("fromMinutes").GetInt32()));
        Assert.That(behind.GetProperty("place").GetInt32(), Is.EqualTo(2));
        Assert.That(behind.TryGetProperty("agent", out _), Is.False, "one slot has one next customer");
        Assert.That(behind.GetProperty("team")[0].GetProperty("firstName").GetString(), Is.EqualTo("Claire"));

        await second.Ask("Send", new { conversation = secondId, session = 2, number = 2, body = "a detail meanwhile" });
        await claire.Ask("Resolve", new { conversation = firstId, outcome = "solved" });
        await second.Next("Entries", p => Kinds(p).Contains("joined"));
        var moved = await third.Next("Waiting", p => p.TryGetProperty("card", out var c) && c.GetProperty("place").GetInt32() == 1);
        Assert.That(moved.GetProperty("card").GetProperty("agent").GetProperty("firstName").GetString(), Is.EqualTo("Claire"));
    }

    [Test]
    public async Task The_reserved_agent_answers_the_reserved_customer()
    {
        await using var claire = await World.Agent(_hub, 1);
        await using var arnaud = await World.Agent(_hub, 2);
        var ids = new List<long>();
        var customers = new List<RawSignalR>();
        for (var i = 1; i <= 4; i++)
        {
            var customer = await World.Visitor(_hub.Address);
            customers.Add(customer);
            ids.Add((await customer.Ask("Start", new { session = i, body = $"number {i}" })).GetProperty("id").GetInt64());
            if (i <= 2)
                await customer.Next("Entries", p => Kinds(p).Contains("joined"));
        }
        var named = new List<long>();
        foreach (var waiting in customers.Skip(2))
            named.Add((await waiting.Next("Waiting", p => p.TryGetProperty("card", out var c) && c.TryGetProperty("agent", out _))).GetProperty("card").GetProperty("agent").GetProperty("id").GetInt64());
        Assert.That(named, Is.EquivalentTo(new[] { 1, 2 }));

        // The one who is reserved for the second in line is free first, and takes that one.
        var late = named[1];
        var hers = (await (late == 1 ? claire : arnaud).Ask("Hello", new { version = 1 })).GetProperty("conversations").EnumerateArray()
            .First(c => c.TryGetProperty("agentId", out var a) && a.GetInt64() == late).GetProperty("id").GetInt64();
        await (late == 1 ? claire : arnaud).Ask("Resolve", new { conversation = hers, outcome = "solved" });

        var joined = await customers[3].Next("Entries", p => Kinds(p).Contains("joined"));
        Assert.That(joined.GetProperty("entries").EnumerateArray().First(e => Kind(e) == "joined").GetProperty("detail").GetProperty("agent").GetProperty("id").GetInt64(), Is.EqualTo(late));
        foreach (var customer in customers)
            await customer.DisposeAsync();
    }

    public static string Kind(JsonElement entry) => entry.GetProperty("kind").GetString()!;

    internal static List<string> Kinds(JsonElement push) => [.. push.GetProperty("entries").EnumerateArray().Select(Kind)];

    internal static List<string?> Bodies(JsonElement push) =>
        [.. push.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("kind").GetString() != "hold" && e.TryGetProperty("body", out var body) ? body.GetString() : null)];
}
