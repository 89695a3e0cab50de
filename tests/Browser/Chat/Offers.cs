using Microsoft.Playwright;
using NUnit.Framework;
using SupportHub.Tests.People;
using static Microsoft.Playwright.Assertions;

namespace SupportHub.Tests.Chat;

/// <summary>A topic whose conversations ring, and what becomes of the ringing.</summary>
public sealed class Offers : LabTest
{
    [Test]
    public async Task What_rings_is_accepted_with_a_key_and_a_declined_one_rings_at_the_next_with_the_reason_on_record()
    {
        await LetDomainsRing();
        var claire = await AnAgent();
        var alice = await ACustomer();
        await alice.Begin("Domaines", "Mon domaine expire demain", "Alice");
        var ringing = claire.Ringing("Alice");
        await Expect(ringing).ToContainTextAsync("Domaines · français");
        await Expect(ringing).ToContainTextAsync("Mon domaine expire demain");
        await Expect(claire.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Alice sonne chez vous, Domaines" })).ToBeAttachedAsync();
        await Expect(claire.Row("Alice")).ToContainTextAsync("sonne chez vous");
        await Accessible.Checked(claire.Page, "console, an offer");

        await claire.Page.Keyboard.PressAsync("a");
        await Expect(claire.Page.GetByRole(AriaRole.Heading, new() { Name = "Alice", Level = 1 })).ToBeVisibleAsync();
        await Expect(ringing).ToBeHiddenAsync();
        await Expect(claire.Log.GetByText("A sonné chez vous")).ToBeVisibleAsync();
        await Expect(alice.Log.GetByText("Claire a rejoint la conversation")).ToBeVisibleAsync();
        await claire.Say("Bonjour Alice, je regarde.");
        await Expect(alice.Message("Bonjour Alice, je regarde.")).ToBeVisibleAsync();

        var bob = await ACustomer();
        await bob.Begin("Domaines", "Et le mien ?", "Bob");
        await Expect(claire.Ringing("Bob")).ToBeVisibleAsync();
        var arnaud = await AnAgent("arnaud");
        await claire.Ringing("Bob").GetByRole(AriaRole.Button, new() { Name = "Décliner avec une raison" }).ClickAsync();
        await claire.Ringing("Bob").GetByRole(AriaRole.Button, new() { Name = "Avec un autre client" }).ClickAsync();
        await Expect(claire.Ringing("Bob")).ToBeHiddenAsync();
        await arnaud.Ringing("Bob").GetByRole(AriaRole.Button, new() { Name = "Accepter" }).ClickAsync();
        await Expect(arnaud.Log.GetByText("Claire a décliné · Avec un autre client")).ToBeVisibleAsync();
        await Expect(bob.Log.GetByText("Arnaud a rejoint la conversation")).ToBeVisibleAsync();
        await Expect(bob.Log.GetByText("décliné")).ToBeHiddenAsync();
    }

    [Test]
    public async Task Who_lets_two_conversations_ring_is_set_away_and_told_so_and_is_back_with_a_click()
    {
        await LetDomainsRing(seconds: 5);
        var claire = await AnAgent();
        foreach (var (name, message) in new[] { ("Alice", "Mon domaine expire"), ("Bob", "Le mien aussi") })
            await (await ACustomer()).Begin("Domaines", message, name);

        await Expect(claire.Page.GetByText("deux conversations ont sonné sans réponse")).ToBeVisibleAsync();
        await Expect(claire.Page.GetByRole(AriaRole.Button, new() { Name = "Votre présence: Absent" })).ToBeVisibleAsync();
        await Expect(claire.Ringing("Alice").Or(claire.Ringing("Bob"))).ToHaveCountAsync(0);
        await Picture(claire.Page, "console-set-away");

        await claire.Page.GetByRole(AriaRole.Button, new() { Name = "Je suis de retour" }).ClickAsync();
        await Expect(claire.Page.GetByText("deux conversations ont sonné sans réponse")).ToBeHiddenAsync();
        await Expect(claire.Ringing("Alice")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Who_is_finishing_gets_nothing_new_and_is_offline_after_the_last_conversation()
    {
        var claire = await AnAgent();
        await (await ACustomer()).Begin("Hébergement", "Une dernière question", "Alice");
        await Expect(claire.Row("Alice")).ToBeVisibleAsync();
        await claire.Choose("En fin de service");
        var arnaud = await AnAgent("arnaud");
        await (await ACustomer()).Begin("Hébergement", "Je commence", "Bob");
        await arnaud.Open("Bob");
        await Expect(arnaud.Log.GetByText("Je commence")).ToBeVisibleAsync();

        await claire.Open("Alice");
        await claire.Resolve();
        await Expect(claire.Page.GetByText("Votre dernière conversation est terminée")).ToBeVisibleAsync();
        await Expect(claire.Page.GetByRole(AriaRole.Button, new() { Name = "Votre présence: Hors ligne" })).ToBeVisibleAsync();
        await Picture(claire.Page, "console-finished");
        await claire.Page.GetByRole(AriaRole.Button, new() { Name = "Revenir en ligne" }).ClickAsync();
        await Expect(claire.Page.GetByRole(AriaRole.Button, new() { Name = "Votre présence: En ligne" })).ToBeVisibleAsync();
    }

    /// <summary>As Hélène does in the settings; then she goes, so that nothing rings at her.</summary>
    private async Task LetDomainsRing(int seconds = 120)
    {
        var helene = await AtTheSite();
        var domains = helene.Page.GetByRole(AriaRole.Group, new() { Name = "Domaines" });
        await domains.GetByLabel("Une conversation").SelectOptionAsync("sonne, à accepter");
        await domains.GetByLabel("Sonne pendant").FillAsync($"{seconds}");
        await helene.Page.Locator("button.primary:enabled", new() { HasText = "Enregistrer" }).First.ClickAsync();
        await Expect(helene.Page.GetByText("Enregistré.", new() { Exact = true })).ToBeVisibleAsync();
        await helene.ToConversations();
        await helene.Choose("Hors ligne");
        await Expect(helene.Page.GetByRole(AriaRole.Button, new() { Name = "Hors ligne" })).ToBeVisibleAsync();
    }
}
