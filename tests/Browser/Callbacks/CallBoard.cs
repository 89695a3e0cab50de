using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NUnit.Framework;
using SupportHub.Tests.Chat;
using SupportHub.Tests.People;
using static Microsoft.Playwright.Assertions;

namespace SupportHub.Tests.Callbacks;

/// <summary>An agent calls, sees how far the call is, and decides what comes next; the board shows it to all.</summary>
public sealed partial class CallBoard : LabTest
{
    [Test]
    public async Task A_call_is_followed_on_the_board_and_in_the_conversation_and_the_next_step_is_one_click()
    {
        var claire = await AnAgent();
        var helene = await AnAgent("helene");
        await helene.Choose("Absent");
        await helene.Page.Keyboard.PressAsync("c");
        await Expect(helene.Page.GetByText("Aucun rappel aujourd’hui.")).ToBeVisibleAsync();
        await Picture(helene.Page, "board-empty");

        var phones = await Phones();
        var lucie = await ACustomer();
        await lucie.Begin("Hébergement", "Mon site ne répond plus.", "Lucie");
        await claire.Open("Lucie");
        await AsksToBeCalled(lucie);
        await Expect(Stage(helene.Page, "Demandés")).ToContainTextAsync("Lucie");
        await claire.Ringing("Lucie").GetByRole(AriaRole.Button, new() { Name = "Appeler", Exact = false }).ClickAsync();
        await Expect(Strip(claire)).ToContainTextAsync("Votre téléphone sonne. Décrochez.");
        await Expect(Stage(helene.Page, "Ça sonne")).ToContainTextAsync("Chez Claire, le téléphone sonne");
        await Picture(claire.Page, "strip-rings");

        var hers = phones.Locator("article", new() { HasText = "Claire" });
        await Picture(phones, "phones-ring");
        await hers.GetByRole(AriaRole.Button, new() { Name = "Décrocher" }).ClickAsync();
        await Expect(hers.GetByText("appuyez sur 1")).ToBeVisibleAsync();
        await hers.GetByRole(AriaRole.Button, new() { Name = "1", Exact = true }).ClickAsync();
        await Expect(Strip(claire)).ToContainTextAsync("Chez Lucie, le téléphone sonne");
        var customers = phones.Locator("#p33612345678");
        await customers.GetByRole(AriaRole.Button, new() { Name = "Décrocher" }).ClickAsync();
        await Expect(Strip(claire)).ToContainTextAsync("Vous êtes en ligne avec Lucie");
        await Expect(Strip(claire).GetByText(TwoSecondsOrMore())).ToBeVisibleAsync();
        await claire.Note("Serveur 3, disque plein");
        await Expect(claire.Message("Serveur 3, disque plein")).ToBeVisibleAsync();
        await Expect(Stage(helene.Page, "En ligne")).ToContainTextAsync("Claire appelle");
        await Accessible.Checked(phones, "the telephones of the Lab, two talk");
        await Picture(claire.Page, "strip-talking");
        await Picture(helene.Page, "board-talking");
        await Accessible.Checked(helene.Page, "the board of callbacks");
        await customers.GetByRole(AriaRole.Button, new() { Name = "Raccrocher" }).ClickAsync();

        var after = claire.Page.GetByRole(AriaRole.Region, new() { Name = "Après l’appel" });
        await Expect(after.GetByLabel("Comment l’appel s’est terminé")).ToHaveValueAsync("Reached");
        await Expect(claire.Log.GetByText("Vous avez appelé")).ToBeInViewportAsync();
        await Expect(Stage(helene.Page, "Faits")).ToContainTextAsync("Lucie");
        await after.GetByLabel("Comment l’appel s’est terminé").SelectOptionAsync("messagerie");
        await Expect(claire.Log.GetByText("Vous avez corrigé l’appel\u00a0: messagerie")).ToBeVisibleAsync();
        await Expect(Stage(helene.Page, "Manqués")).ToContainTextAsync("messagerie");
        await Picture(claire.Page, "after-call");
        await Accessible.Checked(claire.Page, "after a call");
        await after.GetByRole(AriaRole.Button, new() { Name = "Rappeler à…" }).ClickAsync();
        await Expect(after.GetByLabel("C’est moi qui appellerai")).ToBeCheckedAsync();
        await Picture(claire.Page, "after-call-later");
        await Accessible.Checked(claire.Page, "a time after a call");
        await after.GetByRole(AriaRole.Button, new() { Name = "Réserver l’appel" }).ClickAsync();
        await Expect(claire.Page.GetByText("L’appel est réservé. Le client en est informé.")).ToBeVisibleAsync();
        await Expect(after).ToHaveCountAsync(0);
        await Expect(claire.Row("Lucie")).ToContainTextAsync("Rappel par vous");
        await Expect(claire.Log.GetByText(", par vous")).ToBeVisibleAsync();
        await Expect(Stage(helene.Page, "Réservés").Or(helene.Page.GetByText("Aucun rappel"))).ToBeVisibleAsync();
        await helene.Page.GetByRole(AriaRole.Link, new() { Name = "Rappels" }).ClickAsync();
        await Picture(claire.Page, "queue-booked");
    }

