using Microsoft.Playwright;
using NUnit.Framework;
using SupportHub.Email.Mailboxes;
using SupportHub.Shared;
using SupportHub.Sites.Hours;
using Customer = SupportHub.Tests.People.Customer;

namespace SupportHub.Tests.Email;

/// <summary>A website with the widget, a hub with a mailbox, and a mail server that shows what the hub sends. Nobody is at the console.</summary>
public abstract class WidgetMailTest : BrowserTest
{
    protected const string Marie = "marie@customer.example";
    private TestDatabase _database = null!;

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
    }

    [TearDown]
    public async Task EndHub()
    {
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

    protected async Task<Customer> ACustomer(IBrowserContext browser, string language)
    {
        await browser.RouteAsync($"{World.Origin}/**", route => route.FulfillAsync(new()
        {
            ContentType = "text/html; charset=utf-8",
            Body = $"<!doctype html><html lang=\"{language}\"><title>Shop</title><main><h1>Shop</h1></main><script async src=\"{Hub.Address}widget/loader.js\" data-site=\"{World.SiteKey}\"></script></html>",
        }));
        return await Customer.Visit(browser, new Uri(World.Origin), $"/{language}/");
    }
}
