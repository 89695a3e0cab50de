using System.Net;
using Dapper;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using SupportHub.Agents;
using SupportHub.Shared;
using SupportHub.Storage;

namespace SupportHub.Tests.Agents;

[OnBothEngines]
public sealed class EndingSessions(Engine engine)
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private TestDatabase _database = null!;
    private InProcessHub _hub = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _database = await TestDatabase.Create(engine);
        _hub = await InProcessHub.Start(_database, _clock);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _hub.DisposeAsync();
        _database.Dispose();
    }

    [Test]
    public async Task A_disabled_agents_cookie_is_refused_at_once()
    {
        var agent = await _hub.AnAgent("Disabled");
        using var browser = await SignedIn(agent);

        await _hub.Get<AccountDesk>().Disable(agent.Id);

        Assert.That(await browser.SessionStatus(), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task What_another_node_disabled_is_refused_within_two_seconds()
    {
        var agent = await _hub.AnAgent("Elsewhere");
        using var browser = await SignedIn(agent);
        await Disable(agent);
        Assert.That(await browser.SessionStatus(), Is.EqualTo(HttpStatusCode.OK), "the request itself asks no database");

        var changed = new TaskCompletionSource();
        _hub.Get<AgentDirectory>().Changed += () => changed.TrySetResult();
        _clock.Advance(DirectoriesLoop.Every);
        await changed.Task.WaitAsync(LongEnough.Usually);

        Assert.That(await browser.SessionStatus(), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(_hub.Get<AgentDirectory>().IsValid(agent.Id, agent.SecurityStamp), Is.False);
    }

    [Test]
    public async Task A_change_of_role_or_signing_out_everywhere_ends_the_sessions()
    {
        var desk = _hub.Get<AccountDesk>();
        var agent = await _hub.AnAgent("Promoted");
        using var before = await SignedIn(agent);
        await desk.Update(agent.Id, Given.Edit("Promoted", Role.Supervisor));
        Assert.That(await before.SessionStatus(), Is.EqualTo(HttpStatusCode.Unauthorized));

        using var after = await SignedIn(agent);
        await desk.SignOutEverywhere(agent.Id);
        Assert.That(await after.SessionStatus(), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_changed_name_ends_nothing()
    {
        var agent = await _hub.AnAgent("Renamed");
        using var browser = await SignedIn(agent);

        await _hub.Get<AccountDesk>().Update(agent.Id, Given.Edit("Renamed") with { LastName = "Other" });

        Assert.That(await browser.SessionStatus(), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task The_session_outlives_a_restart()
    {
        using var database = await TestDatabase.Create(engine);
        Dictionary<string, string> cookies;
        await using (var first = await InProcessHub.Start(database))
        {
            await first.AnAgent("Lasting");
            using var browser = new PageVisitor(first.Address);
            await browser.SignIn("lasting@example.com", Given.Password);
            cookies = browser.Cookies;
        }

        await using var second = await InProcessHub.Start(database);
        using var again = new PageVisitor(second.Address);
        foreach (var (name, value) in cookies)
            again.Cookies[name] = value;
        Assert.That(await again.SessionStatus(), Is.EqualTo(HttpStatusCode.OK));
    }

    private async Task<PageVisitor> SignedIn(AgentAccount agent)
    {
        var browser = new PageVisitor(_hub.Address);
        await browser.SignIn(agent.Email, Given.Password);
        Assert.That(await browser.SessionStatus(), Is.EqualTo(HttpStatusCode.OK), browser.Text);
        return browser;
    }

    private async Task Disable(AgentAccount agent)
    {
        await using var connection = await _hub.Get<Database>().Open();
        await connection.ExecuteAsync("UPDATE agents SET disabled_at = 1 WHERE id = @Id", new { agent.Id });
    }
}
