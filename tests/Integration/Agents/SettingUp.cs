using System.Net;
using NUnit.Framework;
using SupportHub.Agents;
using SupportHub.Agents.SignIn;
using SupportHub.Shared;
using SupportHub.Sites;

namespace SupportHub.Tests.Agents;

[OnBothEngines]
public sealed class SettingUp(Engine engine)
{
    private static readonly (string, string)[] Person =
        [("firstName", "Ada"), ("lastName", ""), ("email", "ada@example.com"), ("password", Given.Password), ("pronoun", "She")];

    [Test]
    public async Task A_new_server_is_set_up_through_its_link_and_the_link_works_once()
    {
        using var database = await TestDatabase.Create(engine);
        await using var hub = await InProcessHub.Start(database);
        using var browser = new PageVisitor(hub.Address);
        var code = hub.Get<SetupCode>().Text;

        await browser.Open($"/setup?code={code}");
        await browser.Submit($"/setup?code={code}", Person);
        Assert.That(browser.Path, Is.EqualTo("/setup/site"), browser.Text);
        await browser.Submit("/setup/site", ("name", "Hébergeur du Rhin"), ("address", "WWW.Exemple.fr/fr/"), ("languages", "fr"), ("languages", "en"));

        var site = hub.Get<SiteDirectory>().All.Single();
        Assert.That(site.Origins, Is.EqualTo(new[] { "https://www.exemple.fr" }));
        Assert.That(site.Languages, Is.EqualTo(new[] { "fr", "en" }));
        Assert.That(browser.Text, Does.Contain($"data-site=\"{site.Key}\"").And.Contain("/widget/loader.js"));
        Assert.That(hub.Get<AgentDirectory>().All.Single(), Has.Property("Role").EqualTo(Role.Administrator).And.Property("Pronoun").EqualTo(Pronoun.She));

        using var late = new PageVisitor(hub.Address);
        await late.Open($"/setup?code={code}");
        Assert.That(late.Status, Is.EqualTo(HttpStatusCode.Gone));
    }

    [Test]
    public async Task Two_who_use_the_link_at_once_make_one_administrator()
    {
        using var database = await TestDatabase.Create(engine);
        await using var hub = await InProcessHub.Start(database);
        var path = $"/setup?code={hub.Get<SetupCode>().Text}";

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async i =>
        {
            using var browser = new PageVisitor(hub.Address);
            await browser.Open(path);
            if (browser.Status == HttpStatusCode.OK)
                await browser.Submit(path, [.. Person.Where(p => p.Item1 != "email"), ("email", $"ada{i}@example.com")]);
        }));

        Assert.That(hub.Get<AgentDirectory>().All, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_wrong_code_opens_nothing()
    {
        using var database = await TestDatabase.Create(engine);
        await using var hub = await InProcessHub.Start(database);
        using var browser = new PageVisitor(hub.Address);

        await browser.Open("/setup?code=" + new string('0', 64));

        Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.Gone));
    }

    [Test]
    public async Task What_is_wrong_is_said_at_its_field_and_the_link_still_works()
    {
        using var database = await TestDatabase.Create(engine);
        await using var hub = await InProcessHub.Start(database);
        using var browser = new PageVisitor(hub.Address) { Language = "fr" };
        var path = $"/setup?code={hub.Get<SetupCode>().Text}";
        await browser.Open(path);

        await browser.Submit(path, ("firstName", "Ada"), ("email", "ada at example"), ("password", "short"), ("pronoun", "He"));

        Assert.That(browser.Text, Does.Contain("ressemble pas à une adresse").And.Contain("au moins 10 caractères"));
        Assert.That(browser.Html, Does.Contain("value=\"Ada\"").And.Not.Contain("short"));
        await browser.Submit(path, Person);
        Assert.That(browser.Path, Is.EqualTo("/setup/site"));
    }
}
