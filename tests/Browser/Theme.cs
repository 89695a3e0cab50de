using Microsoft.Playwright;

namespace SupportHub.Tests;

/// <summary>Light or dark, as the reader's system says.</summary>
internal static class Theme
{
    /// <summary>In the theme that the page has not; afterwards it has its own again.</summary>
    public static async Task InOther(IPage page, Func<ColorScheme, Task> look)
    {
        var dark = await page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches");
        var (own, other) = dark ? (ColorScheme.Dark, ColorScheme.Light) : (ColorScheme.Light, ColorScheme.Dark);
        await page.EmulateMediaAsync(new() { ColorScheme = other });
        await look(other);
        await page.EmulateMediaAsync(new() { ColorScheme = own });
    }
}
