using System.Text.Json;
using Dapper;
using NUnit.Framework;
using SupportHub.Integration.Realtime;
using SupportHub.Integration.Routing;
using SupportHub.Routing;
using SupportHub.Shared;
using SupportHub.Tests;

namespace SupportHub.Integration.Faults;

/// <summary>The database is away for longer than anything waits, and goes at moments at which nobody can know what it did.</summary>
public sealed class DatabaseAwayTests() : WaitingWorld(Engine.Postgres)
{
    private const int Long = 60;
    private LosingProxy _proxy = null!;

    [SetUp]
    public async Task StartBehind()
    {
        _proxy = new LosingProxy(Store.Postgres!);
        Hub = await StartHub();
        await UntilAlone();
    }

    [TearDown]
    public async Task EndBehind() => await _proxy.DisposeAsync();

    [Test]
    public async Task A_conversation_whose_beginning_was_committed_unknown_to_the_hub_reaches_an_agent_though_its_customer_has_gone()
    {
        await using var claire = await World.Agent(Hub, 1);
        var customer = await World.Visitor(Hub.Address);
        _proxy.LoseAnswerTo("heliotrope");
        Assert.That(await customer.Refused("Start", new { session = 1, topicId = World.Topic, body = "heliotrope" }), Is.EqualTo("busy"));
        await _proxy.Lost.WaitAsync(LongEnough.Usually);
        await customer.DisposeAsync();

        Clock.Advance(TimeSpan.FromSeconds(Long));
        _proxy.Back();
        await Eventually(claire, "Summary", s => s.GetProperty("status").GetString() == "assigned", seconds: 300);
        Assert.That((await Summaries(claire)).Select(s => s.GetProperty("preview").GetString()), Is.EqualTo(new[] { "heliotrope" }));
    }

    [Test]
    public async Task So_does_one_whose_commit_took_longer_to_fail_than_the_heads_look_back()
    {
        await using var claire = await World.Agent(Hub, 1);
        var customer = await World.Visitor(Hub.Address);
        _proxy.HoldAnswerTo("heliotrope");
        var begun = customer.Refused("Start", new { session = 1, topicId = World.Topic, body = "heliotrope" });
        await _proxy.Lost.WaitAsync(LongEnough.Usually);
        await Pass(Long);
        _proxy.Away();
        Assert.That(await begun, Is.EqualTo("busy"));
        await customer.DisposeAsync();

        _proxy.Back();
        await Eventually(claire, "Summary", s => s.GetProperty("status").GetString() == "assigned", seconds: 300);
    }

    [Test]
    public async Task What_a_customer_was_told_unknown_to_the_hub_is_not_told_again()
    {
        await using var customer = await World.Visitor(Hub.Address);
        _proxy.LoseAnswerTo("Nobody is here");
        var id = await Asks(customer, 1);
        await TurnsUntil(() => Assert.That(_proxy.Lost.IsCompleted));

        _proxy.Back();
        await Eventually(customer, "Head", p => p.GetProperty("head").GetInt32() > 1, seconds: 300);
        await Pass(5);
        await using var connection = await Open();
        Assert.That(await connection.QueryAsync<string>("SELECT body FROM entries WHERE conversation_id = @id AND kind = @hold", new { id, hold = (int)EntryKind.Hold }), Has.One.Items);
    }

    [Test]
    public async Task An_agent_at_another_node_keeps_her_customers()
    {
        await using var other = await StartHub();
        await using var claire = await World.Agent(Hub, 1);
        await using var arnaud = await World.Agent(other, 2);
        await using var anna = await World.Visitor(Hub.Address);
        await using var ben = await World.Visitor(Hub.Address);
        await TurnsUntil(() => Assert.That(Hub.Get<Presences>().Of(2).Connected && other.Get<Presences>().Of(1).Connected));
        var conversations = new[] { (Visitor: anna, Id: await Asks(anna, 1), Session: 1), (Visitor: ben, Id: await Asks(ben, 2), Session: 2) };

        await using var connection = await Open();
        Task<int> Entries(EntryKind kind) => connection.QueryFirstAsync<int>("SELECT COUNT(*) FROM entries WHERE kind = @kind", new { kind = (int)kind });
        await TurnsUntil(async () => Assert.That(await Entries(EntryKind.Joined), Is.EqualTo(2)));

        var (atClaires, atArnauds) = (claire.Frames.Count, arnaud.Frames.Count);
        _proxy.Away();
        Clock.Advance(TimeSpan.FromSeconds(Long));
        _proxy.Back();
        // Writing goes on before anybody looks at who is here.
        foreach (var (visitor, id, session) in conversations)
            await SupportHub.Tests.Eventually.Succeeds(() => visitor.Ask("Send", new { conversation = id, session, number = 2, body = "Still there?" }));
        // Each says who is there, and looks at what the other said.
        for (var round = 0; round < 2; round++)
        {
            var since = Clock.GetUtcNow().ToUnixTimeMilliseconds();
            await TurnsUntil(async () => Assert.That(
                await connection.QueryFirstAsync<int>("SELECT COUNT(*) FROM node_agents WHERE seen_at > @since", new { since }), Is.EqualTo(2)));
        }
        Assert.That(await Entries(EntryKind.Left), Is.Zero, "given back");
        Assert.That(Gone(claire.Frames.Skip(atClaires)).Concat(Gone(arnaud.Frames.Skip(atArnauds))), Is.Empty);
    }

    /// <summary>Turns the clock until it is so, no faster than it goes by itself.</summary>
    private Task TurnsUntil(Func<Task> looks) => SupportHub.Tests.Eventually.Succeeds(async () =>
    {
        Clock.Advance(TimeSpan.FromMilliseconds(100));
        await looks();
    });

    private Task TurnsUntil(Action looks) => TurnsUntil(() =>
    {
        looks();
        return Task.CompletedTask;
    });

    /// <summary>The lists in which one of the first two agents is shown as gone.</summary>
    private static IEnumerable<string> Gone(IEnumerable<string> frames) =>
        from frame in frames
        where frame.Contains("\"Agents\"", StringComparison.Ordinal)
        let shown = JsonDocument.Parse(frame).RootElement.GetProperty("arguments")[0]
        where !Agent(shown, 1).GetProperty("connected").GetBoolean() || !Agent(shown, 2).GetProperty("connected").GetBoolean()
        select frame;

    private Task<InProcessHub> StartHub() => InProcessHub.Start(Store, Clock, $"--Storage:Postgres={_proxy.ConnectionString}");
}
