using System.Data.Common;
using Dapper;
using SupportHub.Tests;

namespace SupportHub.Integration.Callbacks.Faults;

/// <summary>A database that does not take one kind of row, until it is told to.</summary>
internal static class PlantedRefusal
{
    /// <param name="when">Of the row, as <c>NEW</c>.</param>
    public static Task Plant(DbConnection connection, Engine engine, string doing, string table, string when) => connection.ExecuteAsync(engine == Engine.Sqlite
        ? $"CREATE TRIGGER planted BEFORE {doing} ON {table} WHEN {when} BEGIN SELECT RAISE(ABORT, 'planted'); END"
        : $"""
          CREATE FUNCTION planted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''planted''; END';
          CREATE TRIGGER planted BEFORE {doing} ON {table} FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION planted();
          """);

    public static Task Remove(DbConnection connection, Engine engine, string table) =>
        connection.ExecuteAsync(engine == Engine.Sqlite ? "DROP TRIGGER planted" : $"DROP TRIGGER planted ON {table}; DROP FUNCTION planted");
}
