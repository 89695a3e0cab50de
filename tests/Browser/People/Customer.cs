using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace SupportHub.Tests.People;

/// <summary>A customer on the sample website, in one tab.</summary>
public sealed class Customer
{
    private readonly ConcurrentQueue<string> _received = new();

    private Customer(IPage page, CustomerWords words)
    {
        Page = page;
        Words = words;
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => _received.Enqueue(frame.Text ?? System.Text.Encoding.UTF8.GetString(frame.Binary ?? []));
    }

    public IPage Page { get; }

    public CustomerWords Words { get; }

    /// <summary>Every WebSocket frame that this tab ever received.</summary>
    public IReadOnlyCollection<string> Received => _received;

    public ILocator Button => Page.GetByRole(AriaRole.Button, new() { Name = Words.Open });

    public ILocator Panel => Page.GetByRole(AriaRole.Dialog);

    public ILocator Log => Panel.GetByRole(AriaRole.Log);

    /// <summary>Waiting card, and the word about the connection.</summary>
    public ILocator Status(string text) => Panel.GetByRole(AriaRole.Status).Filter(new() { HasText = text });

    public ILocator Composer => Panel.GetByRole(AriaRole.Textbox, new() { Name = Words.Message });

    public ILocator Bubbles => Log.Locator(".bubble");

    public ILocator Message(string text) => Bubbles.Filter(new() { HasText = text });

    public static async Task<Customer> Visit(IBrowserContext browser, Uri site, string path = "/fr/")
    {
        var customer = new Customer(await browser.NewPageAsync(), path.StartsWith("/en", StringComparison.Ordinal) ? CustomerWords.English : CustomerWords.French);
        await customer.Page.GotoAsync(new Uri(site, path).ToString());
        return customer;
    }

    public async Task Open()
    {
        await Button.ClickAsync();
        await Assertions.Expect(Panel).ToBeVisibleAsync();
    }

    /// <summary>Opens the widget and sends the first message.</summary>
    public async Task Begin(string topic, string message, string? name = null)
    {
        await Open();
        await Panel.GetByLabel(Words.Topic).SelectOptionAsync(topic);
        if (name is not null)
            await Panel.GetByLabel(Words.Name).FillAsync(name);
        await Composer.FillAsync(message);
        await Panel.GetByRole(AriaRole.Button, new() { Name = Words.Send, Exact = true }).ClickAsync();
        await Assertions.Expect(Message(message)).ToBeVisibleAsync();
    }

    public async Task Say(string text)
    {
        await Composer.FillAsync(text);
        await Composer.PressAsync("Enter");
    }

    public async Task Attach(string name, string type, byte[] content)
    {
        var choosing = Page.WaitForFileChooserAsync();
        await Panel.GetByRole(AriaRole.Button, new() { Name = Words.Attach }).ClickAsync();
        await (await choosing).SetFilesAsync(new FilePayload { Name = name, MimeType = type, Buffer = content });
    }
}
