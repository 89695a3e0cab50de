using System.Net.Http.Json;
using System.Text.Json;

namespace SupportHub.Load;

/// <summary>Memory of a server per connection that says nothing.</summary>
internal static class Idle
{
    public static async Task<int> Run(Options options)
    {
        double bare, hub;
        using (var server = await Server.Start("relay"))
            bare = await Measure(server, options.Idle, () => Wire.Open(new Uri(server.Address, "/relay")));
        using (var folder = new Tests.TempFolder("load"))
        using (var server = await Server.StartHub(1, folder))
            hub = await Measure(server, options.Idle, new Pairs(server).Visitor);
        Console.WriteLine($"idle, {options.Idle} connections: bare SignalR {bare:0.0} KiB each, the hub {hub:0.0} KiB each ({hub / bare:0.00} ×)");
        return 0;
    }

    private static async Task<double> Measure(Server server, int count, Func<Task<Wire>> open)
    {
        // The first ones pay for what is loaded once.
        List<Wire> wires = [];
        for (var i = 0; i < 500; i++)
            wires.Add(await open());
        var before = server.MemoryBytes;
        for (var i = 0; i < count; i++)
        {
            wires.Add(await open());
            if (i % 2000 == 1999)
                await Task.WhenAll(wires.Select(w => w.Ping()));
        }
        await Task.Delay(TimeSpan.FromSeconds(5));
        var (cpu, memory) = (server.Cpu, server.MemoryBytes);
        await Task.Delay(TimeSpan.FromSeconds(8));
        Console.WriteLine($"  {wires.Count} idle connections use {(server.Cpu - cpu).TotalSeconds / 8:P1} of a core");
        foreach (var wire in wires)
            await wire.DisposeAsync();
        return (memory - before) / 1024.0 / count;
    }
}
