using Microsoft.Playwright;
using NUnit.Framework;
using SupportHub.Email.Mailboxes;
using SupportHub.Tests.Chat;
using SupportHub.Tests.People;
using static Microsoft.Playwright.Assertions;

namespace SupportHub.Tests.Email;

/// <summary>"Write an e-mail instead": nothing is typed twice, and nothing typed is lost.</summary>
public sealed class WidgetMail : WidgetMailTest
{
    private static readonly string[] Looks = ["light", "dark"];

    [Test]
    public async Task Who_waits_goes_on_by_mail_with_what_was_typed_and_mends_the_address()
    {
        await Handled(byChat: true);
        var marie = await ACustomer(await Person("en-GB"), Site, "en");
        await marie.Begin("Domains", "My site is down", "Marie");
        await Expect(marie.Status("Nobody is here right now")).ToBeVisibleAsync();
        await marie.Composer.FillAsync("It began at noon");
        await Shots(marie, "waiting-en");

        await marie.Panel.GetByRole(AriaRole.Button, new() { Name = "Write an e-mail" }).ClickAsync();
        var form = marie.Panel.GetByRole(AriaRole.Form, new() { Name = "Go on by e-mail" });
        await Expect(form.GetByLabel("Anything to add?")).ToHaveValueAsync("It began at noon");
        await Expect(form).ToContainTextAsync("answered within 4 hours");
        var address = form.GetByLabel("Your e-mail");
        await Expect(address).ToBeFocusedAsync();
        await Shots(marie, "form-en");

        await marie.Page.Keyboard.PressAsync("Escape");
        await Expect(marie.Composer).ToHaveValueAsync("It began at noon");
        await Expect(marie.Composer).ToBeFocusedAsync();
        await marie.Panel.GetByRole(AriaRole.Button, new() { Name = "Options" }).ClickAsync();
        await marie.Panel.Locator(".options").GetByRole(AriaRole.Button, new() { Name = "Write an e-mail" }).ClickAsync();

        await address.FillAsync("marie@customer");
        await address.PressAsync("Enter");
        await Expect(address).ToHaveAccessibleDescriptionAsync("This address looks incomplete. Example: marie@example.com");
        await Accessible.Checked(marie.Page, "widget, going on by mail, with a problem");
        await Shots(marie, "form-problem-en");
        await address.FillAsync("mari@customer.example");
        await form.GetByRole(AriaRole.Button, new() { Name = "Send by e-mail" }).ClickAsync();

        await Expect(marie.Log.GetByText("We will answer by e-mail")).ToBeVisibleAsync();
        await Expect(marie.Bubbles).ToHaveTextAsync(["My site is down", "It began at noon"]);
        await Expect(marie.Status("Nobody is here right now")).ToBeHiddenAsync();
        await Expect(marie.Composer).ToBeFocusedAsync();
        await Expect(marie.Composer).ToHaveValueAsync("");
        Assert.That((await Smtp.To("mari@customer.example")).TextBody, Does.Contain("We will answer by e-mail"));
        await Shots(marie, "mailed-en");

        await marie.Composer.FillAsync("A draft for later");
        await marie.Panel.GetByRole(AriaRole.Button, new() { Name = "Another address" }).ClickAsync();
        var other = marie.Panel.GetByRole(AriaRole.Form, new() { Name = "Another address" });
        await Expect(other.GetByLabel("Your e-mail")).ToHaveValueAsync("mari@customer.example");
        await Shots(marie, "another-address-en");
        await other.GetByLabel("Your e-mail").FillAsync(Marie);
        await other.GetByLabel("Your e-mail").PressAsync("Enter");
        await Expect(marie.Panel.GetByText($"Answered by e-mail to {Marie}")).ToBeVisibleAsync();
        await Smtp.To(Marie);
        await Expect(marie.Composer).ToHaveValueAsync("A draft for later");
        await marie.Composer.PressAsync("Enter");
        await Expect(marie.Bubbles.Last).ToHaveTextAsync("A draft for later");
        await Accessible.Checked(marie.Page, "widget, answered by mail");
    }

    [Test]
    public async Task A_topic_without_chat_is_written_about_by_mail_at_once_also_on_a_phone()
    {
        await Handled(byChat: false);
        var marie = await ACustomer(await Person("fr-FR", ColorScheme.Dark, 390, 760), Site, "fr");
        await marie.Open();
        await Expect(marie.Status("Ce sujet n’est pas traité par chat")).ToContainTextAsync("réponse sous 4 heures");
        await marie.Composer.FillAsync("Mon domaine expire");
        var send = marie.Panel.GetByRole(AriaRole.Button, new() { Name = "Envoyer par e-mail" });
        await send.ClickAsync();
        var address = marie.Panel.GetByLabel("Votre e-mail");
        await Expect(address).ToHaveAccessibleDescriptionAsync("Merci d’indiquer votre adresse e-mail.");
        await Expect(address).ToBeFocusedAsync();
        await Accessible.Checked(marie.Page, "widget, only by mail");
        await Picture(marie.Page, "mail-start-only-phone-dark-fr");
        await address.FillAsync(Marie);
        await marie.Page.ReloadAsync();
        await Expect(marie.Composer).ToHaveValueAsync("Mon domaine expire");
        await send.ClickAsync();

        await Expect(marie.Log.GetByText("Nous vous répondrons par e-mail")).ToBeVisibleAsync();
        await Expect(marie.Message("Mon domaine expire")).ToBeVisibleAsync();
        await Expect(marie.Panel.GetByText($"Réponse par e-mail à {Marie}")).ToBeVisibleAsync();
        Assert.That((await Smtp.To(Marie)).TextBody, Does.Contain("Nous vous répondrons par e-mail").And.Not.Contain("Mon domaine expire"));
        await Picture(marie.Page, "mail-mailed-phone-dark-fr");
    }

