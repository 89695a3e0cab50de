using Microsoft.Playwright;
using NUnit.Framework;
using SupportHub.Tests.Chat;
using SupportHub.Tests.People;
using static Microsoft.Playwright.Assertions;

namespace SupportHub.Tests.Settings;

/// <summary>Hélène connects the telephone, and calls herself before any customer is called.</summary>
public sealed class PhoneSettings : SettingsTest
{
    private const string Lucie = "33612345678";

    [Test]
    public async Task A_line_is_connected_a_fault_is_shown_at_its_field_and_a_test_call_rings()
    {
        var page = await TheSite();
        var phone = Section(page);
        await Expect(phone.GetByText("Traités par téléphone\u00a0:")).ToBeVisibleAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Déconnecter" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Déconnecter" }).ClickAsync();
        await Expect(phone.GetByText("Ce qu’il vous faut, dans cet ordre")).ToBeVisibleAsync();
        await Picture(page, "phone-beginning");

        await phone.GetByLabel("Identifiant du compte (SID)").FillAsync("AC00000000000000000000000000001ab1");
        await phone.GetByLabel("Jeton (Auth Token)").FillAsync("wrong");
        await phone.GetByLabel("Numéro de l’entreprise").FillAsync("01 84 80 00 00");
        await phone.GetByText("Clé d’API, région, autre adresse").ClickAsync();
        await phone.GetByLabel("Une autre adresse que celle de Twilio").FillAsync(Lab.Phones.ToString());
        await phone.GetByLabel("Ajouter un pays").FillAsync("belg");
        await phone.GetByLabel("Ajouter un pays").PressAsync("Enter");
        await Expect(phone.GetByRole(AriaRole.List, new() { Name = "Pays que l’on peut appeler" })).ToContainTextAsync("Belgique");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Connecter", Exact = true }).ClickAsync();
        await Expect(phone.GetByText("Merci d’indiquer le numéro complet avec son pays")).ToBeVisibleAsync();
        await Expect(phone.GetByLabel("Numéro de l’entreprise")).ToBeFocusedAsync();
        await Picture(page, "phone-fault");

        await phone.GetByLabel("Numéro de l’entreprise").FillAsync("+33 1 84 80 00 00");
        var call = phone.GetByRole(AriaRole.Button, new() { Name = "Appelez-moi" });
        await phone.GetByLabel("Votre numéro").FillAsync("0899 70 00 00");
        await call.ClickAsync();
        await Expect(phone.GetByText("Ce numéro n’est jamais appelé")).ToBeVisibleAsync();
        await phone.GetByLabel("Votre numéro").FillAsync("+33 6 12 34 56 78");
        await call.ClickAsync();
        await Expect(phone.GetByRole(AriaRole.Status)).ToContainTextAsync("Twilio refuse l’identifiant du compte ou le jeton.");
        await phone.GetByLabel("Jeton (Auth Token)").FillAsync("only-on-this-machine");
        var phones = await Phones();
        await call.ClickAsync();
        var hers = phones.Locator($"#p{Lucie}");
        await Expect(phone.GetByRole(AriaRole.Status)).ToContainTextAsync("Le téléphone sonne. Décrochez.");
        await Picture(page, "phone-test-rings");
        await hers.GetByRole(AriaRole.Button, new() { Name = "Décrocher" }).ClickAsync();
        await Expect(hers.GetByText("La ligne téléphonique fonctionne.")).ToBeVisibleAsync();
        await Expect(phone.GetByRole(AriaRole.Status)).ToContainTextAsync("Tout fonctionne");
        await Picture(page, "phone-test-works");

        await phone.GetByRole(AriaRole.Button, new() { Name = "Connecter", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Le téléphone est connecté.")).ToBeVisibleAsync();
        await Accessible.Checked(page, "the settings of the telephone");
        await page.ReloadAsync();
        await Expect(Section(page).GetByLabel("Numéro de l’entreprise")).ToHaveValueAsync("+33 1 84 80 00 00");
        await Expect(Section(page).GetByLabel("Jeton (Auth Token)")).ToHaveValueAsync("");
    }

    [Test]
    public async Task Before_the_telephone_goes_it_is_said_who_waits_for_a_call()
    {
        var page = await TheSite();
        var lucie = await ACustomer();
        await lucie.Open();
        await lucie.Panel.GetByLabel(lucie.Words.Topic).SelectOptionAsync("Hébergement");
        await lucie.Composer.FillAsync("Mon site ne répond plus.");
        await lucie.Panel.GetByRole(AriaRole.Button, new() { Name = "Appelez-moi" }).ClickAsync();
        await lucie.Panel.GetByLabel("Votre numéro").FillAsync("06 12 34 56 78");
        await lucie.Panel.Locator("footer").GetByRole(AriaRole.Button, new() { Name = "Appelez-moi" }).ClickAsync();
        await Expect(lucie.Log.Locator(".callback")).ToBeVisibleAsync();

        await Section(page).GetByRole(AriaRole.Button, new() { Name = "Déconnecter" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog).GetByText("Un client attend un appel ou a une heure réservée. Il garde sa place")).ToBeVisibleAsync();
        await Picture(page, "phone-disconnect");
        await Accessible.Checked(page, "the question before the telephone is disconnected");
        await page.Keyboard.PressAsync("Escape");
        await Expect(Section(page).GetByLabel("Numéro de l’entreprise")).ToHaveValueAsync("+33 1 84 80 00 00");
    }

    [Test]
    public async Task It_can_be_read_on_a_phone_in_the_dark_and_in_English()
    {
        var page = await TheSite();
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Section(page).GetByText("Clé d’API, région, autre adresse").ClickAsync();
        // As high as the section, so that a picture has all of it.
        await page.SetViewportSizeAsync(390, 4600);
        await Section(page).ScrollIntoViewIfNeededAsync();
        await Picture(page, "phone-settings-390-dark");
        await Fits(page);
        await Accessible.Checked(page, "the settings of the telephone, on a phone and in the dark");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(1280, 3200);
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("English");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Telephone" }).GetByText("Countries that may be called")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Region, new() { Name = "Telephone" }).ScrollIntoViewIfNeededAsync();
        await Picture(page, "phone-settings-en");
    }

    private static ILocator Section(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "Téléphone" });

    private async Task<IPage> TheSite()
    {
        var helene = await AtTheSite();
        await Expect(Section(helene.Page).GetByLabel("Numéro de l’entreprise")).ToBeVisibleAsync();
        return helene.Page;
    }
}
