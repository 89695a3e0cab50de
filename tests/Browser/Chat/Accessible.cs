using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NUnit.Framework;
using SupportHub.Tests.People;
using static Microsoft.Playwright.Assertions;

namespace SupportHub.Tests.Chat;

/// <summary>axe finds nothing to object to in what customers and agents see, in either theme.</summary>
public sealed class Accessible : LabTest
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private static readonly RunOnlyOptions EveryRule = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
    private static readonly RunOnlyOptions AboutColors = new() { Type = "rule", Values = ["color-contrast", "link-in-text-block"] };

    [Test]
    public async Task Widget_and_console_are_accessible()
    {
        var claire = await AnAgent();
        await Checked(claire.Page, "console, empty");

        var customer = await ACustomer();
        await customer.Open();
        await Expect(customer.Panel.GetByLabel(customer.Words.Topic)).ToBeVisibleAsync();
        await Checked(customer.Page, "widget, start");
        await customer.Page.Keyboard.PressAsync("Escape");
        await customer.Begin("Domaines", "Bonjour, voyez https://exemple.fr/aide", "Lucie");
        await claire.Open("Lucie");
        await claire.Say("Bonjour Lucie");
        await Expect(customer.Message("Bonjour Lucie")).ToBeVisibleAsync();
        await Checked(customer.Page, "widget, chat");
        await PictureInBothThemes(customer.Page, "widget");
        await claire.Note("à rappeler demain");
        await Expect(claire.Message("à rappeler demain")).ToBeVisibleAsync();
        await Checked(claire.Page, "console, chat");
        await PictureInBothThemes(claire.Page, "console");

        await claire.Page.GetByRole(AriaRole.Button, new() { Name = "Résoudre" }).ClickAsync();
        await Checked(claire.Page, "console, resolve");
        await claire.Page.Keyboard.PressAsync("Escape");
        await claire.Resolve();
        await Expect(customer.Log.GetByText(customer.Words.Closed)).ToBeVisibleAsync();
        await Checked(customer.Page, "widget, closed");
    }

    [Test]
    public async Task What_waits_for_the_network_stays_readable()
    {
        var (claire, customer) = await Talk("Nadia");
        foreach (var page in new[] { claire.Page, customer.Page })
            await page.Context.SetOfflineAsync(true);
        await claire.Say("Voyez https://exemple.fr/aide");
        await claire.Note("à rappeler demain");
        await customer.Say("Et https://exemple.fr/prix ?");
        await Expect(claire.Page.Locator(".unsent")).ToHaveCountAsync(2);
        await Expect(customer.Message("exemple.fr/prix")).ToBeVisibleAsync();

        await Checked(claire.Page, "console, unsent");
        await Checked(customer.Page, "widget, unsent");

        await PictureInBothThemes(claire.Page, "console-unsent");
        await PictureInBothThemes(customer.Page, "widget-unsent");
    }

    [Test]
    public async Task The_waiting_card_is_accessible_and_announced_politely()
    {
        var customer = await Customer.Visit(await Person("en-GB", width: 390, height: 800), Lab.Site, "/en/");
        await customer.Begin("Hosting", "Is anybody there?");
        await Expect(customer.Status("Nobody is here right now")).ToBeVisibleAsync();
        await Checked(customer.Page, "widget, waiting");
        await PictureInBothThemes(customer.Page, "nobody");
    }

    [Test]
    public async Task A_chat_can_be_held_with_the_keyboard_alone()
    {
        var customer = await ACustomer();
        await customer.Button.FocusAsync();
        await customer.Page.Keyboard.PressAsync("Enter");
        await Expect(customer.Panel.GetByLabel(customer.Words.Topic)).ToBeFocusedAsync();
        await customer.Page.Keyboard.TypeAsync("Domaines");
        await customer.Page.Keyboard.PressAsync("Tab");
        await customer.Page.Keyboard.TypeAsync("Ana");
        await customer.Page.Keyboard.PressAsync("Tab");
        await customer.Page.Keyboard.TypeAsync("Au clavier");
        await customer.Page.Keyboard.PressAsync("Enter");
        await Expect(customer.Message("Au clavier")).ToBeVisibleAsync();
        await Expect(customer.Composer).ToBeFocusedAsync();

        await customer.Page.Keyboard.PressAsync("Escape");
        await Expect(customer.Panel).ToBeHiddenAsync();
        await Expect(customer.Button).ToBeFocusedAsync();
    }

    /// <summary>By every rule in the theme at hand, and in the other by those about colours: a theme changes nothing else.</summary>
    internal static async Task Checked(IPage page, string what)
    {
        await Check(page, what, EveryRule);
        await Theme.InOther(page, other => Check(page, $"{what}, {other}", AboutColors));
    }

    private static async Task Check(IPage page, string what, RunOnlyOptions rules)
    {
        // Colours are judged at rest, not half-way through a fade.
        await page.EvaluateAsync("() => Promise.all(document.getAnimations().map(a => a.finished.catch(() => {})))");
        // Into frames, where mails are shown, only the library looks.
        var violations = page.Frames.Count > 1 ? await OfAllFrames(page, rules) : await OfThePage(page, rules);
        Assert.That(violations.Select(violation => $"{what}: {violation}"), Is.Empty);
    }

    private static async Task<IEnumerable<string>> OfAllFrames(IPage page, RunOnlyOptions rules) =>
        (await page.RunAxe(new AxeRunOptions { RunOnly = rules })).Violations.Select(found => $"{found.Id}: {string.Join(" ", found.Nodes.Select(node => node.Html))}");

    /// <summary>A page reads axe once, and gives the violations alone: reading it for each look, and all that it found in order, took four times as long.</summary>
    private static async Task<IEnumerable<string>> OfThePage(IPage page, RunOnlyOptions rules)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(
            """
            async rules => (await axe.run({ runOnly: rules, resultTypes: ['violations'] }))
                .violations.map(found => `${found.id}: ${found.nodes.map(node => node.html).join(' ')}`)
            """,
            new { type = rules.Type, values = rules.Values });
    }
}
