using Microsoft.Playwright;
using NUnit.Framework;
using SupportHub.Tests.Chat;
using SupportHub.Tests.People;
using SupportHub.Tests.Settings;
using static Microsoft.Playwright.Assertions;

namespace SupportHub.Tests.Email;

/// <summary>Hélène connects the website's mailbox.</summary>
public sealed class ConsoleMailSettings : SettingsTest
{
    [Test]
    public async Task A_mailbox_is_tried_in_plain_words_connected_changed_and_disconnected()
    {
        await using var smtp = ScriptedSmtp.Start();
        var page = await TheSite();
        var box = Section(page);
        // The Lab has one from its start.
        await Disconnect(page, box);
        await Expect(box.GetByLabel("Chiffrement").First).ToHaveValueAsync("Tls");
        await Expect(box.GetByLabel("Port", new() { Exact = true }).First).ToHaveValueAsync("465");
        await box.GetByLabel("Chiffrement").First.SelectOptionAsync("STARTTLS");
        await Expect(box.GetByLabel("Port", new() { Exact = true }).First).ToHaveValueAsync("587");

        await box.GetByRole(AriaRole.Button, new() { Name = "Connecter" }).ClickAsync();
        await Expect(box.GetByLabel("Adresse").First).ToBeFocusedAsync();
        await Expect(box.GetByLabel("Adresse").First).ToHaveAttributeAsync("aria-invalid", "true");
        await Picture(page, "mailbox-faults");

        await box.GetByLabel("Adresse").First.FillAsync("support@rhin.example");
        await Expect(box.GetByLabel("Identifiant")).ToHaveValueAsync("support@rhin.example");
        await box.GetByLabel("Serveur").First.FillAsync("127.0.0.1");
        await box.GetByLabel("Chiffrement").First.SelectOptionAsync("Aucun");
        await Expect(box.GetByText("Sans chiffrement, mots de passe et textes peuvent être lus")).ToBeVisibleAsync();
        await box.GetByLabel("Relever le courrier de la boîte").UncheckAsync();
        await box.GetByRole(AriaRole.Combobox, new() { Name = "Avec" }).SelectOptionAsync("rien, le serveur n’en demande pas");
        await box.GetByLabel("Port", new() { Exact = true }).First.FillAsync($"{Ports.Free()}");
        await box.GetByRole(AriaRole.Button, new() { Name = "Tester" }).ClickAsync();
        await Expect(box.GetByText("rien n’écoute sur le port")).ToBeVisibleAsync();
        await box.GetByLabel("Port", new() { Exact = true }).First.FillAsync($"{smtp.Port}");
        await box.GetByRole(AriaRole.Button, new() { Name = "Tester" }).ClickAsync();
        await Expect(box.GetByText("fonctionne.")).ToBeVisibleAsync();

        await box.GetByRole(AriaRole.Button, new() { Name = "Ajouter une adresse" }).ClickAsync();
        await box.Locator("#alias-0").FillAsync("domaines@rhin.example");
        await box.GetByLabel("Sujet").SelectOptionAsync("Domaines");
        await box.GetByLabel("Langue").SelectOptionAsync("Français");
        await box.GetByRole(AriaRole.Button, new() { Name = "Ajouter une adresse" }).ClickAsync();
        await box.GetByRole(AriaRole.Button, new() { Name = "Connecter" }).ClickAsync();
        await Expect(page.GetByText("Enregistré.", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(box.Locator(".alias")).ToHaveCountAsync(1);
        await box.GetByText("Déposer le courrier ici sans IMAP").ClickAsync();
        await Expect(box.GetByText("/api/mail/inbound/")).ToBeVisibleAsync();
        await Expect(page.Locator(".toast")).ToHaveCountAsync(0);
        await Accessible.Checked(page, "mailbox, connected");

        await page.ReloadAsync();
        await Expect(box.Locator("#alias-0")).ToHaveValueAsync("domaines@rhin.example");
        await Expect(box.GetByLabel("Langue")).ToHaveValueAsync("fr");
        await Disconnect(page, box);
        await Expect(box.GetByRole(AriaRole.Button, new() { Name = "Connecter" })).ToBeVisibleAsync();
    }

    private static async Task Disconnect(IPage page, ILocator box)
    {
        await box.GetByRole(AriaRole.Button, new() { Name = "Déconnecter" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Déconnecter cette boîte\u00a0?" });
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "La garder" })).ToBeFocusedAsync();
        await Picture(page, "mailbox-disconnect");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Déconnecter" }).ClickAsync();
        await Expect(box.GetByLabel("Adresse").First).ToHaveValueAsync("");
    }

    [Test]
    public async Task It_is_accessible_and_fits_a_phone()
    {
        var page = await TheSite();
        await Section(page).GetByRole(AriaRole.Button, new() { Name = "Ajouter une adresse" }).ClickAsync();
        await LooksWell(page, "mailbox");
    }

    private async Task<IPage> TheSite()
    {
        var page = (await AtTheSite()).Page;
        await Expect(Section(page).GetByLabel("Adresse").First).ToBeVisibleAsync();
        return page;
    }

    private static ILocator Section(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "E-mail" });
}
