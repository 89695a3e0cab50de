using System.Data.Common;
using Dapper;
using DbUp.Engine.Output;
using Microsoft.Extensions.Options;

namespace SupportHub.Storage;

/// <summary>The one database: SQLite or PostgreSQL, by configuration.</summary>
public sealed class Database
{
    static Database()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
    }

    public Database(IOptions<StorageOptions> options)
    {
        Dialect = Dialect.For(options.Value);
    }

    public Dialect Dialect { get; }

    /// <summary>It is the database's failure, or that of the line to it, and may pass; anything else is a mistake of ours.</summary>
    public static bool Failed(Exception failure) => failure is DbException or TimeoutException or IOException;

    public async Task<DbConnection> Open(CancellationToken cancel = default)
    {
        var connection = Dialect.Connection();
        try
        {
            await connection.OpenAsync(cancel);
            if (Dialect.OnOpen.Length > 0)
                await connection.ExecuteAsync(Dialect.OnOpen);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Brings the schema up to date. Forward only; nodes that start together take turns.</summary>
    public void Migrate()
    {
        using var connection = Dialect.Connection();
        connection.Open();
        if (Dialect.OnOpen.Length > 0)
            connection.Execute(Dialect.OnOpen);
        if (Dialect.ExclusiveLock is { } turn)
            connection.Execute(turn.Take);
        try
        {
            Upgrade();
        }
        finally
        {
            // A pool keeps the connection, and the connection would keep the lock.
            if (Dialect.ExclusiveLock is { } taken)
                connection.Execute(taken.Release);
        }
    }

    private void Upgrade()
    {
        var result = Dialect.Upgrade()
            .WithScriptsEmbeddedInAssembly(typeof(Database).Assembly, name => name.EndsWith(".sql", StringComparison.Ordinal))
            .WithVariables(Dialect.MigrationVariables.ToDictionary())
            .WithTransactionPerScript()
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
            throw new InvalidOperationException($"The database could not be brought up to date: {result.ErrorScript?.Name} failed.", result.Error);
    }
}
