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
        foreach (var name in new[] { "Un", "Deux", "Trois" })
        {
            await (await ACustomer()).Begin("Hébergement", $"Je suis {name}", name);
            await Expect(claire.Row(name)).ToBeVisibleAsync();
        }

        var first = await ACustomer();
        await first.Begin("Domaines", "J’attends en premier", "Alice");
        await Expect(first.Status("Claire va vous répondre")).ToContainTextAsync("Un collègue vous prend s’il est libre avant.");
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
        await Expect(second.Status("Claire will answer you")).ToContainTextAsync("1st");

        await claire.Open("Alice");
        await Expect(claire.Message("J’ajoute un détail")).ToBeVisibleAsync();
    }
}
