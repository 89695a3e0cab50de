using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SupportHub.Tests.People;

/// <summary>An agent of the sample company at the console, in French.</summary>
public sealed class Agent
{
    private const string Password = "rhin-strasbourg-2026";

    private Agent(IPage page)
    {
        Page = page;
    }

    public IPage Page { get; }

    public ILocator List => Page.GetByRole(AriaRole.Region, new() { Name = "Conversations" });

    public ILocator Log => Page.GetByRole(AriaRole.Log, new() { Name = "Messages" });

    public ILocator Composer => Page.Locator(".composer textarea");

    /// <param name="name">claire, arnaud or helene.</param>
    public static async Task<Agent> SignIn(IBrowserContext browser, Uri hub, string name)
    {
        var agent = await SignInAt(browser, hub, name);
        await Assertions.Expect(agent.Page.GetByRole(AriaRole.Button, new() { Name = "En ligne" })).ToBeVisibleAsync();
        return agent;
    }

    /// <param name="at">The page of the console, which may still be loading afterwards.</param>
    public static async Task<Agent> SignInAt(IBrowserContext browser, Uri at, string name)
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync(at.ToString());
        await page.GetByLabel("E-mail").FillAsync($"{name}@rhin.example");
        await page.GetByLabel("Mot de passe").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter" }).ClickAsync();
        return new Agent(page);
    }

    /// <summary>A conversation's line in the lists.</summary>
    public ILocator Row(string customer) => List.GetByRole(AriaRole.Link).Filter(new() { HasText = customer });

    /// <summary>What rings at the foot of the list.</summary>
    public ILocator Ringing(string customer) =>
        Page.GetByRole(AriaRole.Region, new() { Name = "Sonnent chez vous" }).GetByRole(AriaRole.Article, new() { Name = customer });

    /// <summary>A line that goes to another list just then (it was assigned) is clicked once more, as a person does.</summary>
    public async Task Open(string customer)
    {
        var heading = Page.GetByRole(AriaRole.Heading, new() { Name = customer, Level = 1 });
        for (var again = 0; again < 3; again++)
        {
            await Row(customer).ClickAsync();
            try
            {
                await Assertions.Expect(heading).ToBeVisibleAsync(new() { Timeout = again < 2 ? 8_000 : null });
                return;
            }
            catch (PlaywrightException) when (again < 2)
            {
                // It moved away under the pointer.
            }
        }
    }

    public ILocator Message(string text) => Log.GetByText(text, new() { Exact = true });

    public async Task Say(string text)
    {
        await Composer.FillAsync(text);
        await Composer.PressAsync("Enter");
    }

    public async Task Note(string text)
    {
        await Page.GetByRole(AriaRole.Tab, new() { Name = "Note" }).Or(Page.GetByRole(AriaRole.Button, new() { Name = "Note", Exact = true })).ClickAsync();
        await Say(text);
    }

    public async Task Attach(string name, string type, byte[] content)
    {
        var choosing = Page.WaitForFileChooserAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Joindre un fichier" }).ClickAsync();
        await (await choosing).SetFilesAsync(new FilePayload { Name = name, MimeType = type, Buffer = content });
        var upload = Page.Locator(".composer .upload").Filter(new() { HasText = name });
        await Assertions.Expect(upload).ToBeVisibleAsync();
        await Assertions.Expect(upload).Not.ToContainTextAsync("envoi du fichier…");
    }

    /// <summary>From any other page of the console.</summary>
    public Task ToConversations() => Page.GetByRole(AriaRole.Link, new() { Name = "Conversations", Exact = true }).ClickAsync();

    public async Task Choose(string presence)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Votre présence" }).ClickAsync();
        await Page.GetByRole(AriaRole.Menuitemradio, new() { NameRegex = new Regex($"^{Regex.Escape(presence)}") }).ClickAsync();
    }

    public async Task Resolve(string outcome = "Problème résolu")
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Résoudre" }).First.ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByText(outcome, new() { Exact = true }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Résoudre" }).ClickAsync();
        await Assertions.Expect(dialog).ToBeHiddenAsync();
    }
}
