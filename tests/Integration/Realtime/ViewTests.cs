using System.Text.Json;
using NUnit.Framework;
using SupportHub.Tests;

namespace SupportHub.Integration.Realtime;

/// <summary>An old view plus the pushes since equals a fresh view, for every command and role.</summary>
public sealed class ViewTests
{
    private const long Claire = 1, Helene = 2;
    private TestDatabase _database = null!;
    private InProcessHub _hub = null!;

    [SetUp]
    public async Task Start()
    {
        _database = await TestDatabase.Create(Engine.Sqlite);
        await World.Seed(_database, capacity: 2, "Claire", "Helene");
        _hub = await InProcessHub.Start(_database, null, "--Limits:NewVisitorsPerMinute=10000", "--Limits:ConnectionsPerVisitor=1000");
    }

    [TearDown]
    public async Task End()
    {
        await _hub.DisposeAsync();
        _database.Dispose();
    }

    [Test]
    public async Task An_old_view_and_the_pushes_since_are_a_fresh_view([Values(1, 2, 3, 4)] int seed)
    {
        var random = new Random(seed);
        var token = await World.Token(_hub.Address);
        await using var customer = await World.Visitor(_hub.Address, token);
        await using var claire = await World.Agent(_hub, Claire);
        await using var helene = await World.Agent(_hub, Helene);
        var started = await customer.Ask("Start", new { session = 1, body = "one" });
        var id = started.GetProperty("id").GetInt64();
        var ofCustomer = new Observer(customer, id);
        ofCustomer.Begin(started.GetProperty("entries"), 0);
        var ofAgents = new List<(RawSignalR Line, Observer View)>();
        foreach (var agent in new[] { claire, helene })
        {
            var opened = await agent.Ask("Open", id);
            var view = new Observer(agent, id);
            view.Begin(opened.GetProperty("entries"), opened.GetProperty("readByVisitor").GetInt32());
            ofAgents.Add((agent, view));
        }

        var numbers = new Dictionary<RawSignalR, int> { [customer] = 1, [claire] = 0, [helene] = 0 };
        var done = new HashSet<string>();
        for (var step = 0; step < 60; step++)
        {
            var agent = random.Next(2) == 0 ? claire : helene;
            var other = agent == claire ? Helene : Claire;
            var (line, method, argument) = random.Next(11) switch
            {
                0 or 1 => (customer, "Send", Message(customer)),
                2 => (customer, "Introduce", new { conversation = id, name = $"Name {step}" }),
                3 => (customer, "Rate", new { conversation = id, score = random.Next(11), comment = "thanks" }),
                4 => (customer, "Leave", id),
                5 => (agent, "Send", Message(agent)),
                6 => (agent, "Note", Message(agent)),
                7 => (agent, "Take", id),
                8 => (agent, "Transfer", random.Next(2) == 0
                    ? new { conversation = id, agentId = (long?)other, topicId = (long?)null, reason = "knows" }
                    : new { conversation = id, agentId = (long?)null, topicId = (long?)World.Topic, reason = "topic" }),
                9 => (agent, "Resolve", new { conversation = id, outcome = "solved", remark = "done" }),
                _ => (random.Next(2) == 0 ? customer : agent, "Read", (object)id),
            };
            var reply = method == "Read" ? await line.Invoke("Read", id, random.Next(1, 50)) : await line.Invoke(method, argument);
            if (reply.TryGetProperty("value", out _))
                done.Add(method);
            else if (method is "Send" or "Note")
                numbers[line]--;
            if (random.Next(4) == 0)
                await Same();
        }
        await Same();
        Assert.That(done, Is.EquivalentTo(new[] { "Send", "Introduce", "Rate", "Leave", "Note", "Take", "Transfer", "Resolve", "Read" }).Or.SupersetOf(new[] { "Send", "Note", "Resolve", "Read" }));

        object Message(RawSignalR from) => new { conversation = id, session = from == customer ? 1 : 9, number = ++numbers[from], body = $"text {numbers[from]}" };

        Task Same() => Eventually.Succeeds(async () =>
        {
            await ofCustomer.TakePushes();
            await using var again = await World.Socket(_hub.Address, token);
            var fresh = (await again.Ask("Hello", new { version = 1, language = "en" })).GetProperty("conversation");
            var page = fresh.GetProperty("entries");
            Assert.That(ofCustomer.Entries, Is.EqualTo(page.GetProperty("entries").EnumerateArray().Select(e => e.GetRawText())));
            Assert.That(ofCustomer.State, Is.EqualTo((fresh.GetProperty("status").GetString(), AgentOf(fresh))));
            Assert.That(ofCustomer.Read, Is.EqualTo(fresh.GetProperty("readByAgent").GetInt32()));
            foreach (var (line, view) in ofAgents)
            {
                await view.TakePushes();
                var opened = await line.Ask("Open", id);
                Assert.That(view.Entries, Is.EqualTo(opened.GetProperty("entries").GetProperty("entries").EnumerateArray().Select(e => e.GetRawText())));
                var summary = opened.GetProperty("summary");
                Assert.That(view.State, Is.EqualTo((summary.GetProperty("status").GetString(), summary.TryGetProperty("agentId", out var a) ? a.GetInt64() : (long?)null)));
                Assert.That(view.Read, Is.EqualTo(opened.GetProperty("readByVisitor").GetInt32()));
            }
        });

        static long? AgentOf(JsonElement view) => view.TryGetProperty("agent", out var agent) ? agent.GetProperty("id").GetInt64() : null;
    }

    [Test]
    public async Task Connecting_while_others_write_ends_in_the_same_view_a_thousand_times()
    {
        var token = await World.Token(_hub.Address);
        await using var writer = await World.Visitor(_hub.Address, token);
        var id = (await writer.Ask("Start", new { session = 1, body = "one" })).GetProperty("id").GetInt64();
        var writing = true;
        var number = 1;
        var written = Task.Run(async () =>
        {
            while (Volatile.Read(ref writing))
                await writer.Ask("Send", new { conversation = id, session = 1, number = ++number, body = $"text {number}" });
        });

        var truth = new List<(int First, List<int> Seqs)>();
        for (var round = 0; round < 50; round++)
            truth.AddRange(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Look())));
        Volatile.Write(ref writing, false);
        await written;

        Assert.That(truth, Has.Count.EqualTo(1000));
        var all = new List<int>();
        for (var last = 0; ;)
        {
            var page = await writer.Ask("After", id, last);
            all.AddRange(page.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("seq").GetInt32()));
            last = all[^1];
            if (last >= page.GetProperty("head").GetInt32())
                break;
        }
        foreach (var (first, seqs) in truth)
            Assert.That(seqs, Is.EqualTo(all.Where(s => s > first && s <= seqs[^1])));

        async Task<(int, List<int>)> Look()
        {
            await using var line = await World.Socket(_hub.Address, token);
            var welcome = (await line.Ask("Hello", new { version = 1, language = "en" })).GetProperty("conversation");
            var view = new Observer(line, id);
            view.Begin(welcome.GetProperty("entries"), 0);
            // Until something written after the snapshot has come by push.
            var seen = view.Last;
            await Eventually.Succeeds(async () =>
            {
                await view.TakePushes();
                Assert.That(view.Last, Is.GreaterThan(seen + 1));
            });
            return (view.First, [.. view.Entries.Select(e => JsonElement.Parse(e).GetProperty("seq").GetInt32())]);
        }
    }
}
