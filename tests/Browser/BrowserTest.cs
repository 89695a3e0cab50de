using Microsoft.Playwright;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace SupportHub.Tests;

/// <summary>Browser windows for one test. When it fails, a trace and a picture of each page stay in <c>artifacts/browser</c>.</summary>
public abstract class BrowserTest
{
    /// <summary>Long enough for a machine that is busy with other things; nothing waits longer than it must.</summary>
    private const int Patience = 30_000;

    private readonly List<IBrowserContext> _contexts = [];

    static BrowserTest()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
    }

    /// <summary>One person's browser: cookies and storage of its own.</summary>
    protected async Task<IBrowserContext> Person(string locale = "fr-FR", ColorScheme colors = ColorScheme.Light, int width = 1360, int height = 850, string timeZone = "Europe/Paris")
    {
        var context = await (await Chromium.Shared()).NewContextAsync(new()
        {
            Locale = locale,
            TimezoneId = timeZone,
            ColorScheme = colors,
            ViewportSize = new() { Width = width, Height = height },
        });
        context.SetDefaultTimeout(Patience);
        await context.Tracing.StartAsync(new() { Snapshots = true });
        _contexts.Add(context);
        return context;
    }

    /// <summary>A picture for people to look at; overwritten by each run.</summary>
    protected static Task Picture(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Artifacts, "pictures", $"{name}.png") });

    [TearDown]
    public async Task Close()
    {
        var failed = TestContext.CurrentContext.Result.Outcome.Status == TestStatus.Failed;
        foreach (var (context, at) in _contexts.Select((context, at) => (context, at)))
            await Close(context, failed ? Kept(at) : null);
        _contexts.Clear();
        await AfterBrowsers();
    }

    /// <summary>What the browsers looked at may end now.</summary>
    protected virtual Task AfterBrowsers() => Task.CompletedTask;

    private static async Task Close(IBrowserContext context, string? kept)
    {
        if (kept is not null)
        {
            foreach (var (page, at) in context.Pages.Select((page, at) => (page, at)))
                await page.ScreenshotAsync(new() { Path = $"{kept}-{at + 1}.png", Timeout = 5_000 });
        }
        await context.Tracing.StopAsync(new() { Path = kept is null ? null : $"{kept}.zip" });
        await context.CloseAsync();
    }

    private static string Kept(int at)
    {
        var name = string.Concat(TestContext.CurrentContext.Test.Name.Select(letter => char.IsLetterOrDigit(letter) ? letter : '_'));
        return Path.Combine(Repository.Artifacts, "browser", $"{name[..Math.Min(name.Length, 80)]}-{at + 1}");
    }
}
