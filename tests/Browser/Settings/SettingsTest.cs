using Microsoft.Playwright;
using NUnit.Framework;
using SupportHub.Tests.Chat;

namespace SupportHub.Tests.Settings;

/// <summary>A page of the settings: a sheet that scrolls by itself.</summary>
public abstract class SettingsTest : LabTest
{
    /// <summary>Accessible in both themes, and on a phone nothing sticks out.</summary>
    protected static async Task LooksWell(IPage page, string what)
    {
        await page.SetViewportSizeAsync(1360, 850);
        await Accessible.Checked(page, what);
        await Shown(page, what);
        await page.SetViewportSizeAsync(390, 800);
        await Fits(page);
        await Shown(page, $"{what}-phone");
    }

    protected static async Task Fits(IPage page) =>
        Assert.That(await page.Locator(".sheet").EvaluateAsync<int>("sheet => sheet.scrollWidth - sheet.clientWidth"), Is.Zero, "nothing sticks out");

    /// <summary>The sheet in its whole length.</summary>
    private static async Task Shown(IPage page, string name)
    {
        var size = page.ViewportSize!;
        await page.SetViewportSizeAsync(size.Width, await page.Locator(".sheet").EvaluateAsync<int>("sheet => sheet.scrollHeight") + 80);
        await PictureInBothThemes(page, name);
        await page.SetViewportSizeAsync(size.Width, size.Height);
    }
}
