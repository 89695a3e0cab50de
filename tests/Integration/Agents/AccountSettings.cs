using System.Net;
using NUnit.Framework;
using SupportHub.Agents;
using SupportHub.Shared;

namespace SupportHub.Tests.Agents;

[OnBothEngines]
public sealed class AccountSettings(Engine engine)
{
    private TestDatabase _database = null!;
    private InProcessHub _hub = null!;
    private SettingsClient _boss = null!;
    private AgentAccount _bossAccount = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _database = await TestDatabase.Create(engine);
        _hub = await InProcessHub.Start(_database);
        _bossAccount = await _hub.AnAgent("Boss", Role.Administrator);
        _boss = await SettingsClient.SignIn(_hub, "boss@example.com");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _boss.Dispose();
        await _hub.DisposeAsync();
        _database.Dispose();
    }

    [Test]
    public async Task A_person_who_was_added_chooses_a_password_by_the_link_once()
    {
        var (status, made) = await _boss.Post("/api/agents", Json("Nora", "nora@example.com"));
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), made?.ToString());
        var link = new Uri((string)made!["link"]!["url"]!).PathAndQuery;

        using var browser = new PageVisitor(_hub.Address);
        await browser.Open(link);
        await browser.Submit(link, ("password", Given.Password), ("again", "another one, longer"));
        Assert.That(browser.Text, Does.Contain("not the same"));
        await browser.Submit(link, ("password", Given.Password), ("again", Given.Password));
        await browser.SignIn("nora@example.com", Given.Password);
        Assert.That(await browser.SessionStatus(), Is.EqualTo(HttpStatusCode.OK));

        await browser.Open(link);
        Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.Gone));
    }

    [Test]
    public async Task What_is_wrong_is_said_at_each_field_in_the_callers_language()
    {
        await _hub.AnAgent("Chef", Role.Administrator, language: "fr");
        using var chef = await SettingsClient.SignIn(_hub, "chef@example.com");

        var (status, problem) = await chef.Post("/api/agents", """{"email":"nope","firstName":"","pronoun":"she","role":"agent","capacity":99,"language":"fr"}""");

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((string?)problem!["errors"]!["email"]![0], Does.Contain("ressemble pas"));
        Assert.That((string?)problem["errors"]!["firstName"]![0], Does.Contain("remplir"));
        Assert.That((string?)problem["errors"]!["capacity"]![0], Does.Contain("de 1 à 20"));
    }

    [Test]
    public async Task An_address_belongs_to_one_account()
    {
        await _hub.AnAgent("Taken");
        var (status, problem) = await _boss.Post("/api/agents", Json("Other", "TAKEN@example.com"));

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(problem!["errors"]!["email"], Is.Not.Null);
    }

    [Test]
    public async Task The_last_administrator_stays_also_when_two_step_down_at_once()
    {
        using var database = await TestDatabase.Create(engine);
        await using var hub = await InProcessHub.Start(database);
        var one = await hub.AnAgent("One", Role.Administrator);
        var two = await hub.AnAgent("Two", Role.Administrator);
        var desk = hub.Get<AccountDesk>();

        await Task.WhenAll(desk.Disable(one.Id), desk.Update(two.Id, Given.Edit("Two", Role.Agent)));

        Assert.That(hub.Get<AgentDirectory>().All.Count(a => a is { Role: Role.Administrator, DisabledAt: null }), Is.EqualTo(1));
        var last = hub.Get<AgentDirectory>().All.Single(a => a is { Role: Role.Administrator, DisabledAt: null });
        Assert.That((await desk.Disable(last.Id)).Faults.Single().Fault, Is.EqualTo(SupportHub.Wording.Fault.LastAdministrator));
    }

    [Test]
    public async Task Only_administrators_and_only_with_the_token()
    {
        await _hub.AnAgent("Plain");
        using var plain = await SettingsClient.SignIn(_hub, "plain@example.com");
        foreach (var path in new[] { "/api/agents", "/api/sites", "/api/canned-replies" })
            Assert.That((await plain.Get(path)).Status, Is.EqualTo(HttpStatusCode.Forbidden), path);

        var victim = await _hub.AnAgent("Victim");
        Assert.That(await _boss.PostWithoutToken($"/api/agents/{victim.Id}/disable"), Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(_hub.Get<AgentDirectory>().Find(victim.Id)!.DisabledAt, Is.Null);
        using var nobody = new HttpClient { BaseAddress = _hub.Address };
        Assert.That((await nobody.GetAsync("/api/agents")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Nothing_that_proves_who_signs_in_leaves_the_server()
    {
        var (_, body) = await _boss.Get("/api/agents");

        Assert.That(body!.ToJsonString().ToLowerInvariant(), Does.Not.Contain("stamp").And.Not.Contain("hash").And.Not.Contain("key").And.Contain("boss@example.com"));
    }

    [Test]
    public async Task A_picture_is_what_its_bytes_say_and_is_shown_to_everyone()
    {
        byte[] png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
        var (status, profile) = await _boss.PutFile($"/api/agents/{_bossAccount.Id}/picture", png);
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), profile?.ToString());

        using var anyone = new HttpClient { BaseAddress = _hub.Address };
        using var shown = await anyone.GetAsync((string)profile!["picture"]!);
        Assert.That(await shown.Content.ReadAsByteArrayAsync(), Is.EqualTo(png));
        Assert.That(shown.Content.Headers.ContentType!.MediaType, Is.EqualTo("image/png"));
        Assert.That(shown.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));

        Assert.That((await _boss.PutFile($"/api/agents/{_bossAccount.Id}/picture", "<svg onload=alert(1)>"u8.ToArray())).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await _boss.PutFile($"/api/agents/{_bossAccount.Id}/picture", [.. png, .. new byte[PictureRules.SizeLimit]])).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Canned_replies_are_kept_and_their_shortcuts_are_unique_within_a_language()
    {
        const string reply = """{"shortcut":"Bonjour","title":"Bonjour","language":"fr","body":"Bonjour {customer}"}""";
        var (status, made) = await _boss.Post("/api/canned-replies", reply);
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), made?.ToString());
        Assert.That((string?)made!["shortcut"], Is.EqualTo("bonjour"));
        Assert.That(_hub.Get<CannedReplyDirectory>().All.Single().Body, Is.EqualTo("Bonjour {customer}"));

        Assert.That((await _boss.Post("/api/canned-replies", reply)).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await _boss.Post("/api/canned-replies", reply.Replace("\"fr\"", "\"en\"", StringComparison.Ordinal))).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    private static string Json(string firstName, string email) =>
        $$"""{"email":"{{email}}","firstName":"{{firstName}}","lastName":"","pronoun":"she","role":"agent","capacity":3,"language":"en"}""";
}
