using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NUnit.Framework;
using SupportHub.Tests.People;
using static Microsoft.Playwright.Assertions;

namespace SupportHub.Tests.Chat;

/// <summary>The time that a site gives to write a conversation up.</summary>
public sealed class WrapUp : LabTest
{
    [Test]
    public async Task The_agent_sees_how_long_and_is_ready_with_a_key_and_who_waits_is_told_of_the_notes()
    {
        await GiveTime();
        var claire = await AnAgent();
        foreach (var name in new[] { "Alice", "Bob", "Carl" })
        {
            var customer = await ACustomer();
            await customer.Begin("Domaines", "Bonjour", name);
            await Expect(customer.Log.GetByText("Claire a rejoint la conversation")).ToBeVisibleAsync();
        }
        var dora = await ACustomer();
        await dora.Begin("Domaines", "Et moi ?", "Dora");
        await Expect(dora.Panel.GetByText("Claire va vous répondre, ou un collègue")).ToBeVisibleAsync();

        await claire.Open("Alice");
        await claire.Resolve();
        var notes = claire.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Notes en cours" });
        await Expect(notes).ToContainTextAsync(new Regex(@"encore [01]:\d\d"));
        await Expect(dora.Panel.GetByText("Claire termine ses notes et vous répond juste après.")).ToBeVisibleAsync();
        await Accessible.Checked(claire.Page, "console, wrap-up");
        await PictureInBothThemes(claire.Page, "wrap-up");
        await Picture(dora.Page, "wrap-up-widget");
        await claire.Page.SetViewportSizeAsync(390, 800);
        await PictureInBothThemes(claire.Page, "wrap-up-phone");

        // The composer waits for a note; keys are keys again when nobody writes one.
        await claire.Page.SetViewportSizeAsync(1360, 850);
        await claire.Log.ClickAsync();
        await claire.Page.Keyboard.PressAsync("f");
        await Expect(notes).ToBeHiddenAsync();
        await Expect(dora.Log.GetByText("Claire a rejoint la conversation")).ToBeVisibleAsync();
        await Expect(claire.Log.GetByText("Vous avez terminé vos notes")).ToBeVisibleAsync();
    }

    /// <summary>As Hélène does in the settings; then she goes.</summary>
    private async Task GiveTime()
    {
        var helene = await AtTheSite();
        var time = helene.Page.GetByLabel("Après la fin, la place reste prise pendant");
        await time.FillAsync("601");
        await Save(helene.Page).ClickAsync();
        await Expect(helene.Page.GetByText("Un nombre entier de 0 à 600.")).ToBeVisibleAsync();
        await time.FillAsync("90");
        await Save(helene.Page).ClickAsync();
        await Expect(helene.Page.GetByText("Enregistré.", new() { Exact = true })).ToBeVisibleAsync();
        await time.ScrollIntoViewIfNeededAsync();
        await Picture(helene.Page, "wrap-up-settings");
        await helene.ToConversations();
        await helene.Choose("Hors ligne");
        await Expect(helene.Page.GetByRole(AriaRole.Button, new() { Name = "Hors ligne" })).ToBeVisibleAsync();
    }

    private static ILocator Save(IPage page) => page.Locator("button.primary:enabled", new() { HasText = "Enregistrer" }).First;
}
