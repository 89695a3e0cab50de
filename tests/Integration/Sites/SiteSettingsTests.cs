using System.Net;
using System.Text.Json.Nodes;
using NUnit.Framework;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Tests.Agents;

namespace SupportHub.Tests.Sites;

[OnBothEngines]
public sealed class SiteSettingsTests(Engine engine)
{
    private const string Site =
        """{"name":"Rhine","origins":["https://WWW.example.com/"],"languages":["fr","en"],"color":"#0F6B5C","phone":" 01 84 80 00 00 ","preChat":{"topic":"required","name":"optional","email":"hidden"},"wording":{"fr":{"title":"Besoin d’aide ?"}}}""";

    private TestDatabase _database = null!;
    private InProcessHub _hub = null!;
    private SettingsClient _boss = null!;

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

    [Test]
    public async Task A_site_is_made_with_its_key_and_the_widget_reads_it_from_its_own_pages()
    {
        var site = await Create();
        var key = (string)site["key"]!;
        Assert.That((string?)site["tag"], Does.Contain($"data-site=\"{key}\""));
        Assert.That((string?)site["origins"]![0], Is.EqualTo("https://www.example.com"));

        using var own = await Widget(key, "https://www.example.com");
        var widget = JsonNode.Parse(await own.Content.ReadAsStringAsync())!;
        Assert.That((string?)widget["wording"]!["fr"]!["title"], Is.EqualTo("Besoin d’aide ?"));
        Assert.That((string?)widget["preChat"]!["topic"], Is.EqualTo("required"));
        Assert.That((string?)widget["phone"], Is.EqualTo("01 84 80 00 00"));
        Assert.That(own.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo(new[] { "https://www.example.com" }));
        Assert.That(own.Headers.CacheControl!.MaxAge, Is.EqualTo(TimeSpan.FromSeconds(60)));

        using var foreign = await Widget(key, "https://evil.example");
        Assert.That(foreign.Headers.Contains("Access-Control-Allow-Origin"), Is.False);
    }

    [Test]
    public async Task An_unknown_key_is_refused_with_its_reason()
    {
        using var answer = await Widget("nothing", "https://www.example.com");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("data-site"));
    }

    [Test]
    public async Task Topics_keep_their_order_and_an_archived_one_is_offered_no_more()
    {
        var site = await Create();
        var id = (long)site["id"]!;
        foreach (var title in new[] { "Hosting", "Domains", "Billing" })
            await _boss.Post($"/api/sites/{id}/topics", Titled(title));
        var topics = _hub.Get<SiteDirectory>().ById(id)!.Topics.Select(t => t.Id).ToList();

        await _boss.Put($"/api/sites/{id}/topics/order", $$"""{"ids":[{{topics[2]}},{{topics[0]}},{{topics[1]}}]}""");
        Assert.That(Names(id), Is.EqualTo(new[] { "Billing", "Hosting", "Domains" }));

        await _boss.Put($"/api/sites/{id}/topics/{topics[0]}", Titled("Hosting", archived: true));
        Assert.That(Names(id), Is.EqualTo(new[] { "Billing", "Domains" }));
        Assert.That((await _boss.Put($"/api/sites/{id}/topics/order", $$"""{"ids":[{{topics[2]}}]}""")).Status, Is.EqualTo(HttpStatusCode.BadRequest));

        await _boss.Put($"/api/sites/{id}/topics/{topics[0]}", Titled("Hosting"));
        Assert.That(Names(id), Is.EqualTo(new[] { "Billing", "Hosting", "Domains" }));
    }

    [Test]
    public async Task Each_fault_is_at_its_field()
    {
        var (status, problem) = await _boss.Post("/api/sites",
            """{"name":"","origins":["https://example.com/fr"],"languages":["xx"],"color":"red","phone":"call me","wording":{"de":{"title":"x"}}}""");

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(problem!["errors"]!.AsObject().Select(e => e.Key), Is.EquivalentTo(new[] { "name", "origins", "languages", "color", "phone", "wording" }));
    }

    [Test]
    public async Task What_did_not_change_stays_the_same_instance()
    {
        var kept = (long)(await Create())["id"]!;
        var changed = (long)(await Create())["id"]!;
        var sites = _hub.Get<SiteDirectory>();
        var (before, told) = (sites.ById(kept), 0);
        sites.Changed += () => told++;

        await _boss.Put($"/api/sites/{changed}", Site.Replace("Rhine", "Rhône", StringComparison.Ordinal));
        await sites.Refresh();

        Assert.That(sites.ById(kept), Is.SameAs(before));
        Assert.That(sites.ById(changed)!.Name, Is.EqualTo("Rhône"));
        Assert.That(told, Is.EqualTo(1));
    }

    private async Task<JsonNode> Create()
    {
        var (status, site) = await _boss.Post("/api/sites", Site);
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), site?.ToString());
        return site!;
    }

    private async Task<HttpResponseMessage> Widget(string key, string origin)
    {
        using var http = new HttpClient();
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_hub.Address, $"/api/widget/{key}"));
        request.Headers.Add("Origin", origin);
        return await http.SendAsync(request);
    }

    private IEnumerable<string> Names(long site) => _hub.Get<SiteDirectory>().ById(site)!.Topics.Select(t => t.Title["en"]);

    private static string Titled(string english, bool archived = false) =>
        $$$"""{"title":{"fr":"{{{english}}} (fr)","en":"{{{english}}}"},"archived":{{{(archived ? "true" : "false")}}}}""";
}
