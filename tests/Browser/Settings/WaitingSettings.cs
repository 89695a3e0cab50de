using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NUnit.Framework;
using SupportHub.Tests.People;
using static Microsoft.Playwright.Assertions;

namespace SupportHub.Tests.Settings;

/// <summary>Hélène looks after how customers wait.</summary>
public sealed class WaitingSettings : SettingsTest
{
    [Test]
    public async Task A_hold_message_is_seen_as_customers_read_it_before_it_is_saved_and_a_wrong_placeholder_is_refused_in_words()
    {
        var page = await TheSite();
        await Choice(page, "Quand").SelectOptionAsync("Rien n’a changé");
        await Choice(page, "Sujet").SelectOptionAsync("Domaines");
        await Expect(Text(page)).ToHaveValueAsync("Toujours {agent}, toujours {range}. Merci de votre patience.");
        await Expect(Preview(page)).ToContainTextAsync("Toujours Claire, toujours 3\u00a0à\u00a06\u00a0min.");

        await Text(page).FillAsync("Encore {rang}, avec ");
        await Expect(page.GetByText("{rang} ne veut rien dire dans ce message. Pensiez-vous à {range}\u00a0?")).ToBeVisibleAsync();
        await Expect(Text(page)).ToHaveAttributeAsync("aria-invalid", "true");
        await Save(page).ClickAsync();
        await Expect(Text(page)).ToBeFocusedAsync();
        // What has the focus is not under the foot that stays in sight.
        Assert.That((await Text(page).BoundingBoxAsync())!.Y + 40, Is.LessThan((await Save(page).BoundingBoxAsync())!.Y));
        await Picture(page, "hold-refused");

        await Text(page).FillAsync("Encore {range}, avec ");
        await page.GetByRole(AriaRole.Button, new() { Name = "{agent}" }).ClickAsync();
        await page.Keyboard.TypeAsync(". {Pronoun} {doing}.");
        await Expect(Preview(page)).ToContainTextAsync("Encore 3\u00a0à\u00a06\u00a0min, avec Claire. Elle termine avec un autre client.");
        await Expect(Preview(page)).ToContainTextAsync("Encore 3\u00a0à\u00a06\u00a0min, avec Arnaud. Il termine avec un autre client.");
        await Expect(Preview(page)).ToContainTextAsync("Encore 3\u00a0à\u00a06\u00a0min, avec Camille. Camille termine avec un autre client.");
        await Expect(Preview(page)).ToContainTextAsync("Merci de votre patience.");
        await Expect(Text(page)).Not.ToHaveAttributeAsync("aria-invalid", "true");

        // A look at another place loses nothing of it.
        await Choice(page, "Quand").SelectOptionAsync("L’attente commence");
        await Choice(page, "Quand").SelectOptionAsync(new SelectOptionValue { Value = "Refresh" });
        await Save(page).ClickAsync();
        await Expect(page.GetByText("Enregistré.", new() { Exact = true })).ToBeVisibleAsync();

        await page.ReloadAsync();
        await Choice(page, "Sujet").SelectOptionAsync("Domaines");
        await Choice(page, "Quand").SelectOptionAsync("Rien n’a changé (vos mots)");
        await Expect(Text(page)).ToHaveValueAsync("Encore {range}, avec {agent}. {Pronoun} {doing}.");
    }

    [Test]
    public async Task How_a_topic_is_given_out_is_set_and_an_impossible_number_is_refused_at_its_field()
    {
        var page = await TheSite();
        var domains = page.GetByRole(AriaRole.Group, new() { Name = "Domaines" });
        await domains.GetByLabel("Une conversation").SelectOptionAsync("sonne, à accepter");
        await domains.GetByLabel("Sonne pendant").FillAsync("3");
        await Save(page).First.ClickAsync();
        await Expect(domains.GetByText("Un nombre entier de 5 à 120.")).ToBeVisibleAsync();
        await Expect(domains.GetByLabel("Sonne pendant")).ToBeFocusedAsync();

        await domains.GetByLabel("Sonne pendant").FillAsync("30");
        await page.GetByLabel("Proposer l’e-mail ou un rappel après").FillAsync("");
        await Save(page).First.ClickAsync();
        await Expect(page.GetByText("Enregistré.", new() { Exact = true })).ToBeVisibleAsync();

        await page.ReloadAsync();
        await Expect(domains.GetByLabel("Sonne pendant")).ToHaveValueAsync("30");
        await Expect(page.GetByLabel("Proposer l’e-mail ou un rappel après")).ToHaveValueAsync("");
    }

