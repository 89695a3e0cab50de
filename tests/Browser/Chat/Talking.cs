using Microsoft.Playwright;
using NUnit.Framework;
using static Microsoft.Playwright.Assertions;

namespace SupportHub.Tests.Chat;

/// <summary>A customer on the website and Claire at the console.</summary>
public sealed class Talking : LabTest
{
    [Test]
    public async Task A_customer_reaches_a_named_agent_and_both_see_typing_and_what_was_read()
    {
        var claire = await AnAgent();
        var customer = await ACustomer("/fr/domaines");
        await customer.Begin("Domaines", "Bonjour, mon domaine n’est pas renouvelé", "Marc");

        await claire.Open("Marc");
        await Expect(claire.Message("Bonjour, mon domaine n’est pas renouvelé")).ToBeVisibleAsync();
        await Expect(customer.Log.GetByText("Claire a rejoint la conversation")).ToBeVisibleAsync();
        await Expect(customer.Panel.GetByRole(AriaRole.Heading, new() { Name = "Claire" })).ToBeVisibleAsync();
        await Expect(customer.Log.GetByText(customer.Words.Read)).ToBeVisibleAsync();

        await customer.Composer.PressSequentiallyAsync("Je cherche le nom");
        await Expect(claire.Page.GetByText("Marc écrit…")).ToBeVisibleAsync();
        await claire.Composer.PressSequentiallyAsync("Je regarde");
        await Expect(customer.Panel.GetByText("Claire écrit…")).ToBeVisibleAsync();

        await claire.Say("Je regarde votre commande tout de suite");
        await Expect(customer.Message("Je regarde votre commande tout de suite")).ToBeVisibleAsync();
        await Expect(customer.Panel.GetByText("Claire écrit…")).ToBeHiddenAsync();
        await Expect(claire.Log.GetByText("lu").Last).ToBeVisibleAsync();
        await Picture(customer.Page, "chat-customer");
        await Picture(claire.Page, "chat-agent");
    }

    [Test]
    public async Task A_note_reaches_colleagues_and_never_the_customers_browser()
    {
        var claire = await AnAgent();
        var customer = await ACustomer();
        await customer.Begin("Facturation", "Ma facture est fausse", "Nadia");
        await claire.Open("Nadia");
        var helene = await AnAgent("helene");
        await helene.Open("Nadia");

        await claire.Note("secret-entre-collègues");
        await Expect(helene.Message("secret-entre-collègues")).ToBeVisibleAsync();
        // What comes after the note proves that the note would have come before.
        await claire.Page.ReloadAsync();
        await Expect(claire.Message("secret-entre-collègues")).ToBeVisibleAsync();
        await claire.Say("Voici votre facture corrigée");
        await Expect(customer.Message("Voici votre facture corrigée")).ToBeVisibleAsync();
        await customer.Page.ReloadAsync();
        await Expect(customer.Message("Voici votre facture corrigée")).ToBeVisibleAsync();

        Assert.That(customer.Received, Has.Some.Contains("factur"));
        Assert.That(customer.Received, Has.None.Contains("secret-entre"));
    }

    [Test]
    public async Task A_canned_reply_is_found_with_a_slash_and_speaks_to_the_customer_by_name()
    {
        var claire = await AnAgent();
        var customer = await ACustomer();
        await customer.Begin("Hébergement", "Mon site ne répond plus", "Paul");
        await claire.Open("Paul");

        await claire.Composer.PressSequentiallyAsync("/bonj");
        await Expect(claire.Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await claire.Composer.PressAsync("Enter");
        await Expect(claire.Composer).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^Bonjour Paul, je suis Claire, de Hébergeur du Rhin"));
        await claire.Composer.PressAsync("Enter");

        await Expect(customer.Message("Bonjour Paul, je suis Claire, de Hébergeur du Rhin")).ToBeVisibleAsync();
    }

    [Test]
    public async Task A_file_goes_both_ways_unchanged()
    {
        var claire = await AnAgent();
        var customer = await ACustomer();
        await customer.Begin("Facturation", "Voici la facture", "Inès");
        await claire.Open("Inès");
        byte[] invoice = [.. "%PDF-1.4\n"u8, .. Enumerable.Range(0, 5000).Select(at => (byte)(at * 7))];

        await customer.Attach("facture.pdf", "application/pdf", invoice);
        await Expect(customer.Panel.GetByText("Prêt à partir")).ToBeVisibleAsync();
        await customer.Say("en pièce jointe");
        Assert.That(await Downloaded(claire.Page, claire.Log.GetByText("facture.pdf").Last), Is.EqualTo(invoice));

        await claire.Attach("avoir.pdf", "application/pdf", invoice);
        await claire.Say("et voici l’avoir");
        Assert.That(await Downloaded(customer.Page, customer.Log.GetByRole(AriaRole.Button, new() { Name = "Télécharger avoir.pdf" })), Is.EqualTo(invoice));
    }

    [Test]
    public async Task A_conversation_ends_with_an_outcome_and_the_customer_may_say_how_it_was()
    {
        var claire = await AnAgent();
        var customer = await ACustomer("/en/contact");
        await customer.Begin("Billing", "May I pay by transfer?", "Emma");
        await claire.Open("Emma");
        await claire.Say("Yes, of course");
        await Expect(customer.Message("Yes, of course")).ToBeVisibleAsync();

        await claire.Resolve();
        await Expect(customer.Log.GetByText("Claire closed the conversation")).ToBeVisibleAsync();
        await customer.Panel.GetByRole(AriaRole.Radio, new() { Name = "9 out of 10" }).CheckAsync(new() { Force = true });
        await customer.Panel.GetByRole(AriaRole.Button, new() { Name = "Send my rating" }).ClickAsync();

        await Expect(customer.Panel.GetByText("We read every rating")).ToBeVisibleAsync();
        await Expect(claire.Log.GetByText("9 sur 10")).ToBeVisibleAsync();
        Assert.That(customer.Received, Has.None.Contains("outcome"));
    }

    private static async Task<byte[]> Downloaded(IPage page, ILocator link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }
}
