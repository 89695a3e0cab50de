using Microsoft.Playwright;

namespace SupportHub.Tests;

/// <summary>Light or dark, as the reader's system says.</summary>
internal static class Theme
{
    public static async Task<ColorScheme> Of(IPage page) =>
        await page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches") ? ColorScheme.Dark : ColorScheme.Light;

    /// <summary>First in the one that the page has, to which it returns.</summary>
    public static async Task InEach(IPage page, Func<ColorScheme, Task> look)
    {
        var first = await Of(page);
        await look(first);
        var other = first == ColorScheme.Light ? ColorScheme.Dark : ColorScheme.Light;
        await page.EmulateMediaAsync(new() { ColorScheme = other });
        await look(other);
        await page.EmulateMediaAsync(new() { ColorScheme = first });
    }
}
