using Microsoft.Playwright;
using NUnit.Framework;
using SupportHub.Tests.Chat;
using SupportHub.Tests.People;
using static Microsoft.Playwright.Assertions;

namespace SupportHub.Tests.Email;

/// <summary>A customer writes by mail from the widget, and finds the answer's promise in the mailbox.</summary>
public sealed class WidgetMail : LabTest
{
    private const string Marc = "marc@customer.example";

    [Test]
    public async Task Who_writes_by_mail_keeps_what_was_typed_is_promised_an_hour_and_finds_it_in_the_mailbox()
    {
        var customer = await ACustomer();
        await customer.Open();
        var panel = customer.Panel;
        await panel.GetByLabel("Sujet").SelectOptionAsync("Hébergement");
        await panel.GetByLabel("Votre message").FillAsync("Mon site est lent.");
        await panel.GetByRole(AriaRole.Button, new() { NameRegex = new("e-mail") }).First.ClickAsync();
        await Expect(panel.GetByLabel("Votre message")).ToHaveValueAsync("Mon site est lent.");
        await panel.GetByLabel("Votre e-mail").FillAsync("marc");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Envoyer par e-mail" }).ClickAsync();
        await Expect(panel.GetByLabel("Votre e-mail")).ToHaveAttributeAsync("aria-invalid", "true");
        await panel.GetByLabel("Votre e-mail").FillAsync(Marc);
        await panel.GetByRole(AriaRole.Button, new() { Name = "Envoyer par e-mail" }).ClickAsync();

        await Expect(customer.Message("Mon site est lent.")).ToBeVisibleAsync();
        await Expect(customer.Log.GetByText("Nous vous répondrons par e-mail au plus tard")).ToBeVisibleAsync();
        await Expect(panel.GetByText($"Réponse par e-mail à {Marc}")).ToBeVisibleAsync();
        await Picture(customer.Page, "widget-mail");

        var inbox = await (await Person()).NewPageAsync();
        await inbox.GotoAsync(Lab.Mail.ToString());
        await inbox.GetByRole(AriaRole.Link, new() { Name = Marc }).ClickAsync();
        await inbox.GetByRole(AriaRole.Link, new() { Name = "Votre message" }).First.ClickAsync();
        await Expect(inbox.FrameLocator("iframe").GetByText("au plus tard")).ToBeVisibleAsync();
    }

    [Test]
    public async Task After_the_end_the_conversation_is_sent_to_an_address_that_is_asked_for_and_found_in_the_mailbox()
    {
        var claire = await AnAgent();
        var customer = await ACustomer();
        await customer.Begin("Hébergement", "Mon site est lent.", "Léa");
        await claire.Open("Léa");
        await claire.Say("C’est réparé.");
        await Expect(customer.Message("C’est réparé.")).ToBeVisibleAsync();
        await claire.Resolve();

        await customer.Log.GetByRole(AriaRole.Button, new() { Name = "Recevoir cette conversation par e-mail" }).ClickAsync();
        var address = customer.Log.GetByLabel("Votre e-mail");
        await Expect(address).ToBeFocusedAsync();
        await address.FillAsync("lea@");
        await address.PressAsync("Enter");
        await Expect(address).ToHaveAttributeAsync("aria-invalid", "true");
        await Accessible.Checked(customer.Page, "the widget's transcript form");
        await address.FillAsync("lea@customer.example");
        await address.PressAsync("Enter");
        await Expect(customer.Log.GetByText("La conversation est en route vers lea@customer.example.")).ToBeVisibleAsync();
        await Picture(customer.Page, "widget-transcript");
        await Expect(claire.Log).ToContainTextAsync("Transcription pour lea@customer.example · envoyé par e-mail");

        var inbox = await (await Person()).NewPageAsync();
        await inbox.GotoAsync(Lab.Mail.ToString());
        await inbox.GetByRole(AriaRole.Link, new() { Name = "lea@customer.example" }).ClickAsync();
        await inbox.GetByRole(AriaRole.Link, new() { Name = "Votre conversation" }).First.ClickAsync();
        await Expect(inbox.FrameLocator("iframe").GetByText("Mon site est lent.")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Who_waits_goes_on_by_mail_from_the_card_with_what_is_typed_and_it_is_accessible()
    {
        var customer = await ACustomer();
        await customer.Begin("Hébergement", "Bonjour");
        var onTheCard = customer.Log.GetByRole(AriaRole.Button, new() { Name = "Écrire un e-mail" });
        await Expect(onTheCard).ToBeVisibleAsync();
        await customer.Composer.FillAsync("Encore une chose");
        await onTheCard.ClickAsync();
        var form = customer.Panel.GetByRole(AriaRole.Form, new() { Name = "Continuer par e-mail" });
        await Expect(form.GetByRole(AriaRole.Textbox).First).ToHaveValueAsync("Encore une chose");
        await Accessible.Checked(customer.Page, "the widget's mail form");
        await form.GetByRole(AriaRole.Textbox).Last.FillAsync(Marc);
        await Picture(customer.Page, "widget-mail-form");
        await form.GetByRole(AriaRole.Button, new() { Name = "Envoyer par e-mail" }).ClickAsync();
        await Expect(customer.Message("Encore une chose")).ToBeVisibleAsync();
        await Expect(customer.Panel.GetByText($"Réponse par e-mail à {Marc}")).ToBeVisibleAsync();
    }
}
