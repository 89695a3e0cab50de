using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using NUnit.Framework;
using SupportHub.Agents;

namespace SupportHub.Tests.Agents;

[OnBothEngines]
public sealed class SecondFactor(Engine engine)
{
    private TestDatabase _database = null!;
    private InProcessHub _hub = null!;
    private PageVisitor _browser = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _database = await TestDatabase.Create(engine);
        _hub = await InProcessHub.Start(_database);
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
    public async Task A_code_of_the_app_is_the_second_step()
    {
        var (key, _) = await TurnedOn("Second");
        using var browser = new PageVisitor(_hub.Address);
        await browser.SignIn("second@example.com", Given.Password);
        Assert.That(await browser.SessionStatus(), Is.EqualTo(HttpStatusCode.Unauthorized), "the password alone opens nothing");

        await browser.Submit("/sign-in/code", ("code", "000 000"));
        Assert.That(browser.Text, Does.Contain("does not fit"));
        await browser.Submit("/sign-in/code", ("code", Totp(key, 1)));

        Assert.That(await browser.SessionStatus(), Is.EqualTo(HttpStatusCode.OK), browser.Text);
    }

    [Test]
    public async Task A_code_of_the_app_works_once_and_none_before_it_afterwards()
    {
        var (key, _) = await TurnedOn("Replayed");
        var (seen, earlier) = (Totp(key, 2), Totp(key, 1));

        Assert.That(await SignInWith(seen), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await SignInWith(seen), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await SignInWith(earlier), Is.EqualTo(HttpStatusCode.Unauthorized));

        async Task<HttpStatusCode> SignInWith(string code)
        {
            using var browser = new PageVisitor(_hub.Address);
            await browser.SignIn("replayed@example.com", Given.Password);
            await browser.Submit("/sign-in/code", ("code", code));
            var status = await browser.SessionStatus();
            Assert.That(browser.Text.Contains("does not fit", StringComparison.Ordinal), Is.EqualTo(status == HttpStatusCode.Unauthorized));
            return status;
        }
    }

    [Test]
    public async Task Of_sign_ins_with_one_code_at_once_one_succeeds()
    {
        var (key, _) = await TurnedOn("Raced");
        var browsers = Enumerable.Range(0, 3).Select(_ => new PageVisitor(_hub.Address)).ToList();
        foreach (var browser in browsers)
            await browser.SignIn("raced@example.com", Given.Password);
        var code = Totp(key, 1);

        await Task.WhenAll(browsers.Select(b => b.Submit("/sign-in/code", ("code", code))));

        var statuses = await Task.WhenAll(browsers.Select(b => b.SessionStatus()));
        Assert.That(statuses.Count(s => s == HttpStatusCode.OK), Is.EqualTo(1));
        browsers.ForEach(b => b.Dispose());
    }

    [Test]
    public async Task A_recovery_code_works_once()
    {
        var (_, codes) = await TurnedOn("Recovering");
        Assert.That(codes, Has.Count.EqualTo(10));

        foreach (var expected in new[] { HttpStatusCode.OK, HttpStatusCode.Unauthorized })
        {
            using var browser = new PageVisitor(_hub.Address);
            await browser.SignIn("recovering@example.com", Given.Password);
            await browser.Submit("/sign-in/code", ("code", codes[3].ToLowerInvariant()));
            Assert.That(await browser.SessionStatus(), Is.EqualTo(expected));
        }
    }

    [Test]
    public async Task Who_knows_the_password_cannot_guess_codes_without_end()
    {
        var (key, _) = await TurnedOn("Guessed");
        for (var i = 0; i < 3; i++)
        {
            await _browser.Open("/sign-in");
            using var browser = new PageVisitor(_hub.Address);
            await browser.SignIn("guessed@example.com", Given.Password);
            if (browser.Html.Contains("/sign-in/code", StringComparison.Ordinal))
                await browser.Submit("/sign-in/code", ("code", "000000"));
        }

        using var last = new PageVisitor(_hub.Address);
        await last.SignIn("guessed@example.com", Given.Password);
        Assert.That(last.Html, Does.Not.Contain("/sign-in/code"), "the account rests");
        Assert.That(key, Is.Not.Empty);
    }

    [Test]
    public async Task Turning_it_off_takes_the_password()
    {
        await TurnedOn("Off");
        await _browser.Open("/account");
        await _browser.Submit("/account/recovery", ("factor", "a wrong one"));
        Assert.That(_browser.Text, Does.Contain("not the current password"));

        await _browser.Open("/account");
        await _browser.Post("/account/authenticator/off", ("csrf", Csrf()), ("factor", Given.Password));
        Assert.That(_hub.Get<AgentDirectory>().All.Single(a => a.FirstName == "Off").TwoFactor, Is.False);
        Assert.That(await _browser.SessionStatus(), Is.EqualTo(HttpStatusCode.OK), "who changed it stays signed in");
    }

    [Test]
    public async Task A_changed_password_ends_the_other_sessions_and_not_this_one()
    {
        await _hub.AnAgent("Changing");
        using var other = new PageVisitor(_hub.Address);
        await other.SignIn("changing@example.com", Given.Password);
        await _browser.SignIn("changing@example.com", Given.Password);

        await _browser.Open("/account");
        await _browser.Submit("/account/password", ("current", Given.Password), ("password", "autres mots bien longs"), ("again", "autres mots bien longs"));

        Assert.That(_browser.Text, Does.Contain("is changed"));
        Assert.That(await _browser.SessionStatus(), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await other.SessionStatus(), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    private async Task<(string Key, IReadOnlyList<string> Codes)> TurnedOn(string firstName)
    {
        await _hub.AnAgent(firstName);
        await _browser.SignIn($"{firstName.ToLowerInvariant()}@example.com", Given.Password);
        await _browser.Open("/account");
        await _browser.Submit("/account/authenticator/start");
        var key = Regex.Match(_browser.Html, "class=\"key\">([A-Z2-7 ]+)<").Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        Assert.That(_browser.Html, Does.Contain("<svg class=\"qr\""));
        await _browser.Submit("/account/authenticator", ("code", Totp(key)));
        var codes = Regex.Matches(_browser.Html, "<li>([^<]+)</li>").Select(m => m.Groups[1].Value).ToList();
        return (key, codes);
    }

    private string Csrf() => WebUtility.HtmlDecode(Regex.Match(_browser.Html, "name=\"csrf\" value=\"([^\"]+)\"").Groups[1].Value);

    /// <summary>RFC 6238 with SHA-1, six digits, 30 seconds: written out here, so that the server is checked against the standard.</summary>
    /// <param name="ahead">Steps from now: the code that turned it on is used up.</param>
    private static string Totp(string base32, int ahead = 0)
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(base32.Select(c => Convert.ToString(Letters.IndexOf(c), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var counter = BitConverter.GetBytes(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30 + ahead);
        if (BitConverter.IsLittleEndian)
            Array.Reverse(counter);
        var hash = HMACSHA1.HashData(key, counter);
        var at = hash[^1] & 15;
        var number = ((hash[at] & 127) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
        return (number % 1_000_000).ToString("000000", System.Globalization.CultureInfo.InvariantCulture);
    }
}
