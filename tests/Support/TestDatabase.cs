using Dapper;
using SupportHub.Storage;

namespace SupportHub.Tests;

public enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>Runs a fixture once on each engine: its constructor takes the <see cref="Engine"/>.</summary>
public sealed class OnBothEnginesAttribute() : NUnit.Framework.TestFixtureSourceAttribute(typeof(OnBothEnginesAttribute), nameof(Engines))
{
    public static Engine[] Engines { get; } = [Engine.Sqlite, Engine.Postgres];
}

/// <summary>A database of a fixture's own, and the folder beside it.</summary>
public sealed class TestDatabase : IDisposable
{
    // Made once and copied: every fixture would make the same tables, which costs more than most tests.
    private static readonly Lazy<Task<string>> PostgresTables = new(async () =>
    {
        // A copy is made only of what nobody is connected to.
        var original = $"{await (await PostgresServer.Shared).CreateDatabase()};Pooling=false";
        At(new StorageOptions { Postgres = original }).Migrate();
        return original;
    });

    private static readonly Lazy<Task<TempFolder>> SqliteTables = new(async () =>
    {
        var folder = new TempFolder("tables");
        var database = At(new StorageOptions { Folder = folder.FullName });
        database.Migrate();
        await using var connection = await database.Open();
        // One file, whoever still reads: a checkpoint would wait for them.
        await connection.ExecuteAsync("VACUUM INTO @file", new { file = folder[Original] });
        return folder;
    });

    private const string Original = "original.db";
    private readonly TempFolder _folder = new("data");

    private TestDatabase()
    {
    }

    public string Folder => _folder.FullName;

    /// <summary>Null on SQLite.</summary>
    public string? Postgres { get; private init; }

    /// <summary>The settings that make a hub use it.</summary>
    public IReadOnlyList<string> Arguments => Postgres is null
        ? [$"--Storage:Folder={Folder}"]
        : [$"--Storage:Folder={Folder}", $"--Storage:Postgres={Postgres}"];

    /// <summary>With the tables that a hub makes at its first start, and no row.</summary>
    public static async Task<TestDatabase> Create(Engine engine)
    {
        if (engine == Engine.Postgres)
            return new() { Postgres = await (await PostgresServer.Shared).CreateDatabase(await PostgresTables.Value) };
        var database = new TestDatabase();
        File.Copy((await SqliteTables.Value)[Original], Path.Combine(database.Folder, "supporthub.db"));
        return database;
    }

    /// <summary>As before a hub's first start.</summary>
    public static async Task<TestDatabase> Empty(Engine engine) => new() { Postgres = engine == Engine.Postgres ? await (await PostgresServer.Shared).CreateDatabase() : null };

    /// <summary>On a server that the test may stop.</summary>
    public static async Task<TestDatabase> CreateOn(PostgresServer server) => new() { Postgres = await server.CreateDatabase() };

    public static async Task EndShared()
    {
        if (SqliteTables.IsValueCreated)
            (await SqliteTables.Value).Dispose();
    }

    public void Dispose() => _folder.Dispose();

    private static Database At(StorageOptions options) => new(Microsoft.Extensions.Options.Options.Create(options));
}
