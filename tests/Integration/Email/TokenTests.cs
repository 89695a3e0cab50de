using Dapper;
using NUnit.Framework;
using SupportHub.Email.Mailboxes;
using SupportHub.Email.Tokens;
using SupportHub.Shared;
using SupportHub.Tests;

namespace SupportHub.Integration.Email;

/// <summary>A mailbox that is signed in at with OAuth2.</summary>
[OnBothEngines]
public sealed class TokenTests(Engine engine) : MailTest(engine)
{
    private TokenService _service = null!;

    protected override async Task Connect()
    {
        Smtp.Token = "a1";
        _service = await TokenService.Start();
    }

    protected override async Task Disconnect() => await _service.DisposeAsync();

    [Test]
    public async Task An_access_token_serves_until_a_server_refuses_it_and_a_replaced_refresh_token_is_the_next_one_shown()
    {
        await Box("r1");
        await Mailed("one@customer.example");
        await Mailed("two@customer.example");
        Assert.That(_service.Asked.Select(f => f["refresh_token"]), Is.EqualTo(new[] { "r1" }));

        Smtp.GoAway();
        Smtp.Token = "a2";
        Smtp.ComeBack();
        await Mailed("three@customer.example");
        Assert.That(_service.Asked.Select(f => f["refresh_token"]), Is.EqualTo(new[] { "r1", "r2" }));

        Smtp.Token = "a3";
        await Box(null, name: "The shop");
        await Mailed("four@customer.example");
        Assert.That(_service.Asked.Select(f => f["refresh_token"]), Is.EqualTo(new[] { "r1", "r2", "r3" }));
        Assert.That(Hub.Get<MailboxSecrets>().Show(await Kept()), Is.EqualTo("r4"));
        Assert.That(await Kept(), Is.Not.EqualTo("r4"), "encrypted");

        await Box("r4");
        Assert.That(await Kept(), Is.Null, "what an administrator fills in is newer");
    }

    [Test]
    public async Task An_application_signs_in_for_itself_and_its_secret_is_never_shown()
    {
        Smtp.Token = "own";
        await Box(null, new MailTokens(_service.Url.ToString(), "app", "application secret", "scope.one scope.two", MailGrant.Client));
        await Mailed("one@customer.example");
        Assert.That(_service.Asked.Single(), Is.EqualTo(new Dictionary<string, string>
        {
            ["client_id"] = "app", ["grant_type"] = "client_credentials", ["client_secret"] = "application secret", ["scope"] = "scope.one scope.two",
        }));
        Assert.That(Hub.Get<MailboxDesk>().Read(1, "").Value!.Mailbox!.Tokens, Is.EqualTo(new MailTokens(_service.Url.ToString(), "app", null, "scope.one scope.two", MailGrant.Client)));
    }

    [Test]
    public async Task The_trial_says_in_the_services_words_why_there_is_no_token()
    {
        var box = new Mailbox(MailWorld.Address, null, new MailServer("127.0.0.1", Smtp.Port, MailSecurity.None), null, "support", "used", MailSignIn.Token, true, null);
        async Task<string?> Try(string url, string refresh) =>
            (await Hub.Get<MailboxDesk>().Test(1, box with { Password = refresh, Tokens = new MailTokens(url, "app", null, null) }, "en", CancellationToken.None)).Value!.Smtp;

        Assert.That(await Try(_service.Url.ToString(), "used"), Does.Contain("invalid_grant: The refresh token was used.").And.Contain("paste the new refresh token"));
        Assert.That(await Try($"http://127.0.0.1:{Ports.Free()}/token", "r1"), Does.Contain("does not answer as one should"));
        Assert.That(await Try(_service.Url.ToString(), "r1"), Is.Null);
    }

    [TestCase("http://login.example/token", "tokens.url")]
    [TestCase("login.example/token", "tokens.url")]
    [TestCase("https://login.example/token", null)]
    public async Task Secrets_go_to_a_token_service_with_encryption_only(string url, string? field)
    {
        var box = new Mailbox(MailWorld.Address, null, new MailServer("127.0.0.1", Smtp.Port, MailSecurity.None), null, "support", "r1", MailSignIn.Token, true, null, new MailTokens(url, "app", null, null));
        Assert.That((await Hub.Get<MailboxDesk>().Update(1, box, "")).Faults.Select(f => f.Field), Is.EqualTo(field is null ? Array.Empty<string>() : [field]));
    }

    private Task Box(string? refresh, MailTokens? tokens = null, string name = "Shop") => MailWorld.Connect(
        Hub, Smtp.Port, signIn: MailSignIn.Token, user: "support", password: refresh, name: name, tokens: tokens ?? new MailTokens(_service.Url.ToString(), "app", null, null));

    private async Task<string?> Kept()
    {
        await using var connection = await Hub.Get<Storage.Database>().Open();
        return await connection.QueryFirstOrDefaultAsync<string?>("SELECT refresh_token FROM mail_tokens WHERE site_id = 1");
    }
}
