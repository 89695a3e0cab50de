using Microsoft.Playwright;
using NUnit.Framework;
using SupportHub.Tests.People;
using static Microsoft.Playwright.Assertions;

namespace SupportHub.Tests.Chat;

/// <summary>Nothing is lost, doubled or reordered: reloads, two tabs, no network.</summary>
public sealed class Keeping : LabTest
{
    [Test]
    public async Task A_reload_on_either_side_leaves_the_conversation_whole()
    {
        var (claire, customer) = await Talk("Rémi");
        await customer.Say("deux");
        await claire.Say("trois");
        await Expect(customer.Message("trois")).ToBeVisibleAsync();

        await customer.Page.ReloadAsync();
        await claire.Page.ReloadAsync();

        await Expect(customer.Bubbles).ToHaveTextAsync(["un", "deux", "trois"]);
        await Expect(claire.Message("un")).ToBeVisibleAsync();
        await claire.Say("quatre");
        await customer.Say("cinq");
        await Expect(customer.Bubbles).ToHaveCountAsync(5);
        await Expect(claire.Message("cinq")).ToBeVisibleAsync();
    }

    [Test]
    public async Task What_was_typed_without_network_arrives_once_and_in_order_when_it_is_back()
    {
        var (claire, customer) = await Talk("Sonia");
        await customer.Page.Context.SetOfflineAsync(true);
        foreach (var text in new[] { "hors-ligne 1", "hors-ligne 2", "hors-ligne 3" })
            await customer.Say(text);
        await Expect(customer.Message("hors-ligne 3")).ToBeVisibleAsync();
        await Expect(claire.Message("hors-ligne 1")).ToBeHiddenAsync();

        await customer.Page.Context.SetOfflineAsync(false);

        await Expect(claire.Message("hors-ligne 3")).ToBeVisibleAsync();
        await Expect(claire.Log.GetByText("hors-ligne")).ToHaveTextAsync(["hors-ligne 1", "hors-ligne 2", "hors-ligne 3"]);
        await Expect(customer.Bubbles).ToHaveTextAsync(["un", "hors-ligne 1", "hors-ligne 2", "hors-ligne 3"]);
    }

    [Test]
    public async Task The_console_says_at_once_that_the_network_is_gone_and_sends_what_was_written_when_it_is_back()
    {
        var (claire, customer) = await Talk("Lucie");
        await claire.Page.Context.SetOfflineAsync(true);
        // A connection that says nothing is believed in for longer.
        await Expect(claire.Page.GetByText("Pas de connexion.")).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await claire.Say("écrit sans réseau");
        await Expect(claire.Page.Locator(".unsent")).ToHaveCountAsync(1);

        await claire.Page.Context.SetOfflineAsync(false);

        await Expect(customer.Message("écrit sans réseau")).ToBeVisibleAsync();
        await Expect(claire.Page.GetByText("Pas de connexion.")).ToBeHiddenAsync();
        await Expect(claire.Page.Locator(".unsent")).ToHaveCountAsync(0);
    }

    /// <summary>A busy server, or a proxy that lost it: alone the browser would wait for four minutes, and a request for a hundred seconds.</summary>
    [Test]
    public async Task A_connection_that_nobody_answers_is_given_up_and_the_console_connects_again()
    {
        var browser = await Person();
        await browser.RouteAsync("**/api/session", route => Task.CompletedTask, new() { Times = 1 });
        await browser.AddInitScriptAsync(
            """
            const Real = WebSocket;
            class Unanswered extends EventTarget { readyState = 0; close() {} }
            window.WebSocket = class extends Real {
              constructor(...at) {
                if (!sessionStorage.tried) { sessionStorage.tried = 'once'; return new Unanswered(); }
                super(...at);
              }
            };
            """);
        var claire = await Agent.SignInAt(browser, Lab.Hub, "claire");
        await Expect(claire.Page.GetByText("Connexion en cours.")).ToBeVisibleAsync();
        await Expect(claire.Page.GetByRole(AriaRole.Button, new() { Name = "En ligne" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        Assert.That(await claire.Page.EvaluateAsync<string>("sessionStorage.tried"), Is.EqualTo("once"));
    }

    [Test]
    public async Task Messages_typed_offline_survive_a_closed_tab()
    {
        var (claire, customer) = await Talk("Tom");
        var browser = customer.Page.Context;
        await browser.SetOfflineAsync(true);
        await customer.Say("écrit avant de fermer");
        await Expect(customer.Message("écrit avant de fermer")).ToBeVisibleAsync();
        await customer.Page.CloseAsync();
        await browser.SetOfflineAsync(false);

        var again = await Customer.Visit(browser, Lab.Site);

        await Expect(claire.Message("écrit avant de fermer")).ToBeVisibleAsync();
        await Expect(claire.Message("écrit avant de fermer")).ToHaveCountAsync(1);
        await Expect(again.Page.Locator("support-hub")).ToBeAttachedAsync();
    }

    [Test]
    public async Task Two_tabs_show_the_same()
    {
        var (claire, one) = await Talk("Uma");
        var two = await Customer.Visit(one.Page.Context, Lab.Site, "/fr/contact");
        if (!await two.Panel.IsVisibleAsync())
            await two.Open();
        await Expect(two.Bubbles).ToHaveTextAsync(["un"]);

        await one.Say("du premier onglet");
        await two.Say("du second onglet");
        await claire.Say("aux deux");

        foreach (var tab in new[] { one, two })
        {
            await Expect(tab.Message("aux deux")).ToBeVisibleAsync();
            await Expect(tab.Bubbles).ToHaveCountAsync(4);
        }
        Assert.That(await two.Bubbles.AllInnerTextsAsync(), Is.EqualTo(await one.Bubbles.AllInnerTextsAsync()));
    }

    [Test]
    public async Task A_network_that_lets_no_WebSocket_through_carries_the_chat_all_the_same()
    {
        var claire = await AnAgent();
        var browser = await Person();
        await browser.AddInitScriptAsync(
            """
            window.WebSocket = class WebSocket extends EventTarget {
              static CONNECTING = 0; static OPEN = 1; static CLOSING = 2; static CLOSED = 3
              readyState = 0
              constructor() {
                super()
                setTimeout(() => {
                  this.readyState = 3
                  this.onerror?.(new Event('error'))
                  this.onclose?.(new CloseEvent('close', { code: 1006 }))
                })
              }
              send() { throw new DOMException('not open', 'InvalidStateError') }
              close() {}
            }
            """);
        var customer = await Customer.Visit(browser, Lab.Site);
        await customer.Begin("Hébergement", "sans WebSocket", "Wanda");

        await claire.Open("Wanda");
        await claire.Say("je vous reçois");
        await Expect(customer.Message("je vous reçois")).ToBeVisibleAsync();
        await customer.Say("moi aussi");
        await Expect(claire.Message("moi aussi")).ToBeVisibleAsync();
        Assert.That(customer.Received, Is.Empty, "not one frame came by a WebSocket");

        await customer.Page.ReloadAsync();
        await claire.Say("toujours là");
        await Expect(customer.Message("toujours là")).ToBeVisibleAsync();
        await Expect(customer.Bubbles).ToHaveTextAsync(["sans WebSocket", "je vous reçois", "moi aussi", "toujours là"]);
    }
}
