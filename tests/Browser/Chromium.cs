using Microsoft.Playwright;

namespace SupportHub.Tests;

/// <summary>
/// The system's own Chromium, once for the whole run; where there is one without windows, that one, because it takes a quarter less of the processors.
/// (Playwright's run settings do not exist on this test platform.)
/// </summary>
public static class Chromium
{
    private static readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> One = new(Launch);

    public static async Task<IBrowser> Shared() => (await One.Value).Browser;

    public static async Task EndShared()
    {
        if (!One.IsValueCreated)
            return;
        var (driver, browser) = await One.Value;
        await browser.CloseAsync();
        driver.Dispose();
    }

    private static async Task<(IPlaywright, IBrowser)> Launch()
    {
        var driver = await Playwright.CreateAsync();
        var browser = await driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = FindProgram(),
            Headless = true,
            Args =
            [
                "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic",
                "--disable-audio-output", "--in-process-gpu",
                .. Environment.UserName == "root" ? ["--no-sandbox"] : Array.Empty<string>(),
            ],
        });
        return (driver, browser);
    }

    private static string FindProgram() =>
        (from name in new[] { "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome" }
         from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
         let program = Path.Combine(folder, name)
         where File.Exists(program)
         select program).FirstOrDefault()
        ?? throw new FileNotFoundException("Chromium was not found. tests/run installs it.");
}
