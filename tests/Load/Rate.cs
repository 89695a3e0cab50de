using System.Diagnostics;
using HdrHistogram;

namespace SupportHub.Load;

/// <summary>
/// From the sender's call to the other side's receipt, at a fixed rate. Beside it: a relay that commits a bare row first, with nothing of ours,
/// which shows what PostgreSQL adds on this machine; and what the databases alone take for one durable row. The clients wait on threads of their own, so
/// that they leave the processors to the server.
/// </summary>
internal static class Rate
{
    /// <summary>What runs every two seconds is compiled for good in its thirtieth round; before, that would be measured, too.</summary>
    public static Options Usual { get; } = new(Warm: 75);

    public static async Task<int> Run(Options options)
    {
        await using var postgres = await Tests.PostgresServer.Create();
        List<(double P50, double P99)> relay = [], committing = [], onPostgres = [], onSqlite = [], ofPostgres = [], ofSqlite = [];
        for (var round = 1; round <= options.Rounds; round++)
        {
            relay.Add(await OfRelay(options));
            committing.Add(await OfRelay(options, $"--Storage:Postgres={await postgres.CreateDatabase()}"));
            onPostgres.Add(await OfHub(options, [$"--Storage:Postgres={await postgres.CreateDatabase()}"]));
            onSqlite.Add(await OfHub(options, []));
            ofPostgres.Add(await Commits.OfPostgres(await postgres.CreateDatabase(), options));
            ofSqlite.Add(await Commits.OfSqlite(options));
            Console.WriteLine(
                $"round {round}: p50/p99 ms relay {Show(relay[^1])}, relay with a bare commit {Show(committing[^1])}, PostgreSQL {Show(onPostgres[^1])} (one bare commit {Show(ofPostgres[^1])}), SQLite {Show(onSqlite[^1])} (one bare commit {Show(ofSqlite[^1])})");
        }
        var (r, p, s, c) = (Medians(relay), Medians(onPostgres), Medians(onSqlite), Medians(committing));
        Console.WriteLine(
            $"delivery at {options.PerSecond} msgs/s, medians: relay {Show(r)}, relay with a bare commit {Beside(c, r)}, PostgreSQL {Beside(p, r)}, SQLite {Beside(s, r)}; " +
            $"one bare commit at the same rate: PostgreSQL {Show(Medians(ofPostgres))}, SQLite {Show(Medians(ofSqlite))}");
        return 0;
    }

    private static string Show((double P50, double P99) ms) => $"{ms.P50:0.00}/{ms.P99:0.00}";

    private static string Beside((double P50, double P99) ms, (double P50, double P99) relay) =>
        $"{Show(ms)} ({ms.P50 / relay.P50:0.0} × and {ms.P99 / relay.P99:0.0} ×)";

    private static (double P50, double P99) Medians(List<(double P50, double P99)> rounds) =>
        (Throughput.Median(rounds.Select(r => r.P50)), Throughput.Median(rounds.Select(r => r.P99)));

    private static async Task<(double, double)> OfRelay(Options options, params string[] storage)
    {
        using var server = await Server.Start(["relay", .. storage]);
        return await Measure(await new Pairs(server, patient: true).OverRelay(options.Conversations), options);
    }

    private static async Task<(double, double)> OfHub(Options options, string[] storage)
    {
        using var folder = new Tests.TempFolder("load");
        using var server = await Server.StartHub(options.Conversations, folder, storage);
        return await Measure(await new Pairs(server, patient: true).OverHub(options.Conversations), options);
    }

    private static async Task<(double, double)> Measure(List<End> ends, Options options)
    {
        var times = new LongConcurrentHistogram(1, TimeSpan.FromMinutes(1).Ticks, 3);
        var counting = false;
        // Only at the other end: the sender's own copy is not a delivery.
        for (var i = 0; i < ends.Count; i++)
        {
            var mine = i;
            ends[i].Wire.Pushed = frame =>
            {
                var sent = Wire.SentAt(frame);
                if (sent >= 0 && Volatile.Read(ref counting) && mine % 2 == 1)
                    times.RecordValue(Math.Max(1, Stopwatch.GetElapsedTime(sent).Ticks));
            };
        }
        var visitors = ends.Where((_, i) => i % 2 == 0).ToList();
        await Pace.Run(options.Warm + options.Seconds, options.PerSecond, (said, seconds) =>
        {
            Volatile.Write(ref counting, seconds > options.Warm);
            // Waited for, so that a connection that is gone ends the measurement.
            visitors[(int)(said % visitors.Count)].Say().GetAwaiter().GetResult();
        });
        foreach (var end in ends)
            await end.Wire.DisposeAsync();
        return (times.GetValueAtPercentile(50) / (double)TimeSpan.TicksPerMillisecond, times.GetValueAtPercentile(99) / (double)TimeSpan.TicksPerMillisecond);
    }
}
