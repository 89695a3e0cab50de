using Microsoft.Playwright;
using NUnit.Framework;
using SupportHub.Tests.Chat;
using SupportHub.Tests.People;
using static Microsoft.Playwright.Assertions;

namespace SupportHub.Tests.Callbacks;

/// <summary>A customer asks to be called, an agent accepts, and both pick up on the Lab's page with the telephones.</summary>
public sealed class BeingCalled : LabTest
{
    private const string Number = "+33612345678";

    [Test]
    public async Task Who_asks_to_be_called_is_called_by_the_agent_and_both_read_how_it_went()
    {
        var claire = await AnAgent();
        var lucie = await ACustomer();
        await lucie.Begin("Hébergement", "Mon site ne répond plus.", "Lucie");
        await claire.Open("Lucie");

        var phones = await Phones();
        await Menu(lucie).ClickAsync();
        await lucie.Panel.GetByRole(AriaRole.Button, new() { Name = "Appelez-moi" }).ClickAsync();
        var form = lucie.Panel.GetByRole(AriaRole.Form, new() { Name = "On vous appelle" });
        await Expect(form.GetByText("On vous appelle du +33 1 84 80 00 00")).ToBeVisibleAsync();
        await Picture(lucie.Page, "call-form");
        await form.GetByLabel("Votre numéro").FillAsync("06 12");
        await form.GetByRole(AriaRole.Button, new() { Name = "Appelez-moi" }).ClickAsync();
        await Expect(form.GetByText("Ce numéro semble incomplet.")).ToBeVisibleAsync();
        await form.GetByLabel("Votre numéro").FillAsync("06 12 34 56 78");
        await Accessible.Checked(lucie.Page, "the form of being called");
        await form.GetByRole(AriaRole.Button, new() { Name = "Appelez-moi" }).ClickAsync();
        await Expect(lucie.Log.GetByText("On vous appelle au +33 6 12 34 56 78 dès que c’est votre tour.").First).ToBeVisibleAsync();
        await Picture(lucie.Page, "call-wanted");

        var ringing = claire.Ringing("Lucie");
        await Expect(ringing.GetByText("Appelez ce client.")).ToBeVisibleAsync();
        await Picture(claire.Page, "call-offer");
        await ringing.GetByRole(AriaRole.Button, new() { Name = "Appeler", Exact = false }).ClickAsync();

        await Expect(lucie.Log.GetByText("Claire vous appelle maintenant, du +33 1 84 80 00 00.")).ToBeVisibleAsync();
        var hers = phones.Locator("article", new() { HasText = "Claire" });
        await hers.GetByRole(AriaRole.Button, new() { Name = "Décrocher" }).ClickAsync();
        await Expect(hers.GetByText("appuyez sur 1")).ToBeVisibleAsync();
        await hers.GetByRole(AriaRole.Button, new() { Name = "1", Exact = true }).ClickAsync();
        var customers = phones.Locator($"#p{Number[1..]}");
        await Expect(customers).ToContainTextAsync("+33184800000");
        await Picture(phones, "call-phones");
        await customers.GetByRole(AriaRole.Button, new() { Name = "Décrocher" }).ClickAsync();
        await Expect(claire.Log.GetByText("En ligne avec le client")).ToBeVisibleAsync();
        await customers.GetByRole(AriaRole.Button, new() { Name = "Raccrocher" }).ClickAsync();

        await Expect(lucie.Log.GetByText("Claire vous a appelé ; vous avez parlé moins d’une minute")).ToBeVisibleAsync();
        await Expect(claire.Log.GetByText("Vous avez appelé")).ToBeVisibleAsync();
        await Picture(claire.Page, "call-timeline");
        await Picture(lucie.Page, "call-reached");
    }

