using System.Diagnostics;
using System.Text.Json;

namespace SupportHub.Load;

/// <summary>Many customers ask within a few seconds, and one agent is there: how long until each has a card, and is any lost?</summary>
internal static class Burst
{
    public static async Task<int> Run(Options options)
    {
        await using var postgres = await Tests.PostgresServer.Create();
        var missed = await Measure("PostgreSQL", options, [$"--Storage:Postgres={await postgres.CreateDatabase()}"]) + await Measure("SQLite", options, []);
        return missed == 0 ? 0 : 1;
    }

    private static async Task<int> Measure(string storage, Options options, string[] settings)
    {
        using var folder = new Tests.TempFolder("load");
        using var server = await Server.StartHub(1, folder, settings);
        var agent = await Wire.Open(new Uri(server.Address, "/hubs/agent"), server.Agents[0].Cookie);
        await agent.Ask("Hello", new { version = 1 });
        List<Wire> visitors = [];
        for (var i = 0; i < options.Burst; i++)
            visitors.Add(await new Pairs(server).Visitor());

        var clock = Stopwatch.StartNew();
        var times = await Task.WhenAll(visitors.Select(async (visitor, i) =>
        {
            var due = TimeSpan.FromSeconds(options.Seconds * (double)i / options.Burst);
            if (due > clock.Elapsed)
                await Task.Delay(due - clock.Elapsed);
            return await Card(visitor, i + 1);
        }));
        var told = times.OfType<double>().Order().ToList();
        Console.WriteLine(told.Count == 0
            ? $"burst on {storage}: nobody got a card"
            : $"burst on {storage}: {options.Burst} in {options.Seconds} s, {told.Count} told; p50 {told[told.Count / 2]:0} ms, p99 {told[(int)(told.Count * 0.99)]:0} ms, last {told[^1]:0} ms");
        foreach (var visitor in visitors.Append(agent))
            await visitor.DisposeAsync();
        return options.Burst - told.Count(t => t <= 2000);
    }

    /// <returns>Milliseconds until there was a card, or an agent; none after half a minute.</returns>
    private static async Task<double?> Card(Wire visitor, long session)
    {
        var told = new TaskCompletionSource<double>(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = Stopwatch.GetTimestamp();
        visitor.Pushed = frame =>
        {
            if (frame.IndexOf("\"card\":{"u8) >= 0 || frame.IndexOf("\"kind\":\"joined\""u8) >= 0)
                told.TrySetResult(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        };
        var view = await visitor.Ask("Start", new { session, body = "My site is down" });
        if (view.TryGetProperty("waiting", out JsonElement _))
            told.TrySetResult(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        return await Task.WhenAny(told.Task, Task.Delay(TimeSpan.FromSeconds(30))) == told.Task ? await told.Task : null;
    }
}
