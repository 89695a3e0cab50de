using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace SupportHub.Storage;

/// <summary>The fastest way to append rows to the journal's table, on a connection that stays open. Not thread-safe.</summary>
public abstract class EntryAppender : IDisposable
{
    private const string Insert = "INSERT INTO entries (conversation_id, seq, kind, author, agent_id, session, number, body, detail, at)";

    // While nothing waits there is one row, and this is the quickest for it on both engines.
    private const string InsertOne = $"{Insert} VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    /// <summary>Whether they are appended by one statement, which is a transaction of its own.</summary>
    public abstract bool IsOneStatement(IReadOnlyList<EntryRow> rows);

    public abstract Task Append(IReadOnlyList<EntryRow> rows, DbTransaction? transaction);

    public abstract void Dispose();

    /// <summary>The columns in the order of the statement.</summary>
    private static void Set(DbParameterCollection columns, EntryRow row)
    {
        columns[0].Value = row.ConversationId;
        columns[1].Value = row.Seq;
        columns[2].Value = row.Kind;
        columns[3].Value = row.Author;
        columns[4].Value = OrNull(row.AgentId);
        columns[5].Value = OrNull(row.Session);
        columns[6].Value = OrNull(row.Number);
        columns[7].Value = OrNull(row.Body);
        columns[8].Value = OrNull(row.Detail);
        columns[9].Value = row.At;
    }

    private static object OrNull<T>(T value) => value is null ? DBNull.Value : value;

    /// <summary>
    /// Several rows are one statement with an array per column: one round trip, whatever their number. Unnested side by side in the list of columns,
    /// not in FROM: there the server would keep each column in a store of its own, for whose memory it asks the system with every statement.
    /// </summary>
    public sealed class Postgres : EntryAppender
    {
        private static readonly NpgsqlDbType[] Types =
        [
            NpgsqlDbType.Bigint, NpgsqlDbType.Integer, NpgsqlDbType.Smallint, NpgsqlDbType.Smallint, NpgsqlDbType.Bigint,
            NpgsqlDbType.Bigint, NpgsqlDbType.Integer, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Bigint,
        ];

        private readonly NpgsqlCommand _one;
        private readonly NpgsqlCommand _many;

        public Postgres(NpgsqlConnection connection)
        {
            _one = new NpgsqlCommand(InsertOne, connection);
            _many = new NpgsqlCommand(
                $"{Insert} SELECT unnest($1), unnest($2), unnest($3), unnest($4), unnest($5), unnest($6), unnest($7), unnest($8), unnest($9), unnest($10)",
                connection);
            foreach (var type in Types)
            {
                _one.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type });
                _many.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | type });
            }
        }

        public override bool IsOneStatement(IReadOnlyList<EntryRow> rows) => true;

        public override async Task Append(IReadOnlyList<EntryRow> rows, DbTransaction? transaction)
        {
            var command = rows.Count == 1 ? _one : _many;
            if (command == _one)
                Set(_one.Parameters, rows[0]);
            else
                SetArrays(rows);
            if (!command.IsPrepared)
                await command.PrepareAsync();
            await command.ExecuteNonQueryAsync();
        }

        public override void Dispose()
        {
            _one.Dispose();
            _many.Dispose();
        }

        private void SetArrays(IReadOnlyList<EntryRow> rows)
        {
            SetArray(0, rows, r => r.ConversationId);
            SetArray(1, rows, r => r.Seq);
            SetArray(2, rows, r => r.Kind);
            SetArray(3, rows, r => r.Author);
            SetArray(4, rows, r => r.AgentId);
            SetArray(5, rows, r => r.Session);
            SetArray(6, rows, r => r.Number);
            SetArray(7, rows, r => r.Body);
            SetArray(8, rows, r => r.Detail);
            SetArray(9, rows, r => r.At);
        }

        private void SetArray<T>(int parameter, IReadOnlyList<EntryRow> rows, Func<EntryRow, T> column)
        {
            var values = new T[rows.Count];
            for (var i = 0; i < values.Length; i++)
                values[i] = column(rows[i]);
            _many.Parameters[parameter].Value = values;
        }
    }

    /// <summary>A prepared insert of one row, run in a loop: in-process, so a call costs less than building a longer statement.</summary>
    public sealed class Sqlite : EntryAppender
    {
        private readonly SqliteCommand _command;

        public Sqlite(SqliteConnection connection)
        {
            _command = connection.CreateCommand();
            _command.CommandText = InsertOne;
            for (var column = 1; column <= 10; column++)
                _command.Parameters.Add(new SqliteParameter { ParameterName = $"${column}" });
        }

        public override bool IsOneStatement(IReadOnlyList<EntryRow> rows) => rows.Count == 1;

        public override Task Append(IReadOnlyList<EntryRow> rows, DbTransaction? transaction)
        {
            _command.Transaction = (SqliteTransaction?)transaction;
            foreach (var row in rows)
            {
                Set(_command.Parameters, row);
                _command.ExecuteNonQuery();
            }
            return Task.CompletedTask;
        }

        public override void Dispose() => _command.Dispose();
    }
}
