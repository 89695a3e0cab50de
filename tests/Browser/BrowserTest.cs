using Microsoft.Playwright;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace SupportHub.Tests;

/// <summary>
/// Browser windows for one test. When it fails, a picture of each page and what the pages said to their consoles stay in <c>artifacts/browser</c>;
/// with <c>SUPPORTHUB_TRACE=1</c> a trace too, which costs a fifth more time.
/// </summary>
public abstract class BrowserTest
{
    private static readonly bool Pictures = Environment.GetEnvironmentVariable("SUPPORTHUB_PICTURES") is "1";

    private readonly List<Witness> _people = [];

    static BrowserTest()
    {
        Assertions.SetDefaultExpectTimeout((float)LongEnough.ForBrowsers.TotalMilliseconds);
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
        context.SetDefaultTimeout((float)LongEnough.ForBrowsers.TotalMilliseconds);
        _people.Add(await Witness.Of(context));
        return context;
    }

    /// <summary>For people to look at, with <c>SUPPORTHUB_PICTURES=1</c>; overwritten by each run.</summary>
    protected static async Task Picture(IPage page, string name)
    {
        if (Pictures)
            await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Artifacts, "pictures", $"{name}.png") });
    }

    /// <summary>And one in the other theme, which its name ends with.</summary>
    protected static async Task PictureInBothThemes(IPage page, string name)
    {
        await Picture(page, name);
        if (Pictures)
            await Theme.InOther(page, other => Picture(page, $"{name}-{other}"));
    }

    [TearDown]
    public async Task Close()
    {
        var failed = TestContext.CurrentContext.Result.Outcome.Status == TestStatus.Failed;
        foreach (var (person, at) in _people.Select((person, at) => (person, at)))
        {
            if (failed)
                await person.Keep(Kept(at));
            await person.Context.CloseAsync();
        }
        _people.Clear();
        foreach (var standstill in failed ? Standstills.All : [])
            await TestContext.Out.WriteLineAsync(standstill);
        await AfterBrowsers();
    }

    /// <summary>What the browsers looked at may end now.</summary>
    protected virtual Task AfterBrowsers() => Task.CompletedTask;

    private static string Kept(int at)
    {
        var name = string.Concat(TestContext.CurrentContext.Test.Name.Select(letter => char.IsLetterOrDigit(letter) ? letter : '_'));
        return Path.Combine(Repository.Artifacts, "browser", $"{name[..Math.Min(name.Length, 80)]}-{at + 1}");
    }
}
