using System.Net;
using System.Text.Json.Nodes;
using NUnit.Framework;
using SupportHub.Routing.Holds;
using SupportHub.Routing.Settings;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Tests.Agents;

namespace SupportHub.Tests.Routing;

[OnBothEngines]
public sealed class RoutingSettingsTests(Engine engine)
{
    private const string Site =
        """{"name":"Rhine","origins":["https://www.example.com"],"languages":["fr","en"],"color":"#0f6b5c","preChat":{"topic":"required","name":"optional","email":"hidden"}}""";

    private TestDatabase _database = null!;
    private InProcessHub _hub = null!;
    private SettingsClient _boss = null!;
    private long _site;
    private long _hosting;
    private long _domains;

    [OneTimeSetUp]
    public async Task Start()
    {
        _database = await TestDatabase.Create(engine);
        _hub = await InProcessHub.Start(_database);
        await _hub.AnAgent("Boss", Role.Administrator);
        _boss = await SettingsClient.SignIn(_hub, "boss@example.com");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _boss.Dispose();
        await _hub.DisposeAsync();
        _database.Dispose();
    }

    [SetUp]
    public async Task ASite()
    {
        _site = (long)(await _boss.Post("/api/sites", Site)).Body!["id"]!;
        foreach (var title in new[] { "Hosting", "Domains" })
            await _boss.Post($"/api/sites/{_site}/topics", $$$"""{"title":{"fr":"{{{title}}} (fr)","en":"{{{title}}}"},"archived":false}""");
        var topics = _hub.Get<SiteDirectory>().ById(_site)!.Topics;
        (_hosting, _domains) = (topics[0].Id, topics[1].Id);
    }

    private RoutingDirectory Routing => _hub.Get<RoutingDirectory>();

    [Test]
    public async Task What_nobody_set_has_its_default()
    {
        var (status, routing) = await _boss.Get($"/api/sites/{_site}/routing");

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((int)routing!["waiting"]!["cadenceSeconds"]!, Is.EqualTo(60));
        Assert.That(routing["topics"]!.AsArray().Select(t => ((long)t!["topicId"]!, (string?)t["mode"], (int)t["offerSeconds"]!, (int)t["priority"]!)),
            Is.EqualTo(new[] { (_hosting, "auto-assign", 20, 0), (_domains, "auto-assign", 20, 0) }));
        Assert.That((Routing.Topic(null).Mode, Routing.Waiting(-1)), Is.EqualTo((RoutingMode.AutoAssign, RoutingRules.Waiting)));
    }