    [Test]
    public async Task The_board_can_be_read_on_a_phone_in_the_dark_and_in_English()
    {
        var claire = await AnAgent();
        var board = await claire.Page.Context.NewPageAsync();
        await board.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await board.SetViewportSizeAsync(390, 844);
        await board.GotoAsync(new Uri(Lab.Hub, "/calls").ToString());
        await Expect(board.GetByText("Aucun rappel aujourd’hui.")).ToBeVisibleAsync();
        await board.Keyboard.PressAsync("Control+k");
        await board.Keyboard.TypeAsync("English");
        await board.Keyboard.PressAsync("Enter");
        await Expect(board.GetByRole(AriaRole.Heading, new() { Name = "Callbacks" })).ToBeVisibleAsync();

        var lucie = await ACustomer();
        await lucie.Begin("Hébergement", "Mon site ne répond plus.", "Lucie");
        await claire.Open("Lucie");
        await AsksToBeCalled(lucie);
        // An agent is asked for 20 seconds, and a phone rings for 25: what takes its time comes before and after.
        await claire.Ringing("Lucie").GetByRole(AriaRole.Button, new() { Name = "Appeler", Exact = false }).ClickAsync();
        await Expect(Stage(board, "Ringing")).ToContainTextAsync("Lucie");
        await Picture(board, "board-390-dark-en");
        await Stage(board, "Ringing").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(board.GetByText("Your phone rings. Please pick up.")).ToBeVisibleAsync();
        await Picture(board, "strip-390-dark-en");
        await board.GoBackAsync();
        await Expect(board.GetByRole(AriaRole.Link, new() { Name = "Lucie" })).ToBeVisibleAsync();
        await Accessible.Checked(board, "the board on a phone");
        Assert.That(await board.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(390), "nothing sticks out");
    }

    private static ILocator Stage(IPage page, string name) => page.Locator("section.stage").And(page.GetByRole(AriaRole.Region, new() { Name = name }));

    [GeneratedRegex("^0:(0[2-9]|[1-5][0-9])$")]
    private static partial Regex TwoSecondsOrMore();

    private static ILocator Strip(Agent agent) => agent.Page.Locator(".call-strip");

    private static async Task AsksToBeCalled(Customer customer)
    {
        await customer.Panel.Locator("header").GetByRole(AriaRole.Button).First.ClickAsync();
        await customer.Panel.GetByRole(AriaRole.Button, new() { Name = "Appelez-moi" }).ClickAsync();
        var form = customer.Panel.GetByRole(AriaRole.Form, new() { Name = "On vous appelle" });
        await form.GetByLabel("Votre numéro").FillAsync("06 12 34 56 78");
        await form.GetByRole(AriaRole.Button, new() { Name = "Appelez-moi" }).ClickAsync();
    }
}
