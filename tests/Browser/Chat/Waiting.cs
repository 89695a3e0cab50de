using Microsoft.Playwright;
using NUnit.Framework;
using SupportHub.Tests.People;
using static Microsoft.Playwright.Assertions;

namespace SupportHub.Tests.Chat;

/// <summary>Every place that Claire has is taken.</summary>
public sealed class Waiting : LabTest
{
    [Test]
    public async Task Who_waits_is_told_by_whom_and_where_in_the_line_and_it_moves_as_the_queue_moves()
    {
        var claire = await AnAgent();
        var first = await ACustomerInTheQueue(claire);
        await Expect(first.Status("Claire va vous répondre")).ToContainTextAsync("ou un collègue s’il est libre avant.");
        await Expect(first.Status("Claire va vous répondre")).ToContainTextAsync("1re");
        var second = await ACustomer("/en/domains");
        await second.Begin("Domains", "I am second in line", "Bob");
        await Expect(second.Status("Your place")).ToContainTextAsync("2nd");
        await Picture(first.Page, "waiting-fr");
        await Picture(second.Page, "waiting-en");

        // Whoever waits can go on writing; it is there when the agent comes.
        await first.Say("J’ajoute un détail");

        await claire.Open("Deux");
        await claire.Resolve();
        await Expect(first.Log.GetByText("Claire a rejoint la conversation")).ToBeVisibleAsync();
        await Expect(first.Status("va vous répondre")).ToBeHiddenAsync();
        await Expect(second.Status("Your place")).ToContainTextAsync("1st");

        await claire.Open("Alice");
        await Expect(claire.Message("J’ajoute un détail")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Leaving_the_queue_is_one_click_and_says_what_becomes_of_what_was_written()
    {
        var claire = await AnAgent();
        var customer = await ACustomerInTheQueue(claire);
        await customer.Panel.GetByRole(AriaRole.Button, new() { Name = "Quitter la file" }).ClickAsync();

        await Expect(customer.Log).ToContainTextAsync("Vous avez quitté la file. Vos messages restent ici.");
        await Expect(customer.Status("Votre place")).ToBeHiddenAsync();
        await Expect(customer.Composer).ToBeFocusedAsync();
        await Expect(customer.Panel.GetByRole(AriaRole.Button, new() { Name = "Nouvelle conversation" })).ToBeVisibleAsync();
        await Expect(claire.Row("Alice")).ToBeHiddenAsync();
        await Picture(customer.Page, "waiting-left-fr");

        await customer.Say("Finalement, j’attends");
        await Expect(customer.Log).ToContainTextAsync("Vous êtes de nouveau dans la file");
        await Expect(customer.Status("Votre place")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Leaving_the_queue_asks_where_something_typed_was_not_sent()
    {
        var customer = await ACustomerInTheQueue(await AnAgent());
        var leave = customer.Panel.GetByRole(AriaRole.Button, new() { Name = "Quitter la file" });
        var sure = customer.Panel.GetByRole(AriaRole.Alertdialog);
        await customer.Composer.FillAsync("Encore une chose");
        await leave.ClickAsync();
        await Expect(sure).ToContainTextAsync("Ce que vous avez écrit n’est pas parti.");
        await sure.GetByRole(AriaRole.Button, new() { Name = "Rester" }).ClickAsync();
        await Expect(leave).ToBeFocusedAsync();
        await Expect(customer.Composer).ToHaveValueAsync("Encore une chose");

        await leave.ClickAsync();
        await sure.GetByRole(AriaRole.Button, new() { Name = "Quitter" }).ClickAsync();
        await Expect(customer.Log).ToContainTextAsync("Vous avez quitté la file.");
    }

    /// <summary>Claire has as much as she can take, so that Alice waits.</summary>
    private async Task<Customer> ACustomerInTheQueue(Agent claire)
    {
        foreach (var name in new[] { "Un", "Deux", "Trois" })
        {
            await (await ACustomer()).Begin("Hébergement", $"Je suis {name}", name);
            await Expect(claire.Row(name)).ToBeVisibleAsync();
        }
        var customer = await ACustomer();
        await customer.Begin("Domaines", "J’attends", "Alice");
        await Expect(customer.Status("Votre place")).ToBeVisibleAsync();
        return customer;
    }
}