    [Test]
    public async Task What_is_set_is_kept_and_known_to_who_gives_out_conversations()
    {
        var told = 0;
        Routing.Changed += () => told++;

        var (status, body) = await _boss.Put($"/api/sites/{_site}/routing", Waiting(Topic(_domains, "ring", 30, 2)));
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), body?.ToString());
        await _boss.Put($"/api/sites/{_site}/routing", Waiting(Topic(_hosting, "auto-assign", 20, 1)));

        Assert.That(Routing.Waiting(_site), Is.EqualTo(new SiteWaiting(90, true, 45, null, 10, 30, 75, 6, 30)));
        Assert.That(Routing.Topic(_domains), Is.EqualTo(new TopicRouting(_domains, RoutingMode.Ring, 30, 2)));
        Assert.That(Routing.Topic(_hosting).Priority, Is.EqualTo(1));
        await Routing.Refresh();
        Assert.That(told, Is.EqualTo(2));
    }

    [Test]
    public async Task Each_fault_is_at_its_field_in_the_callers_language()
    {
        await _hub.AnAgent($"Chef{_site}", Role.Administrator, language: "fr");
        using var chef = await SettingsClient.SignIn(_hub, $"chef{_site}@example.com");

        var (status, problem) = await chef.Put($"/api/sites/{_site}/routing", Waiting(Topic(_domains, "ring", 3, 0)).Replace("\"cadenceSeconds\":45", "\"cadenceSeconds\":5", StringComparison.Ordinal));

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((string?)problem!["errors"]!["cadenceSeconds"]![0], Is.EqualTo("Un nombre entier de 20 à 600."));
        Assert.That((string?)problem["errors"]![$"topics.{_domains}.offerSeconds"]![0], Is.EqualTo("Un nombre entier de 5 à 120."));
        Assert.That(Routing.Waiting(_site), Is.EqualTo(RoutingRules.Waiting));
    }

    [Test]
    public async Task An_agents_skills_are_replaced_whole_and_none_means_everything()
    {
        var agent = await _hub.AnAgent($"Nora{_site}");
        var path = $"/api/agents/{agent.Id}/skills";
        Assert.That(Routing.Skills(agent.Id).Level(_domains), Is.EqualTo(1));

        var (status, body) = await _boss.Put(path, $$"""{"skills":[{"topicId":{{_domains}},"level":3},{"topicId":{{_hosting}},"level":1}],"languages":["fr"]}""");
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), body?.ToString());
        Assert.That((Routing.Skills(agent.Id).Level(_domains), Routing.Skills(agent.Id).Level(_hosting)), Is.EqualTo(((int?)3, (int?)1)));
        Assert.That(Routing.Skills(agent.Id).Speaks("en"), Is.False);

        await _boss.Put(path, $$"""{"skills":[{"topicId":{{_domains}},"level":2}],"languages":[]}""");
        Assert.That((Routing.Skills(agent.Id).Level(_domains), Routing.Skills(agent.Id).Level(_hosting)), Is.EqualTo(((int?)2, (int?)null)));
        Assert.That((await _boss.Get(path)).Body!["skills"]!.AsArray(), Has.Count.EqualTo(1));

        Assert.That((await _boss.Put(path, """{"skills":[{"topicId":4711,"level":2}],"languages":[]}""")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await _boss.Get("/api/agents/4711/skills")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_hold_message_is_said_in_the_sites_words_until_they_are_taken_back()
    {
        var values = new HoldValues { Agent = new Person(1, "Claire", null, Pronoun.She) };
        await Word(null, "Encore un peu, avec {agent}.");
        await Word(_domains, "Pour les domaines, c’est {agent}.");
        Assert.That(Say(_domains), Is.EqualTo("Pour les domaines, c’est Claire."));
        Assert.That(Say(_hosting), Is.EqualTo("Encore un peu, avec Claire."));

        await Word(_domains, "Domaines, de nouveau : {agent}.");
        Assert.That(Say(_domains), Is.EqualTo("Domaines, de nouveau\u00a0: Claire."));
        Assert.That((await _boss.Get($"/api/sites/{_site}/holds")).Body!["messages"]!.AsArray(), Has.Count.EqualTo(2));

        await Word(_domains, "");
        await Word(null, " ");
        Assert.That(Say(_domains), Is.EqualTo("Toujours Claire. Merci de votre patience."));

        string Say(long topic) => Routing.Holds(_site).Say(HoldKind.Refresh, topic, "fr", values);
    }

    [Test]
    public async Task A_wrong_placeholder_is_refused_with_a_sentence_and_nothing_is_kept()
    {
        var (status, problem) = await _boss.Put($"/api/sites/{_site}/holds", Hold(null, "Bonjour {custommer}"));

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((string?)problem!["errors"]!["text"]![0], Does.StartWith("{custommer} means nothing in this message. Did you mean {customer}?"));
        Assert.That((await _boss.Post($"/api/sites/{_site}/holds/preview", Hold(null, "Bonjour {custommer}"))).Body!["errors"]!["text"], Is.Not.Null);
        Assert.That(Routing.HoldMessages(_site), Is.Empty);
    }

    [Test]
    public async Task A_preview_reads_as_customers_will_read_it_and_keeps_nothing()
    {
        var (_, preview) = await _boss.Post($"/api/sites/{_site}/holds/preview", Hold(_domains, "{Pronoun} {doing}. Sujet : {topic}, chez {site}."));

        Assert.That(preview!["samples"]!.AsArray().Select(s => (string?)s!["text"]), Is.EqualTo(new[]
        {
            "Elle termine avec un autre client. Sujet\u00a0: Domains (fr), chez Rhine.",
            "Il termine avec un autre client. Sujet\u00a0: Domains (fr), chez Rhine.",
            "Camille termine avec un autre client. Sujet\u00a0: Domains (fr), chez Rhine.",
            "Merci de votre patience.",
        }));
        Assert.That(Routing.HoldMessages(_site), Is.Empty);

        await Word(null, "Pour tous.");
        var (_, inherited) = await _boss.Post($"/api/sites/{_site}/holds/preview", Hold(_domains, ""));
        Assert.That((string?)inherited!["samples"]![0]!["text"], Is.EqualTo("Pour tous."));
    }

    [Test]
    public async Task Only_administrators_see_and_set_this()
    {
        var agent = await _hub.AnAgent($"Plain{_site}", Role.Supervisor);
        using var plain = await SettingsClient.SignIn(_hub, $"plain{_site}@example.com");
        foreach (var path in new[] { $"/api/sites/{_site}/routing", $"/api/sites/{_site}/holds", $"/api/agents/{agent.Id}/skills" })
        {
            Assert.That((await plain.Get(path)).Status, Is.EqualTo(HttpStatusCode.Forbidden), path);
            Assert.That((await plain.Put(path, "{}")).Status, Is.EqualTo(HttpStatusCode.Forbidden), path);
        }
        Assert.That((await plain.Post($"/api/sites/{_site}/holds/preview", Hold(null, "x"))).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await _boss.PostWithoutToken($"/api/sites/{_site}/holds/preview"), Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await _boss.Get("/api/sites/4711/routing")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Another_node_learns_of_it_within_moments()
    {
        await using var other = await InProcessHub.Start(_database);
        await _boss.Put($"/api/sites/{_site}/routing", Waiting());

        await Eventually.Succeeds(() =>
        {
            Assert.That(other.Get<RoutingDirectory>().Waiting(_site).CadenceSeconds, Is.EqualTo(45));
            return Task.CompletedTask;
        });
    }

    private async Task Word(long? topic, string text)
    {
        var (status, body) = await _boss.Put($"/api/sites/{_site}/holds", Hold(topic, text));
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), body?.ToString());
    }

    private static string Hold(long? topic, string text) =>
        new JsonObject { ["kind"] = "refresh", ["topicId"] = topic, ["language"] = "fr", ["text"] = text }.ToJsonString();

    private static string Waiting(params string[] topics) =>
        $$"""
        {"waiting":{"toleranceSeconds":90,"strictOrder":true,"cadenceSeconds":45,"alternativesOverMinutes":10,"serviceLevelSeconds":30,"serviceLevelPercent":75,"handleMinutes":6,"wrapUpSeconds":30},
         "topics":[{{string.Join(',', topics)}}]}
        """;

    private static string Topic(long id, string mode, int offerSeconds, int priority) =>
        $$"""{"topicId":{{id}},"mode":"{{mode}}","offerSeconds":{{offerSeconds}},"priority":{{priority}}}""";
}
