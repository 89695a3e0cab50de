using System.Diagnostics;
using Npgsql;

namespace SupportHub.Tests;

/// <summary>
/// A PostgreSQL server of the test run's own, on a free port, in a folder that goes with it. Durability is left on
/// (<c>fsync</c>, <c>synchronous_commit</c>), because the tests are about that promise.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    // Hundreds of hubs come and go there, each with a pool of its own. Elsewhere a pool keeps its connections as long as it does by itself: a new one
    // costs the server some milliseconds, and as much again for what it does first.
    private const string GivesBackSoon = ";Connection Idle Lifetime=10;Connection Pruning Interval=2";

    private static readonly Lazy<Task<PostgresServer>> One = new(() => Create(GivesBackSoon));
    private readonly TempFolder _folder = new("postgres");
    private readonly string _programs = FindPrograms();
    private readonly int _port = Ports.Free();
    private readonly string _pool;
    private ChildProcess? _server;

    private PostgresServer(string pool) => _pool = pool;

    /// <summary>The one that the whole test run shares. A test that stops it starts it again.</summary>
    public static Task<PostgresServer> Shared => One.Value;

    private string Data => _folder["data"];

    /// <summary>A server for one test alone.</summary>
    public static Task<PostgresServer> Create() => Create("");

    private static async Task<PostgresServer> Create(string pool)
    {
        var server = new PostgresServer(pool);
        await server.Initialise();
        await server.Start();
        return server;
    }

    public static async Task EndShared()
    {
        if (One.IsValueCreated)
            await (await One.Value).DisposeAsync();
    }

    /// <summary>A new database: its connection string.</summary>
    /// <param name="like">The connection string of one that it is a copy of and that nobody is connected to; absent: empty.</param>
    public async Task<string> CreateDatabase(string? like = null)
    {
        var name = $"t{Guid.NewGuid():n}";
        var original = like is null ? "template1" : new NpgsqlConnectionStringBuilder(like).Database;
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres"));
        await using var create = source.CreateCommand($"CREATE DATABASE {name} TEMPLATE {original}");
        await create.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    public async Task Start()
    {
        _server = ChildProcess.Start(
            AsPostgres([Path.Combine(_programs, "postgres"), "-D", Data, "-p", $"{_port}", "-k", _folder.FullName,
                "-c", "listen_addresses=127.0.0.1", "-c", "max_connections=1000", "-c", "lc_messages=C"]),
            stopSignal: "INT",
            folder: "/");
        await _server.Line(line => line.Contains("database system is ready to accept connections", StringComparison.Ordinal), LongEnough.Usually);
    }

    /// <summary>Ends it as a crash would: no client is told, nothing is flushed that was not already.</summary>
    public async Task Crash()
    {
        await _server!.Signal("QUIT");
        await _server.Stop();
    }

    public async Task Stop() => await (_server?.Stop() ?? Task.CompletedTask);

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _folder.Dispose();
    }

    private string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={_port};Username=postgres;Database={database};Include Error Detail=true{_pool}";

    private async Task Initialise()
    {
        if (Environment.UserName == "root")
        {
            using var give = Process.Start("chown", ["postgres", _folder.FullName]);
            await give.WaitForExitAsync();
        }
        var init = AsPostgres([Path.Combine(_programs, "initdb"), "-D", Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions"]);
        using var process = Process.Start(new ProcessStartInfo(init[0], init[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" })!;
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"initdb failed: {await errors}");
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static string[] AsPostgres(string[] command) =>
        Environment.UserName == "root" ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", .. command] : command;

    private static string FindPrograms()
    {
        const string debian = "/usr/lib/postgresql";
        string[] versions = Directory.Exists(debian) ? Directory.GetDirectories(debian) : [];
        var folders = versions.OrderByDescending(Version)
            .Select(version => Path.Combine(version, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'));
        return folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")))
            ?? throw new FileNotFoundException("PostgreSQL's server programs (initdb, postgres) were not found. tests/run installs them.");

        static int Version(string folder) => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0;
    }
}
