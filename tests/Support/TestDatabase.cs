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

/// <summary>An empty database of a fixture's own, and the folder beside it.</summary>
public sealed class TestDatabase : IDisposable
{
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

    public static async Task<TestDatabase> Create(Engine engine) => new()
    {
        Postgres = engine == Engine.Postgres ? await (await PostgresServer.Shared).CreateDatabase() : null,
    };

    /// <summary>On a server that the test may stop.</summary>
    public static async Task<TestDatabase> CreateOn(PostgresServer server) => new() { Postgres = await server.CreateDatabase() };

    public void Dispose() => _folder.Dispose();
}
