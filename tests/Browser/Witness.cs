using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using NUnit.Framework;

namespace SupportHub.Tests;

/// <summary>One person's browser, and what whoever reads a failure wants to know of it.</summary>
internal sealed class Witness
{
    private static readonly bool Traces = Environment.GetEnvironmentVariable("SUPPORTHUB_TRACE") is "1";

    /// <summary>So many of its last lines go to the test's own output, for where nobody can look into a folder.</summary>
    private const int Told = 15;

    private readonly ConcurrentQueue<string> _said = new();
    private readonly Stopwatch _since = Stopwatch.StartNew();

    private Witness(IBrowserContext context)
    {
        Context = context;
        context.Console += (_, message) => Say($"{message.Type} {message.Text} ({message.Location})");
        context.WebError += (_, error) => Say($"thrown {error.Error}");
        context.RequestFailed += (_, request) => Say($"failed {request.Method} {request.Url}: {request.Failure}");
        context.Page += (_, page) => Follow(page);
    }

    public IBrowserContext Context { get; }

    public static async Task<Witness> Of(IBrowserContext context)
    {
        if (Traces)
            await context.Tracing.StartAsync(new() { Screenshots = true, Snapshots = true });
        return new Witness(context);
    }

    /// <summary>A picture of each page, what they said to their consoles, and the trace where there is one.</summary>
    /// <param name="path">Without an extension.</param>
    public async Task Keep(string path)
    {
        foreach (var (page, at) in Context.Pages.Select((page, at) => (page, at)))
            await page.ScreenshotAsync(new() { Path = $"{path}-{at + 1}.png", Timeout = 30_000 });
        await File.WriteAllLinesAsync($"{path}.log", _said);
        foreach (var line in _said.TakeLast(Told))
            await TestContext.Out.WriteLineAsync($"the page, {line}");
        if (Traces)
            await Context.Tracing.StopAsync(new() { Path = $"{path}.zip" });
    }

    private void Follow(IPage page)
    {
        page.Load += (_, _) => Say($"loaded {page.Url}");
        page.WebSocket += (_, socket) =>
        {
            var address = socket.Url.Split('?')[0];
            Say($"socket made {address}");
            socket.SocketError += (_, error) => Say($"socket failed {address}: {error}");
            socket.Close += (_, _) => Say($"socket closed {address}");
        };
    }

    private void Say(string what) => _said.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{_since.Elapsed.TotalSeconds:0.0} s: {what}"));
}