    [Test]
    public async Task Before_a_chat_a_mail_is_one_press_away_and_an_address_that_the_hub_refuses_is_said_beside_the_field()
    {
        await Handled(byChat: true);
        var marie = await ACustomer(await Person("fr-FR"), Site, "fr");
        await marie.Open();
        await marie.Composer.FillAsync("Une question");
        await Shots(marie, "start-chat-fr");
        await marie.Panel.GetByRole(AriaRole.Button, new() { Name = "Écrire un e-mail" }).ClickAsync();
        var address = marie.Panel.GetByLabel("Votre e-mail");
        await Expect(address).ToBeFocusedAsync();
        await Expect(marie.Composer).ToHaveValueAsync("Une question");
        await Shots(marie, "start-mail-fr");

        var tooLong = $"{new string('a', 65)}@customer.example";
        await address.FillAsync(tooLong);
        await address.PressAsync("Enter");
        await Expect(address).ToHaveAccessibleDescriptionAsync("Cette adresse semble incomplète. Exemple : marie@exemple.fr");
        await Expect(marie.Composer).ToHaveValueAsync("Une question");
        await address.FillAsync(Marie);
        await address.PressAsync("Enter");
        await Expect(marie.Log.GetByText("Nous vous répondrons par e-mail")).ToBeVisibleAsync();
        await Smtp.To(Marie);
        await Shots(marie, "mailed-fr");
    }

    [Test]
    public async Task A_wish_made_offline_goes_out_from_the_next_page_after_what_was_typed()
    {
        await Handled(byChat: true);
        var browser = await Person("fr-FR");
        var marie = await ACustomer(browser, Site, "fr");
        await marie.Begin("Domaines", "Mon site est en panne");
        await marie.Panel.GetByRole(AriaRole.Button, new() { Name = "Écrire un e-mail" }).ClickAsync();
        var form = marie.Panel.GetByRole(AriaRole.Form, new() { Name = "Continuer par e-mail" });
        await form.GetByLabel("Quelque chose à ajouter ?").FillAsync("Depuis midi");
        await form.GetByLabel("Votre e-mail").FillAsync(Marie);
        await browser.SetOfflineAsync(true);
        await form.GetByRole(AriaRole.Button, new() { Name = "Envoyer par e-mail" }).ClickAsync();
        await Expect(form.GetByRole(AriaRole.Status)).ToHaveTextAsync("L’envoi se fera dès que la connexion sera revenue. Ce que vous avez écrit est gardé.");
        await Shots(marie, "offline-fr");
        await marie.Page.CloseAsync();
        Assert.That(Smtp.Taken, Is.Empty);

        await browser.SetOfflineAsync(false);
        var next = await Customer.Visit(browser, Site);
        await Smtp.To(Marie);
        await next.Open();
        await Expect(next.Bubbles).ToHaveTextAsync(["Mon site est en panne", "Depuis midi"]);
        await Expect(next.Log.GetByText("Nous vous répondrons par e-mail")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Where_the_mailbox_has_gone_meanwhile_the_form_says_so_and_the_address_stays()
    {
        await Handled(byChat: true);
        var marie = await ACustomer(await Person("en-GB"), Site, "en");
        await marie.Begin("Domains", "My site is down");
        await marie.Panel.GetByRole(AriaRole.Button, new() { Name = "Write an e-mail" }).ClickAsync();
        await Hub.Get<MailboxDesk>().Remove(1);
        var address = marie.Panel.GetByRole(AriaRole.Form).GetByLabel("Your e-mail");
        await address.FillAsync(Marie);
        await address.PressAsync("Enter");
        await Expect(address).ToHaveAccessibleDescriptionAsync("E-mail is not possible here right now. Nothing was lost: please write here instead.");
        await Expect(address).ToHaveValueAsync(Marie);
        await marie.Panel.GetByRole(AriaRole.Button, new() { Name = "Back", Exact = true }).ClickAsync();
        await Expect(marie.Composer).ToBeFocusedAsync();
    }

    /// <summary>Pictures of one state for people to look at, in both themes.</summary>
    private static async Task Shots(Customer customer, string name)
    {
        foreach (var look in Looks)
        {
            await customer.Page.EmulateMediaAsync(new() { ColorScheme = look == "dark" ? ColorScheme.Dark : ColorScheme.Light });
            await Picture(customer.Page, $"mail-{name}-{look}");
        }
        await customer.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }
}
