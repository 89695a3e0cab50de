using System.Net;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using SupportHub.Agents;

namespace SupportHub.Tests.Agents;

[OnBothEngines]
public sealed class SigningIn(Engine engine)
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private TestDatabase _database = null!;
    private InProcessHub _hub = null!;
    private PageVisitor _browser = null!;

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

    [SetUp]
    public void Browse() => _browser = new PageVisitor(_hub.Address);

    [TearDown]
    public void Close() => _browser.Dispose();

    [Test]
    public async Task The_right_password_opens_a_session()
    {
        await _hub.AnAgent("Right");
        await _browser.SignIn("Right@Example.com ", Given.Password);

        Assert.That(_browser.Path, Is.EqualTo("/"), _browser.Text);
        Assert.That(await _browser.SessionStatus(), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task The_cookie_is_for_this_server_and_no_script()
    {
        await _hub.AnAgent("Cookie");
        await _browser.SignIn("cookie@example.com", Given.Password);

        var cookie = _browser.SetCookies.Single(c => c.StartsWith("__Host-supporthub=", StringComparison.Ordinal));
        Assert.That(cookie, Does.Contain("; path=/").And.Contain("; secure").And.Contain("; httponly").And.Contain("; samesite=lax").And.Not.Contain("domain"));
        Assert.That(_browser.SetCookies, Is.All.Contains("; secure"));
    }

    [Test]
    public async Task Nobody_is_told_whether_an_account_exists()
    {
        await _hub.AnAgent("Known");
        var gone = await _hub.AnAgent("Gone");
        await _hub.Get<AccountDesk>().Disable(gone.Id);

        var answers = new List<string>();
        foreach (var (email, password) in new[] { ("known@example.com", "a wrong one"), ("nobody@example.com", "a wrong one"), ("gone@example.com", Given.Password) })
        {
            using var browser = new PageVisitor(_hub.Address);
            await browser.SignIn(email, password);
            answers.Add(browser.Text.Replace(email, "", StringComparison.Ordinal));
            Assert.That(await browser.SessionStatus(), Is.EqualTo(HttpStatusCode.Unauthorized));
        }

        Assert.That(answers.Distinct().Count(), Is.EqualTo(1), string.Join("\n---\n", answers));
        Assert.That(answers[0], Does.Contain("do not go together"));
    }

    [Test]
    public async Task After_five_wrong_tries_the_right_password_waits_five_minutes()
    {
        await _hub.AnAgent("Locked");
        for (var i = 0; i < 5; i++)
            await _browser.SignIn("locked@example.com", $"a wrong one {i}");

        await _browser.SignIn("locked@example.com", Given.Password);
        Assert.That(await _browser.SessionStatus(), Is.EqualTo(HttpStatusCode.Unauthorized));

        _clock.Advance(TimeSpan.FromMinutes(5));
        await _browser.SignIn("locked@example.com", Given.Password);
        Assert.That(await _browser.SessionStatus(), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Guesses_sent_at_once_are_counted_one_by_one()
    {
        var agent = await _hub.AnAgent("Parallel");
        var sql = _hub.Get<SupportHub.Agents.SignIn.LoginSql>();

        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => sql.TakeTry(agent.Id)));

        Assert.That(taken.Count(t => t), Is.EqualTo(5));
    }

    [Test]
    public async Task Signing_out_ends_the_session()
    {
        await _hub.AnAgent("Leaving");
        await _browser.SignIn("leaving@example.com", Given.Password);
        await _browser.Open("/account");
        await _browser.Submit("/sign-out");

        Assert.That(_browser.Text, Does.Contain("signed out"));
        Assert.That(await _browser.SessionStatus(), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_form_without_its_token_does_nothing()
    {
        await _hub.AnAgent("Forged");
        await _browser.Post("/sign-in", ("email", "forged@example.com"), ("password", Given.Password));

        Assert.That(_browser.Text, Does.Contain("open for long"));
        Assert.That(await _browser.SessionStatus(), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [TestCase("https://evil.example/")]
    [TestCase("//evil.example/")]
    [TestCase("/\\evil.example/")]
    public async Task A_link_never_leads_to_another_server(string target)
    {
        await _browser.Open($"/sign-in?return={Uri.EscapeDataString(target)}");

        Assert.That(_browser.Html, Does.Contain("name=\"return\" value=\"/\""));
    }

    [Test]
    public async Task The_page_speaks_the_readers_language_and_remembers_the_one_chosen()
    {
        _browser.Language = "fr-CH, en;q=0.5";
        await _browser.Open("/sign-in");
        Assert.That(_browser.Text, Does.Contain("Se connecter"));

        await _browser.Open("/language?to=en&return=/sign-in");
        Assert.That(_browser.Path, Is.EqualTo("/sign-in"));
        Assert.That(_browser.Text, Does.Contain("Sign in"));
    }

    [Test]
    public async Task The_page_allows_no_script_and_no_frame()
    {
        await _browser.Open("/sign-in");

        var policy = _browser.Last.Headers.GetValues("Content-Security-Policy").Single();
        Assert.That(policy, Does.Contain("default-src 'none'").And.Contain("frame-ancestors 'none'").And.Not.Contain("unsafe"));
        Assert.That(_browser.Html, Does.Not.Contain("<script").And.Not.Contain("style="));
    }
}
