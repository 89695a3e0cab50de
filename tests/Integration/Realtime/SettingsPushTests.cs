using Dapper;
using Microsoft.Extensions.Options;
using NUnit.Framework;
using SupportHub.Agents;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Storage;
using SupportHub.Tests;

namespace SupportHub.Integration.Realtime;

/// <summary>An open console works with the settings of now, whoever changed them where.</summary>
[OnBothEngines]
public sealed class SettingsPushTests(Engine engine)
{
    private TestDatabase _database = null!;
    private InProcessHub _hub = null!;

    [SetUp]
    public async Task Start()
    {
        _database = await TestDatabase.Create(engine);
        await World.Seed(_database, capacity: 1, "Claire", "Arnaud");
        _hub = await InProcessHub.Start(_database);
    }

    [TearDown]
    public async Task End()
    {
        await _hub.DisposeAsync();
        _database.Dispose();
    }

    [Test]
    public async Task A_new_topic_and_a_new_reply_reach_the_consoles_as_a_welcome_would_tell_them()
    {
        await using var claire = await World.Agent(_hub, 1);
        await _hub.Get<SiteDesk>().CreateTopic(1, new TopicEdit(new Dictionary<string, string> { ["en"] = "Billing", ["fr"] = "Facturation" }, false));
        await claire.Next("Settings", s => s.GetRawText().Contains("Facturation", StringComparison.Ordinal));
        await _hub.Get<CannedReplyDesk>().Create(new CannedReplyEdit("late", "It takes longer", "en", "Sorry, {customer}, two more days."));
        var pushed = await claire.Next("Settings", s => s.GetProperty("cannedReplies").GetArrayLength() == 1);

        var welcome = await claire.Ask("Hello", new { version = 1 });
        foreach (var part in new[] { "sites", "cannedReplies" })
            Assert.That(pushed.GetProperty(part).GetRawText(), Is.EqualTo(welcome.GetProperty(part).GetRawText()));
    }

    [Test]
    public async Task What_another_node_changed_arrives_too()
    {
        await using var claire = await World.Agent(_hub, 1);
        var store = new Database(Options.Create(new StorageOptions { Postgres = _database.Postgres, Folder = _database.Folder }));
        await using (var connection = await store.Open())
            await connection.ExecuteAsync("UPDATE sites SET name = 'Boutique' WHERE id = 1");

        var pushed = await claire.Next("Settings");
        Assert.That(pushed.GetProperty("sites")[0].GetProperty("name").GetString(), Is.EqualTo("Boutique"));
    }

    [Test]
    public async Task A_colleagues_new_name_and_room_reach_the_consoles()
    {
        await using var arnaud = await World.Agent(_hub, 2);
        arnaud.Pushes.TakeAll("Agents");

        await _hub.Get<AccountDesk>().Update(1, new AgentEdit("claire@example.com", "Clara", "Test", Pronoun.She, Role.Agent, 5, "en"));

        var pushed = await arnaud.Next("Agents", a => a.GetRawText().Contains("Clara", StringComparison.Ordinal));
        Assert.That(pushed.GetProperty("agents").EnumerateArray().Select(a => a.GetProperty("capacity").GetInt32()), Has.Member(5));
    }
}
