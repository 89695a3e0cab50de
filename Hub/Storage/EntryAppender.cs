using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace SupportHub.Storage;

/// <summary>The fastest way to append many rows to the journal's table, on a connection that stays open. Not thread-safe.</summary>
public abstract class EntryAppender : IDisposable
{
    public abstract Task Append(IReadOnlyList<EntryRow> rows, DbTransaction? transaction);

    public abstract void Dispose();

    /// <summary>
    /// One statement with an array per column: one round trip, whatever the number of rows. Unnested side by side in the list of columns, not in FROM:
    /// there the server would keep each column in a store of its own, for whose memory it asks the system with every statement.
    /// </summary>
    public sealed class Postgres : EntryAppender
    {
        private static readonly NpgsqlDbType[] Types =
        [
            NpgsqlDbType.Bigint, NpgsqlDbType.Integer, NpgsqlDbType.Smallint, NpgsqlDbType.Smallint, NpgsqlDbType.Bigint,
            NpgsqlDbType.Bigint, NpgsqlDbType.Integer, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Bigint,
        ];

        private readonly NpgsqlCommand _command;

        public Postgres(NpgsqlConnection connection)
        {
            _command = new NpgsqlCommand(
                """
                INSERT INTO entries (conversation_id, seq, kind, author, agent_id, session, number, body, detail, at)
                SELECT unnest($1), unnest($2), unnest($3), unnest($4), unnest($5), unnest($6), unnest($7), unnest($8), unnest($9), unnest($10)
                """,
                connection);
            foreach (var type in Types)
                _command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | type });
        }

        public override async Task Append(IReadOnlyList<EntryRow> rows, DbTransaction? transaction)
        {
            Set(0, rows, r => r.ConversationId);
            Set(1, rows, r => r.Seq);
            Set(2, rows, r => r.Kind);
            Set(3, rows, r => r.Author);
            Set(4, rows, r => r.AgentId);
            Set(5, rows, r => r.Session);
            Set(6, rows, r => r.Number);
            Set(7, rows, r => r.Body);
            Set(8, rows, r => r.Detail);
            Set(9, rows, r => r.At);
            if (!_command.IsPrepared)
                await _command.PrepareAsync();
            await _command.ExecuteNonQueryAsync();
        }

        public override void Dispose() => _command.Dispose();

        private void Set<T>(int parameter, IReadOnlyList<EntryRow> rows, Func<EntryRow, T> column)
        {
            var values = new T[rows.Count];
            for (var i = 0; i < values.Length; i++)
                values[i] = column(rows[i]);
            _command.Parameters[parameter].Value = values;
        }
    }

    /// <summary>A prepared insert of one row, run in a loop: in-process, so a call costs less than building a longer statement.</summary>
    public sealed class Sqlite : EntryAppender
    {
        private readonly SqliteCommand _command;
        private readonly SqliteParameter[] _columns;

        public Sqlite(SqliteConnection connection)
        {
            _command = connection.CreateCommand();
            _command.CommandText =
                """
                INSERT INTO entries (conversation_id, seq, kind, author, agent_id, session, number, body, detail, at)
                VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9)
                """;
            _columns = [.. Enumerable.Range(0, 10).Select(i => _command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" }))];
        }

        public override Task Append(IReadOnlyList<EntryRow> rows, DbTransaction? transaction)
        {
            _command.Transaction = (SqliteTransaction?)transaction;
            foreach (var row in rows)
            {
                _columns[0].Value = row.ConversationId;
                _columns[1].Value = row.Seq;
                _columns[2].Value = row.Kind;
                _columns[3].Value = row.Author;
                _columns[4].Value = OrNull(row.AgentId);
                _columns[5].Value = OrNull(row.Session);
                _columns[6].Value = OrNull(row.Number);
                _columns[7].Value = OrNull(row.Body);
                _columns[8].Value = OrNull(row.Detail);
                _columns[9].Value = row.At;
                _command.ExecuteNonQuery();
            }
            return Task.CompletedTask;
        }

        public override void Dispose() => _command.Dispose();

        private static object OrNull<T>(T value) => value is null ? DBNull.Value : value;
    }
}
