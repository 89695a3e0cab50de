using System.Text.Json;
using Microsoft.Playwright;
using NUnit.Framework;
using SupportHub.Tests.Chat;

namespace SupportHub.Tests.Site;

/// <summary>What the widget costs the website that carries it.</summary>
public sealed class SampleWebsite : LabTest
{
    [Test]
    public async Task Nothing_but_the_loader_is_fetched_from_the_hub_until_the_customer_opens_the_chat()
    {
        var page = await (await Person()).NewPageAsync();
        var fetched = new List<string>();
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url).Authority == Lab.Hub.Authority)
                fetched.Add(new Uri(request.Url).AbsolutePath);
        };
        await page.GotoAsync(new Uri(Lab.Site, "/fr/").ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Discuter avec nous" })).ToBeVisibleAsync();
        Assert.That(fetched, Is.EqualTo(new[] { "/widget/loader.js" }));

        await page.GetByRole(AriaRole.Button, new() { Name = "Discuter avec nous" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        Assert.That(fetched, Has.Count.GreaterThan(1));
    }

    [TestCase("/fr/")]
    [TestCase("/en/domains")]
    public async Task The_page_neither_moves_nor_stops_for_the_widget(string path)
    {
        var longest = new List<double>();
        // The shortest of some: what else runs on the machine is not the widget's doing.
        for (var round = 0; round < 6 && longest.All(ms => ms > 50); round++)
        {
            var page = await (await Watched()).NewPageAsync();
            await page.GotoAsync(new Uri(Lab.Site, path).ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
            await Assertions.Expect(page.Locator("support-hub button")).ToBeVisibleAsync();
            Assert.That((await Seen(page)).GetProperty("shifts").EnumerateArray().Select(shift => shift.ToString()), Is.Empty, "layout shifts");

            await page.Locator("support-hub button").ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox).Last).ToBeVisibleAsync();
            var seen = await Seen(page);
            // The panel floats: what settles inside it counts next to nothing, and the page does not move.
            Assert.That(seen.GetProperty("shifts").EnumerateArray().Sum(shift => shift.GetDouble()), Is.LessThan(0.001), "layout shifts");
            longest.Add(seen.GetProperty("longest").GetDouble());
            await page.CloseAsync();
        }

        Assert.That(longest.Min(), Is.LessThanOrEqualTo(50), $"longest stretch of the widget's code, in ms: {string.Join(", ", longest)}");
    }

    private static async Task<JsonElement> Seen(IPage page)
    {
        await page.EvaluateAsync("() => new Promise(done => requestIdleCallback(done, { timeout: 5000 }))");
        // A page in which nothing changes may be given no frame by itself; a picture needs one.
        var frame = page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(done))");
        await page.ScreenshotAsync();
        await frame.WaitAsync(LongEnough.ForBrowsers);
        return await page.EvaluateAsync<JsonElement>("() => __seen");
    }

    /// <summary>Long frames tell which script they were spent in; plain long tasks would count the page's own layout, too.</summary>
    private async Task<IBrowserContext> Watched()
    {
        var context = await Person();
        await context.AddInitScriptAsync($$"""
            window.__seen = { shifts: [], longest: 0 };
            // While the page itself is still being read it may move by its own doing; what moves inside the widget (its nodes are not told) never may.
            const loaded = () => performance.getEntriesByType('navigation')[0].loadEventEnd;
            new PerformanceObserver(l => l.getEntries()
              .filter(e => (loaded() > 0 && e.startTime > loaded()) || e.sources.some(s => !s.node))
              .forEach(e => __seen.shifts.push(e.value))).observe({ type: 'layout-shift', buffered: true });
            new PerformanceObserver(l => l.getEntries().forEach(e => e.scripts.filter(s => s.sourceURL.startsWith('{{Lab.Hub}}')).forEach(s => {
              __seen.longest = Math.max(__seen.longest, s.duration);
            }))).observe({ type: 'long-animation-frame', buffered: true });
            """);
        return context;
    }

    [Test]
    public async Task No_content_security_policy_is_broken()
    {
        var page = await (await Person()).NewPageAsync();
        var broken = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                broken.Add(message.Text);
        };
        await page.GotoAsync(new Uri(Lab.Site, "/fr/contact").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Discuter avec nous" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Sujet")).ToBeVisibleAsync();

        Assert.That(broken, Is.Empty);
    }

    [Test]
    public async Task Every_page_is_accessible()
    {
        var page = await (await Person()).NewPageAsync();
        foreach (var path in new[] { "/fr/", "/fr/domaines", "/fr/etat", "/fr/contact", "/en/", "/en/domains", "/en/status", "/en/contact" })
        {
            await page.GotoAsync(new Uri(Lab.Site, path).ToString());
            await Accessible.Checked(page, path);
        }
    }
}
