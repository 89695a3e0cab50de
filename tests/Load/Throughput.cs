using System.Diagnostics;

namespace SupportHub.Load;

/// <summary>Messages a second, each connection sending its next one when the last is acknowledged.</summary>
internal static class Throughput
{
    public static async Task<int> Relay(Options options)
    {
        List<double> rates = [];
        for (var round = 1; round <= options.Rounds; round++)
            rates.Add(await OfRelay(options));
        Console.WriteLine($"relay {Median(rates):0} msgs/s ({options.Outstanding} outstanding, median of {options.Rounds})");
        return 0;
    }

    public static async Task<int> Durable(Options options)
    {
        await using var postgres = await Tests.PostgresServer.Create();
        List<(double Relay, double Postgres, double Sqlite)> rounds = [];
        for (var round = 1; round <= options.Rounds; round++)
        {
            var relay = await OfRelay(options);
            var onPostgres = await OfHub(options, [$"--Storage:Postgres={await postgres.CreateDatabase()}"]);
            var onSqlite = await OfHub(options, []);
            rounds.Add((relay, onPostgres, onSqlite));
            Console.WriteLine($"round {round}: relay {relay:0}, PostgreSQL {onPostgres:0} ({onPostgres / relay:0.00}), SQLite {onSqlite:0} ({onSqlite / relay:0.00}) msgs/s");
        }
        Console.WriteLine(
            $"durable, {2 * options.Conversations} connections, {options.Outstanding} outstanding, medians: " +
            $"PostgreSQL {Median(rounds.Select(r => r.Postgres / r.Relay)):0.00}, SQLite {Median(rounds.Select(r => r.Sqlite / r.Relay)):0.00} of relay ({Median(rounds.Select(r => r.Relay)):0} msgs/s)");
        return 0;
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static async Task<double> OfRelay(Options options)
    {
        using var server = await Server.Start("relay");
        return await Measure(await new Pairs(server).OverRelay(options.Conversations), options);
    }

    private static async Task<double> OfHub(Options options, string[] storage)
    {
        using var folder = new Tests.TempFolder("load");
        using var server = await Server.StartHub(options.Conversations, folder, storage);
        return await Measure(await new Pairs(server).OverHub(options.Conversations), options);
    }

    private static async Task<double> Measure(List<End> ends, Options options)
    {
        long acked = 0;
        var stopped = false;
        foreach (var end in ends)
            end.Wire.Acked = () =>
            {
                Interlocked.Increment(ref acked);
                if (!Volatile.Read(ref stopped))
                    _ = end.Say();
            };
        foreach (var end in ends)
            for (var i = 0; i < options.Outstanding; i++)
                await end.Say();
        await Task.Delay(TimeSpan.FromSeconds(options.Warm));
        var (before, clock) = (Interlocked.Read(ref acked), Stopwatch.StartNew());
        await Task.Delay(TimeSpan.FromSeconds(options.Seconds));
        var rate = (Interlocked.Read(ref acked) - before) / clock.Elapsed.TotalSeconds;
        Volatile.Write(ref stopped, true);
        foreach (var end in ends)
            await end.Wire.DisposeAsync();
        return rate;
    }
}
