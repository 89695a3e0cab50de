using System.Data.Common;
using System.Diagnostics;
using HdrHistogram;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace SupportHub.Load;

/// <summary>How long the database itself takes for one durable row, at a fixed rate and with nothing of ours around it: below that no delivery can be.</summary>
internal static class Commits
{
    /// <summary>What the clock of <see cref="Pace"/> may be late by itself.</summary>
    private static readonly TimeSpan Unpunctual = TimeSpan.FromMilliseconds(2);

    public static async Task<(double P50, double P99)> OfPostgres(string database, Options options)
    {
        await using var connection = new NpgsqlConnection(database);
        return await Measure(connection, "", options);
    }

    public static async Task<(double P50, double P99)> OfSqlite(Options options)
    {
        using var folder = new Tests.TempFolder("load");
        await using var connection = new SqliteConnection($"Data Source={folder["commits.db"]};Pooling=False");
        return await Measure(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;", options);
    }

    private static async Task<(double P50, double P99)> Measure(DbConnection connection, string setUp, Options options)
    {
        await connection.OpenAsync();
        await Run(connection, $"{setUp} CREATE TABLE raw_rows (n BIGINT NOT NULL, body TEXT NOT NULL)");
        await using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO raw_rows VALUES (1, 'A sentence of ordinary length about a domain that cannot be renewed.')";
        await insert.PrepareAsync();
        var times = new LongHistogram(1, TimeSpan.FromMinutes(1).Ticks, 3);
        var begun = Stopwatch.GetTimestamp();
        await Pace.Run(options.Seconds, options.PerSecond, (number, _) =>
        {
            var late = Stopwatch.GetElapsedTime(begun) - TimeSpan.FromSeconds(number / (double)options.PerSecond);
            var began = Stopwatch.GetTimestamp();
            insert.ExecuteNonQuery();
            // One that an earlier one held up waited since it was due, as a message would.
            times.RecordValue(Math.Max(1, (Stopwatch.GetElapsedTime(began) + (late > Unpunctual ? late : TimeSpan.Zero)).Ticks));
        });
        await Run(connection, "DROP TABLE raw_rows");
        return (times.GetValueAtPercentile(50) / (double)TimeSpan.TicksPerMillisecond, times.GetValueAtPercentile(99) / (double)TimeSpan.TicksPerMillisecond);
    }

    private static async Task Run(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
