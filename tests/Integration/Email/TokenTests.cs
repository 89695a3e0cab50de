using Dapper;
using NUnit.Framework;
using SupportHub.Email.Mailboxes;
using SupportHub.Email.Tokens;
using SupportHub.Shared;
using SupportHub.Tests;

namespace SupportHub.Integration.Email;

/// <summary>A mailbox that is signed in at with OAuth2.</summary>
[OnBothEngines]
public sealed class TokenTests(Engine engine)
{
    private TestDatabase _database = null!;
    private InProcessHub _hub = null!;
    private ScriptedSmtp _smtp = null!;
    private TokenService _service = null!;

    [SetUp]
    public async Task Start()
    {
        _database = await TestDatabase.Create(engine);
        await World.Seed(_database, capacity: 2, "Claire");
        _hub = await InProcessHub.Start(_database);
        _smtp = ScriptedSmtp.Start();
        _smtp.Token = "a1";
        _service = await TokenService.Start();
    }

    [TearDown]
    public async Task End()
    {
        await _hub.DisposeAsync();
        await _smtp.DisposeAsync();
        await _service.DisposeAsync();
        _database.Dispose();
    }

    [Test]
    public async Task An_access_token_serves_until_a_server_refuses_it_and_a_replaced_refresh_token_is_the_next_one_shown()
    {
        await Connect("r1");
        await Mailed("one@customer.example");
        await Mailed("two@customer.example");
        Assert.That(_service.Asked.Select(f => f["refresh_token"]), Is.EqualTo(new[] { "r1" }));

        _smtp.GoAway();
        _smtp.Token = "a2";
        _smtp.ComeBack();
        await Mailed("three@customer.example");
        Assert.That(_service.Asked.Select(f => f["refresh_token"]), Is.EqualTo(new[] { "r1", "r2" }));

        _smtp.Token = "a3";
        await Connect(null, name: "The shop");
        await Mailed("four@customer.example");
        Assert.That(_service.Asked.Select(f => f["refresh_token"]), Is.EqualTo(new[] { "r1", "r2", "r3" }));
        Assert.That(await Kept(), Is.Not.Null.And.Not.Contain("r4"), "encrypted");

        await Connect("r4");
        Assert.That(await Kept(), Is.Null, "what an administrator fills in is newer");
    }

    [Test]
    public async Task An_application_signs_in_for_itself_and_its_secret_is_never_shown()
    {
        _smtp.Token = "own";
        await Connect(null, new MailTokens(_service.Url.ToString(), "app", "application secret", "scope.one scope.two", MailGrant.Client));
        await Mailed("one@customer.example");
        Assert.That(_service.Asked.Single(), Is.EqualTo(new Dictionary<string, string>
        {
            ["client_id"] = "app", ["grant_type"] = "client_credentials", ["client_secret"] = "application secret", ["scope"] = "scope.one scope.two",
        }));
        Assert.That(_hub.Get<MailboxDesk>().Read(1, "").Value!.Mailbox!.Tokens, Is.EqualTo(new MailTokens(_service.Url.ToString(), "app", null, "scope.one scope.two", MailGrant.Client)));
    }

    [Test]
    public async Task The_trial_says_in_the_services_words_why_there_is_no_token()
    {
        var box = new Mailbox(MailWorld.Address, null, new MailServer("127.0.0.1", _smtp.Port, MailSecurity.None), null, "support", "used", MailSignIn.Token, true, null);
        async Task<string?> Try(string url, string refresh) =>
            (await _hub.Get<MailboxDesk>().Test(1, box with { Password = refresh, Tokens = new MailTokens(url, "app", null, null) }, "en", CancellationToken.None)).Value!.Smtp;

        Assert.That(await Try(_service.Url.ToString(), "used"), Does.Contain("invalid_grant: The refresh token was used.").And.Contain("paste the new refresh token"));
        Assert.That(await Try($"http://127.0.0.1:{Ports.Free()}/token", "r1"), Does.Contain("does not answer as one should"));
        Assert.That(await Try(_service.Url.ToString(), "r1"), Is.Null);
    }

    [TestCase("http://login.example/token", "tokens.url")]
    [TestCase("login.example/token", "tokens.url")]
    [TestCase("https://login.example/token", null)]
    public async Task Secrets_go_to_a_token_service_with_encryption_only(string url, string? field)
    {
        var box = new Mailbox(MailWorld.Address, null, new MailServer("127.0.0.1", _smtp.Port, MailSecurity.None), null, "support", "r1", MailSignIn.Token, true, null, new MailTokens(url, "app", null, null));
        Assert.That((await _hub.Get<MailboxDesk>().Update(1, box, "")).Faults.Select(f => f.Field), Is.EqualTo(field is null ? Array.Empty<string>() : [field]));
    }

    private Task Connect(string? refresh, MailTokens? tokens = null, string name = "Shop") => MailWorld.Connect(
        _hub, _smtp.Port, signIn: MailSignIn.Token, user: "support", password: refresh, name: name, tokens: tokens ?? new MailTokens(_service.Url.ToString(), "app", null, null));

    private async Task Mailed(string address)
    {
        await MailWorld.Post(_hub, MailWorld.Mail(address, MailWorld.Address, "Question", "How long?"));
        await _smtp.To(address);
    }

    private async Task<string?> Kept()
    {
        await using var connection = await _hub.Get<Storage.Database>().Open();
        return await connection.QueryFirstOrDefaultAsync<string?>("SELECT refresh_token FROM mail_tokens WHERE site_id = 1");
    }
}
