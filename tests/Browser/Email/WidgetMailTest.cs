using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using NUnit.Framework;
using SupportHub.Email.Mailboxes;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Sites.Hours;
using Customer = SupportHub.Tests.People.Customer;

namespace SupportHub.Tests.Email;

/// <summary>A website with the widget, a hub with a mailbox, and a mail server that shows what the hub sends. Nobody is at the console.</summary>
public abstract class WidgetMailTest : BrowserTest
{
    protected const string Marie = "marie@customer.example";
    private TestDatabase _database = null!;
    private WebApplication _site = null!;

    protected Uri Site { get; } = new($"http://127.0.0.1:{Ports.Free()}");

    protected InProcessHub Hub { get; private set; } = null!;

    protected ScriptedSmtp Smtp { get; private set; } = null!;

    [SetUp]
    public async Task StartHub()
    {
        _database = await TestDatabase.Create(Engine.Sqlite);
        await World.Seed(_database, capacity: 2, "Claire");
        Hub = await InProcessHub.Start(_database);
        Smtp = ScriptedSmtp.Start();
        var saved = await Hub.Get<MailboxDesk>().Update(
            1,
            new Mailbox("support@shop.example", "Shop", new MailServer("127.0.0.1", Smtp.Port, MailSecurity.None), null, null, null, MailSignIn.None, TokenInAddress: true, []),
            Hub.Address.ToString());
        Assert.That(saved.Value, Is.Not.Null);
        var edit = new SiteEdit("Shop", [Site.GetLeftPart(UriPartial.Authority)], ["en", "fr"], "#0f6b5c", null, new PreChat(Field.Optional, Field.Optional, Field.Optional), Wording: null);
        Assert.That((await Hub.Get<SiteDesk>().Update(1, edit)).Value, Is.Not.Null);
        await StartSite();
    }

    [TearDown]
    public async Task EndHub()
    {
        await _site.DisposeAsync();
        await Hub.DisposeAsync();
        await Smtp.DisposeAsync();
        _database.Dispose();
    }

    /// <summary>Mail is answered within four hours, day and night.</summary>
    protected async Task Handled(bool byChat)
    {
        var plan = new HoursPlan(
            "Europe/Paris", null, [], [],
            [new TopicChannel(World.Topic, ChannelKind.Chat, byChat, null, null), new TopicChannel(World.Topic, ChannelKind.Email, Offered: true, null, 240)]);
        Assert.That((await Hub.Get<HoursDesk>().Save(1, plan)).Value, Is.Not.Null);
    }

    protected static Task<Customer> ACustomer(IBrowserContext browser, Uri site, string language) => Customer.Visit(browser, site, $"/{language}/");

    private async Task StartSite()
    {
        var builder = WebApplication.CreateSlimBuilder([$"--urls={Site}"]);
        builder.Logging.ClearProviders();
        _site = builder.Build();
        _site.MapGet("/{language}/", (string language) => Results.Content(
            $"""
            <!doctype html><html lang="{language}"><title>Shop</title><main><h1>Shop</h1></main><script async src="{Hub.Address}widget/loader.js" data-site="{World.SiteKey}"></script></html>
            """,
            "text/html; charset=utf-8"));
        await _site.StartAsync();
    }
}
