using System.Globalization;
using Microsoft.Playwright;
using NUnit.Framework;
using SupportHub.Tests.People;
using static Microsoft.Playwright.Assertions;

namespace SupportHub.Tests.Chat;

/// <summary>What is closed, and what a channel cannot do, is said first.</summary>
public sealed class OpeningHours : LabTest
{
    private const string Orders = "Devis et commandes";

    [Test]
    public async Task A_closed_topic_says_when_it_opens_before_anything_is_sent_and_takes_the_message()
    {
        var helene = await AtTheSite();
        var hours = HoursOf(helene);
        // Today and tomorrow, so that it does not matter when the test runs.
        foreach (var day in new[] { 0, 1 })
        {
            await hours.GetByRole(AriaRole.Button, new() { Name = "Ajouter une date" }).ClickAsync();
            await hours.Locator("input[type=date]").Nth(day).FillAsync(ParisDate(day));
        }
        await Save(helene, hours);
        await helene.ToConversations();

        var customer = await ACustomer();
        await customer.Open();
        await customer.Panel.GetByLabel("Sujet").SelectOptionAsync(Orders);
        // Where nobody chats now, the mail is the first way.
        await Expect(customer.Status("inutile d’attendre ici")).ToContainTextAsync("réponse d’ici");
        await customer.Panel.GetByRole(AriaRole.Button, new() { Name = "Laisser le message" }).ClickAsync();
        await Expect(customer.Status("Laissez votre message")).ToContainTextAsync("ouvre");
        await Expect(customer.Status("Laissez votre message").GetByRole(AriaRole.Link)).ToHaveTextAsync("01 84 80 00 00");
        await Picture(customer.Page, "hours-closed-fr");
        await customer.Composer.FillAsync("Un devis pour dix sites, s’il vous plaît");
        await customer.Panel.GetByRole(AriaRole.Button, new() { Name = "Laisser le message" }).ClickAsync();
        await Expect(customer.Status("Nous ouvrons")).ToContainTextAsync("Votre message est bien enregistré");
        await Picture(customer.Page, "hours-taken-fr");

        // It is in the queue for whoever looks, and rings at nobody, although an agent is free.
        await Expect(helene.List.GetByText("fermé, ouvre")).ToBeVisibleAsync();
        await Expect(customer.Log.GetByText("a rejoint la conversation")).ToBeHiddenAsync();

        // Somebody far away reads the opening on the own clock, with the site's behind it.
        var abroad = await Customer.Visit(await Person("en-GB", ColorScheme.Dark, 390, 760, "America/New_York"), Lab.Site, "/en/");
        await abroad.Open();
        await abroad.Panel.GetByLabel("What is it about?").SelectOptionAsync("Quotes and orders");
        await abroad.Panel.GetByRole(AriaRole.Button, new() { Name = "Leave the message" }).ClickAsync();
        await Expect(abroad.Status("Leave your message")).ToContainTextAsync("9:00 AM, Central European Time");
        await Accessible.Checked(abroad.Page, "widget, closed topic");
        await Picture(abroad.Page, "hours-closed-phone-dark-en");
    }

    [Test]
    public async Task Hours_that_cannot_be_are_refused_with_a_sentence_and_what_is_saved_is_what_customers_read()
    {
        var helene = await AtTheSite();
        var hours = HoursOf(helene);
        await hours.GetByLabel("Lundi, ferme à").First.FillAsync("08:00");
        await hours.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
        var monday = hours.GetByRole(AriaRole.Group, new() { Name = "Lundi" });
        await Expect(monday.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Lundi : 09:00–08:00 finit avant d’avoir commencé. Si cela passe minuit, cochez « le lendemain ».");
        await Expect(hours.GetByLabel("Lundi, ouvre à").First).ToBeFocusedAsync();
        await Picture(helene.Page, "hours-settings-fault-fr");

        await hours.GetByLabel("Lundi, ferme à").First.FillAsync("12:30");
        await hours.GetByLabel("Copier Lundi vers").SelectOptionAsync("tous les jours");
        await Expect(hours.GetByLabel("Dimanche, ferme à").First).ToHaveValueAsync("12:30");
        await hours.GetByLabel("Domaines: Chat").SelectOptionAsync("pas proposé");
        await hours.GetByLabel("Domaines: E-mail").SelectOptionAsync("pas proposé");
        await hours.GetByLabel("Domaines: Téléphone").SelectOptionAsync("jour et nuit");
        await Save(helene, hours);
        await Expect(monday.GetByRole(AriaRole.Alert)).ToBeHiddenAsync();
        await Picture(helene.Page, "hours-settings-fr");
        await hours.GetByRole(AriaRole.Button, new() { Name = "Ajouter une plage : Lundi" }).ClickAsync();
        await Accessible.Checked(helene.Page, "settings of the hours");
        await helene.Page.SetViewportSizeAsync(390, 800);
        await monday.ScrollIntoViewIfNeededAsync();
        await PictureInBothThemes(helene.Page, "hours-settings-phone-fr");

        var customer = await ACustomer();
        await customer.Open();
        await customer.Panel.GetByLabel("Sujet").SelectOptionAsync("Hébergement");
        await Expect(customer.Status("Chat")).ToContainTextAsync("ouvert en ce moment");
        await customer.Composer.FillAsync("Mon domaine a expiré");
        await customer.Panel.GetByLabel("Sujet").SelectOptionAsync("Domaines");
        await Expect(customer.Status("Ce sujet n’est pas traité par chat")).ToContainTextAsync("01 84 80 00 00ouvert en ce moment");
        await Expect(customer.Panel.Locator("footer").GetByRole(AriaRole.Button)).ToHaveTextAsync(["Appelez-moi"]);
        await Picture(customer.Page, "hours-not-by-chat-fr");

        await customer.Panel.GetByLabel("Sujet").SelectOptionAsync("Facturation");
        await Expect(customer.Composer).ToHaveValueAsync("Mon domaine a expiré");
    }

    private static ILocator HoursOf(Agent agent) => agent.Page.GetByRole(AriaRole.Region, new() { Name = "Horaires et canaux" });

    private static async Task Save(Agent agent, ILocator hours)
    {
        await hours.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
        await Expect(agent.Page.GetByText("Enregistré.", new() { Exact = true })).ToBeVisibleAsync();
    }

    private static string ParisDate(int later) =>
        TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")).AddDays(later).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