    [Test]
    public async Task A_new_site_without_topics_can_be_set_at_once_and_its_first_topic_too()
    {
        var page = (await InSettings("/settings/sites/new")).Page;
        await page.GetByLabel("Nom", new() { Exact = true }).FillAsync("Boutique");
        await page.GetByLabel("Où le chat peut apparaître").FillAsync("https://boutique.example");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter un site" }).ClickAsync();
        await page.GetByLabel("Donner des nouvelles").FillAsync("90");
        await Save(page).ClickAsync();
        await Expect(Save(page)).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter un sujet" }).ClickAsync();
        await page.Locator("#topic-fr").FillAsync("Livraison");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Livraison" }).GetByLabel("Priorité")).ToHaveValueAsync("0");
        await Expect(page.GetByLabel("Donner des nouvelles")).ToHaveValueAsync("90");
        await Choice(page, "Sujet").SelectOptionAsync("Livraison");
    }

    [Test]
    public async Task What_an_agent_answers_is_chosen_topic_by_topic()
    {
        var page = (await InSettings("/settings/people")).Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Claire" }).ClickAsync();
        await Expect(page.GetByText("Claire répond à tous les sujets, tant qu’aucun n’est choisi.")).ToBeVisibleAsync();

        await page.GetByLabel("Domaines").SelectOptionAsync("spécialiste");
        await page.GetByLabel("Français", new() { Exact = true }).CheckAsync();
        await Expect(page.GetByText("Claire répond seulement aux sujets choisis.")).ToBeVisibleAsync();
        await Save(page).Last.ClickAsync();
        await Expect(page.GetByText("Enregistré.", new() { Exact = true })).ToBeVisibleAsync();

        await page.ReloadAsync();
        await Expect(page.GetByLabel("Domaines")).ToHaveValueAsync("3");
        await Expect(page.GetByLabel("Français", new() { Exact = true })).ToBeCheckedAsync();
    }

    [Test]
    public async Task It_is_accessible_and_fits_a_phone()
    {
        var page = await TheSite();
        await Expect(Preview(page)).ToContainTextAsync("Claire");
        await LooksWell(page, "waiting-settings");
        await page.GotoAsync(new Uri(Lab.Hub, "/settings/people").ToString());
        await page.GetByRole(AriaRole.Link, new() { Name = "Claire" }).ClickAsync();
        await Expect(page.GetByLabel("Domaines")).ToBeVisibleAsync();
        await LooksWell(page, "skills");
    }

    private async Task<IPage> TheSite()
    {
        var page = (await AtTheSite()).Page;
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Messages d’attente" })).ToBeVisibleAsync();
        await Expect(Text(page)).ToBeVisibleAsync();
        return page;
    }

    private static ILocator Text(IPage page) => page.GetByRole(AriaRole.Textbox, new() { NameRegex = new Regex("^Texte") });

    private static ILocator Choice(IPage page, string name) =>
        page.Locator("section", new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = "Messages d’attente" }) }).GetByRole(AriaRole.Combobox, new() { Name = name });

    private static ILocator Preview(IPage page) => page.GetByRole(AriaRole.Group, new() { Name = "Tel que vos clients le lisent" });

    /// <summary>Those of the forms in which something is unsaved.</summary>
    private static ILocator Save(IPage page) => page.Locator("button.primary:enabled", new() { HasText = "Enregistrer" });
}
