using System.Text.Json;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NUnit.Framework;

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
        var context = await Person();
        await context.AddInitScriptAsync("""
            window.__seen = { shifts: [], tasks: [] };
            new PerformanceObserver(l => l.getEntries().forEach(e => __seen.shifts.push(e.value))).observe({ type: 'layout-shift', buffered: true });
            new PerformanceObserver(l => l.getEntries().forEach(e => __seen.tasks.push({ ms: e.duration, from: (e.attribution || []).map(a => a.containerSrc).join() })))
              .observe({ type: 'longtask', buffered: true });
            """);
        var page = await context.NewPageAsync();
        // The page without the widget, so that the browser's own start is not blamed on it.
        await page.GotoAsync(new Uri(Lab.Site, path).ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.ReloadAsync(new() { WaitUntil = WaitUntilState.NetworkIdle });
        await Assertions.Expect(page.Locator("support-hub")).ToBeAttachedAsync();

        await page.EvaluateAsync("() => new Promise(done => requestIdleCallback(() => requestAnimationFrame(done)))");
        var seen = await page.EvaluateAsync<JsonElement>("() => __seen");

        Assert.That(seen.GetProperty("shifts").GetArrayLength(), Is.Zero, "layout shifts");
        Assert.That(seen.GetProperty("tasks").GetArrayLength(), Is.Zero, $"tasks over 50 ms: {seen.GetProperty("tasks")}");
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
    public async Task Every_page_is_accessible_in_both_themes([Values] bool dark)
    {
        var page = await (await Person(colors: dark ? ColorScheme.Dark : ColorScheme.Light)).NewPageAsync();
        foreach (var path in new[] { "/fr/", "/fr/domaines", "/fr/etat", "/fr/contact", "/en/", "/en/domains", "/en/status", "/en/contact" })
        {
            await page.GotoAsync(new Uri(Lab.Site, path).ToString());
            var found = await page.RunAxe();
            Assert.That(found.Violations.Select(violation => $"{path} {violation.Id}: {string.Join(" ", violation.Nodes.Select(node => node.Html))}"), Is.Empty);
        }
    }
}