    [Test]
    public async Task A_time_is_booked_changed_and_taken_back_with_one_click()
    {
        var lucie = await ACustomer("/en/");
        await lucie.Begin("Hosting", "My site is down.", "Lucie");

        await Menu(lucie).ClickAsync();
        await lucie.Panel.GetByRole(AriaRole.Button, new() { Name = "Call me" }).First.ClickAsync();
        var form = lucie.Panel.GetByRole(AriaRole.Form, new() { Name = "We call you" });
        await form.GetByLabel("Your number").FillAsync("06 12 34 56 78");
        var when = form.GetByLabel("When?");
        var chosen = await when.Locator("optgroup option").Nth(3).GetAttributeAsync("value");
        await when.SelectOptionAsync(chosen!);
        await form.GetByRole(AriaRole.Button, new() { Name = "Call me" }).ClickAsync();

        var card = lucie.Log.Locator(".callback");
        await Expect(card.GetByText("We call you at +33 6 12 34 56 78,")).ToBeVisibleAsync();
        await Picture(lucie.Page, "call-booked");
        await lucie.Page.ReloadAsync();
        await Expect(card.GetByText("We call you at +33 6 12 34 56 78,")).ToBeVisibleAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "No call, thank you" }).ClickAsync();
        await Expect(card).ToHaveCountAsync(0);
        await Expect(lucie.Log.GetByText("You do not want to be called any more.")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Who_wants_a_call_from_the_start_never_waits_in_the_chat()
    {
        var lucie = await Customer.Visit(await Person(colors: ColorScheme.Dark, width: 390, height: 780), Lab.Site);
        await lucie.Open();
        await lucie.Panel.GetByLabel(lucie.Words.Topic).SelectOptionAsync("Hébergement");
        await lucie.Composer.FillAsync("Mon site ne répond plus.");
        await lucie.Panel.GetByRole(AriaRole.Button, new() { Name = "Appelez-moi" }).ClickAsync();
        await Expect(lucie.Panel.GetByText("On vous appelle du +33 1 84 80 00 00")).ToBeVisibleAsync();
        var send = lucie.Panel.Locator("footer").GetByRole(AriaRole.Button, new() { Name = "Appelez-moi" });
        await send.ClickAsync();
        await Expect(lucie.Panel.GetByText("Merci d’indiquer le numéro où vous joindre.")).ToBeVisibleAsync();
        await lucie.Panel.GetByLabel("Votre numéro").FillAsync("0899 70 00 00");
        await Picture(lucie.Page, "call-start");
        await Accessible.Checked(lucie.Page, "the form before a conversation, for a call");
        await send.ClickAsync();
        await Expect(lucie.Panel.GetByText("On n’appelle pas ce genre de numéro.")).ToBeInViewportAsync();
        await Expect(lucie.Panel.GetByLabel("Votre numéro")).ToBeFocusedAsync();
        await Expect(lucie.Composer).ToHaveValueAsync("Mon site ne répond plus.");
        await Picture(lucie.Page, "call-start-refused");

        await lucie.Panel.GetByLabel("Votre numéro").FillAsync("06 12 34 56 78");
        await send.ClickAsync();
        await Expect(lucie.Log.Locator(".callback").GetByText("On vous appelle au +33 6 12 34 56 78")).ToBeVisibleAsync();
        await Expect(lucie.Message("Mon site ne répond plus.")).ToBeVisibleAsync();
        await Picture(lucie.Page, "call-started");
    }

    [Test]
    public async Task A_booked_time_is_changed_and_taken_back_on_the_page_behind_the_link_in_a_mail()
    {
        var lucie = await ACustomer();
        await lucie.Open();
        await lucie.Panel.GetByLabel(lucie.Words.Topic).SelectOptionAsync("Hébergement");
        await lucie.Composer.FillAsync("Mon site ne répond plus.");
        await lucie.Panel.GetByRole(AriaRole.Button, new() { Name = "Appelez-moi" }).ClickAsync();
        await lucie.Panel.GetByLabel("Votre e-mail").FillAsync("lucie@exemple.example");
        await lucie.Panel.GetByLabel("Votre numéro").FillAsync("06 12 34 56 78");
        await lucie.Panel.GetByLabel("Quand").SelectOptionAsync(new SelectOptionValue { Index = 3 });
        await lucie.Panel.Locator("footer").GetByRole(AriaRole.Button, new() { Name = "Appelez-moi" }).ClickAsync();
        await Expect(lucie.Log.Locator(".callback")).ToBeVisibleAsync();

        var inbox = await (await Person(colors: ColorScheme.Dark, width: 390, height: 780)).NewPageAsync();
        await inbox.GotoAsync(Lab.Mail.ToString());
        await inbox.GetByRole(AriaRole.Link, new() { Name = "lucie@exemple.example" }).ClickAsync();
        await inbox.GetByRole(AriaRole.Link, new() { Name = "vous appelle" }).First.ClickAsync();
        var mail = inbox.FrameLocator("iframe");
        await Expect(mail.GetByText("au numéro qui se termine par 78")).ToBeVisibleAsync();
        await Picture(inbox, "call-mail");
        var link = await mail.GetByRole(AriaRole.Link, new() { Name = "/call/" }).GetAttributeAsync("href");

        await inbox.GotoAsync(link!);
        await Expect(inbox.GetByRole(AriaRole.Heading, new() { Name = "Hébergeur du Rhin vous appelle" })).ToBeVisibleAsync();
        await Expect(inbox.GetByRole(AriaRole.Status)).ToContainTextAsync("au numéro qui se termine par 78");
        await Accessible.Checked(inbox, "the page about a call");
        await Picture(inbox, "call-page");
        await inbox.GetByLabel("Votre numéro").FillAsync("0899 70 00 00");
        await inbox.GetByRole(AriaRole.Button, new() { Name = "Appelez-moi" }).ClickAsync();
        await Expect(inbox.GetByLabel("Votre numéro")).ToHaveAccessibleDescriptionAsync("On n’appelle pas ce genre de numéro. Un mobile ou un fixe convient.");
        await Expect(inbox.GetByLabel("Votre numéro")).ToBeFocusedAsync();
        await Accessible.Checked(inbox, "the page about a call, refused");
        await Picture(inbox, "call-page-refused");
        await inbox.GetByRole(AriaRole.Button, new() { Name = "Pas d’appel, merci" }).ClickAsync();
        await Expect(inbox.GetByRole(AriaRole.Status)).ToContainTextAsync("On ne vous appellera pas.");
        await Picture(inbox, "call-page-cancelled");
        await Expect(lucie.Log.GetByText("Vous ne souhaitez plus être appelé.")).ToBeVisibleAsync();
    }

    private static ILocator Menu(Customer customer) => customer.Panel.Locator("header").GetByRole(AriaRole.Button).First;
}
