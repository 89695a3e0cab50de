using System.Data.Common;
using DbUp;
using DbUp.Builder;
using Medallion.Threading.Postgres;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace SupportHub.Storage;

/// <summary>All in which the two databases differ. Every other SQL text runs on both, unchanged.</summary>
public abstract class Dialect
{
    public abstract DbConnection Connection();

    /// <summary>Runs on every connection that was just opened.</summary>
    public abstract string OnOpen { get; }

    public abstract UpgradeEngineBuilder Upgrade();

    /// <summary>Columns and keys of the journal's one table, where the engines want different physical layouts.</summary>
    public abstract IReadOnlyDictionary<string, string> MigrationVariables { get; }

    /// <summary>Whether the failure says that a row with this key exists already.</summary>
    public abstract bool IsDuplicateKey(Exception failure);

    /// <summary>Whether the failure says nothing about the statement, only about the server or the file.</summary>
    public abstract bool IsUnavailable(Exception failure);

    /// <summary>Condition on entries for those since @sinceMs, without an index that each append would pay for.</summary>
    public abstract string LatelyAppended { get; }

    public abstract EntryAppender Appender(DbConnection connection);

    /// <returns>None while another node holds it.</returns>
    public abstract Task<Lease?> TryLease(string name, CancellationToken cancel);

    /// <summary>Statements on one connection between which nothing happens on another node that asks for the same.</summary>
    public abstract (string Take, string Release)? ExclusiveLock { get; }

    public static Dialect For(StorageOptions options) =>
        options.Postgres is { Length: > 0 } connection ? new Postgres(connection) : new Sqlite(options.FullFolder);

    public sealed class Sqlite : Dialect
    {
        private readonly string _connection;

        public Sqlite(string folder)
        {
            Directory.CreateDirectory(folder);
            _connection = new SqliteConnectionStringBuilder
            {
                DataSource = Path.Combine(folder, "supporthub.db"),
                DefaultTimeout = 30,
            }.ToString();
        }

        public override DbConnection Connection() => new SqliteConnection(_connection);

        // A commit writes whole pages, mostly leaves of one index, one for each conversation: small pages (of a new file; one that exists keeps its
        // own) write a quarter. A checkpoint makes a commit wait; with 16 MB of log it comes seldom.
        public override string OnOpen =>
            "PRAGMA page_size=1024; PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=16000; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=10000;";

        public override UpgradeEngineBuilder Upgrade() => DeployChanges.To.SqliteDatabase(_connection);

        public override IReadOnlyDictionary<string, string> MigrationVariables { get; } = new Dictionary<string, string>
        {
            // An ordinary rowid table: rows are appended, the index alone is sorted.
            ["entries_key"] = "",
            ["entries_index"] = "CREATE UNIQUE INDEX entries_key ON entries (conversation_id, seq);",
            ["recent_index"] = "",
        };

        public override bool IsDuplicateKey(Exception failure) =>
            failure is SqliteException { SqliteErrorCode: 19 };

        public override bool IsUnavailable(Exception failure) =>
            failure is SqliteException { SqliteErrorCode: 5 or 6 or 10 or 13 or 14 }; // busy, locked, disk error, disk full, cannot open

        public override string LatelyAppended => "rowid > (SELECT COALESCE(MAX(rowid), 0) - 50000 FROM entries) AND at > @sinceMs";

        public override EntryAppender Appender(DbConnection connection) => new EntryAppender.Sqlite((SqliteConnection)connection);

        public override Task<Lease?> TryLease(string name, CancellationToken cancel) => Task.FromResult<Lease?>(Lease.Alone);

        public override (string Take, string Release)? ExclusiveLock => null;
    }

    public sealed class Postgres(string connection) : Dialect
    {
        private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(connection);

        public override DbConnection Connection() => _source.CreateConnection();

        public override string OnOpen => "";

        public override UpgradeEngineBuilder Upgrade() => DeployChanges.To.PostgresqlDatabase(connection);

        public override IReadOnlyDictionary<string, string> MigrationVariables { get; } = new Dictionary<string, string>
        {
            ["entries_key"] = ", PRIMARY KEY (conversation_id, seq)",
            ["entries_index"] = "",
            // A block range index costs an append next to nothing and finds the last minute's entries.
            ["recent_index"] = "CREATE INDEX entries_recent ON entries USING brin (at) WITH (pages_per_range = 128, autosummarize = on);",
        };

        public override bool IsDuplicateKey(Exception failure) =>
            failure is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

        public override bool IsUnavailable(Exception failure) =>
            failure is not PostgresException { SqlState: var state } || state.StartsWith("57", StringComparison.Ordinal) || state.StartsWith("53", StringComparison.Ordinal);

        public override string LatelyAppended => "at > @sinceMs";

        public override EntryAppender Appender(DbConnection connection) => new EntryAppender.Postgres((NpgsqlConnection)connection);

        public override async Task<Lease?> TryLease(string name, CancellationToken cancel)
        {
            var exclusive = new PostgresDistributedLock(new PostgresAdvisoryLockKey($"supporthub/{name}", allowHashing: true), NoticesDeath(connection));
            return await exclusive.TryAcquireAsync(TimeSpan.Zero, cancel) is { } held ? new Lease(new Held(held), held.HandleLostToken) : null;
        }

        /// <summary>A lock goes with its connection: where that is gone, there is nothing to give back.</summary>
        private sealed class Held(PostgresDistributedLockHandle held) : IAsyncDisposable
        {
            public async ValueTask DisposeAsync()
            {
                try
                {
                    await held.DisposeAsync();
                }
                catch (Exception gone) when (gone is DbException or InvalidOperationException)
                {
                    // The database was away.
                }
            }
        }

        // The lock's connection waits in a statement, and a server that runs a statement does not look whether its client still lives. Told to
        // (since version 14), it gives the lock free within a second of the process's death, and within ten of the machine's.
        private static string NoticesDeath(string connection)
        {
            var settings = new NpgsqlConnectionStringBuilder(connection);
            settings.Options =
                $"{settings.Options} -c client_connection_check_interval=500 -c tcp_keepalives_idle=4 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3".TrimStart();
            return settings.ToString();
        }

        public override (string Take, string Release)? ExclusiveLock => ("SELECT pg_advisory_lock(72119401)", "SELECT pg_advisory_unlock(72119401)");
    }
}
