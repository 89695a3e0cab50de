using System.Text.Json;
using Dapper;
using NUnit.Framework;
using SupportHub.Integration.Realtime;
using SupportHub.Tests;

namespace SupportHub.Integration.Routing;

/// <summary>After the end, an agent's place is taken until the conversation is written up.</summary>
[OnBothEngines]
public sealed class WrapUpTests(Engine engine) : WaitingWorld(engine)
{
    [Test]
    public async Task Who_is_next_is_told_of_the_notes_and_answered_when_their_time_is_over()
    {
        Hub = await TheSiteGives(60);
        await using var claire = await World.Agent(Hub, 1);
        await using var first = await World.Visitor(Hub.Address);
        var id = await Answered(first, 1);
        await using var next = await World.Visitor(Hub.Address);
        await Asks(next, 2);
        await Eventually(next, "Entries", p => Holds(p).Contains("first"));

        await claire.Ask("Resolve", new { conversation = id, outcome = "solved" });
        var resolved = await Eventually(first, "Entries", p => ChatTests.Kinds(p).Contains("resolved"));
        var card = await Eventually(next, "Waiting", p => p.TryGetProperty("card", out var c) && c.GetProperty("doing").GetString() == "wrapping-up");
        Assert.That(card.GetProperty("card").GetProperty("text").GetString(), Does.StartWith("Claire is finishing her notes and answers you right after."));
        var status = await Eventually(claire, "Agents", p => WrapUps(p, 1) == 1);
        Assert.That(Agent(status, 1).GetProperty("load").GetInt32(), Is.Zero);

        var joined = await Eventually(next, "Entries", p => Joined(p) == "Claire");
        Assert.That(At(joined, "joined") - At(resolved, "resolved"), Is.InRange(60_000, 65_000));
    }

    [Test]
    public async Task Who_is_ready_sooner_gets_the_next_at_once_and_no_customer_sees_why()
    {
        Hub = await TheSiteGives(600);
        await using var claire = await World.Agent(Hub, 1);
        await using var first = await World.Visitor(Hub.Address);
        var id = await Answered(first, 1);
        await first.Ask("Leave", id);
        var resolved = await Eventually(first, "Entries", p => ChatTests.Kinds(p).Contains("resolved"));
        await using var next = await World.Visitor(Hub.Address);
        await Asks(next, 2);
        await Eventually(next, "Waiting", p => p.TryGetProperty("card", out var c) && c.GetProperty("doing").GetString() == "wrapping-up");

        await claire.Ask("Ready");
        var joined = await Eventually(next, "Entries", p => Joined(p) == "Claire");
        Assert.That(At(joined, "joined") - At(resolved, "resolved"), Is.LessThan(120_000));
        Assert.That(ChatTests.Kinds(await claire.Ask("After", id, 0)), Does.Contain("written-up"));
        Assert.That(string.Join('\n', first.Frames), Does.Not.Contain("written-up"));
        await claire.Ask("Ready");
        await using var connection = await Open();
        Assert.That(await connection.QuerySingleAsync<int>("SELECT wrap_up_seconds FROM handle_times WHERE conversation_id = @id", new { id }), Is.LessThan(120), "what it took is learnt");
    }

    [Test]
    public async Task A_restart_makes_no_wrap_up_shorter()
    {
        Hub = await TheSiteGives(120);
        JsonElement resolved;
        await using (var claire = await World.Agent(Hub, 1))
        await using (var first = await World.Visitor(Hub.Address))
        {
            await first.Ask("Leave", await Answered(first, 1));
            resolved = await Eventually(first, "Entries", p => ChatTests.Kinds(p).Contains("resolved"));
        }
        await Hub.DisposeAsync();

        Hub = await InProcessHub.Start(Store, Clock);
        await using var back = await World.Agent(Hub, 1);
        Assert.That(Me(await back.Ask("Hello", new { version = 1 })).GetProperty("wrapUps").GetArrayLength(), Is.EqualTo(1));
        await using var next = await World.Visitor(Hub.Address);
        await Asks(next, 2);
        var joined = await Eventually(next, "Entries", p => Joined(p) == "Claire", seconds: 180);
        Assert.That(At(joined, "joined") - At(resolved, "resolved"), Is.InRange(120_000, 125_000));
    }

    [Test]
    public async Task Who_is_finishing_is_offline_when_the_last_chat_is_written_up()
    {
        Hub = await TheSiteGives(30);
        await using var claire = await World.Agent(Hub, 1);
        await using var first = await World.Visitor(Hub.Address);
        var id = await Answered(first, 1);
        await claire.Ask("SetPresence", "finishing");
        await claire.Ask("Resolve", new { conversation = id, outcome = "solved" });
        var from = Clock.GetUtcNow();

        await Eventually(claire, "Agents", p => Agent(p, 1).GetProperty("presence").GetString() == "offline");
        Assert.That(Clock.GetUtcNow() - from, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(30)));
    }

    /// <summary>A hub whose site gives its agents so many seconds after each conversation.</summary>
    private async Task<InProcessHub> TheSiteGives(int seconds)
    {
        await GiveTime(seconds);
        return await InProcessHub.Start(Store, Clock);
    }

    private static JsonElement Me(JsonElement welcome) => welcome.GetProperty("me");
}

/// <summary>Two nodes that hear of each other by the database alone.</summary>
public sealed class WrapUpNodesTests() : WaitingWorld(Engine.Postgres)
{
    [Test]
    public async Task A_wrap_up_that_began_on_one_node_counts_on_the_other_and_is_ended_there()
    {
        await GiveTime(600);
        Hub = await InProcessHub.Start(Store, Clock);
        await using var south = await InProcessHub.Start(Store, Clock);
        await using var claire = await World.Agent(Hub, 1);
        await using var claireInTheSouth = await World.Agent(south, 1);
        await using var first = await World.Visitor(Hub.Address);
        var id = await Answered(first, 1);

        await claire.Ask("Resolve", new { conversation = id, outcome = "solved" });
        await Eventually(claireInTheSouth, "Agents", p => WrapUps(p, 1) == 1);
        await using var next = await World.Visitor(south.Address);
        var waits = await Asks(next, 2);
        await Eventually(next, "Waiting", p => p.TryGetProperty("card", out var c) && c.GetProperty("doing").GetString() == "wrapping-up");
        await claireInTheSouth.Ask("Ready");
        await Eventually(claire, "Summary", s => s.GetProperty("id").GetInt64() == waits && s.GetProperty("status").GetString() == "assigned");
    }
}
