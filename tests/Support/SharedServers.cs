using Dapper;
using NUnit.Framework;

namespace SupportHub.Tests;

/// <summary>Ends what the whole test run shares. Each test assembly has a <c>[SetUpFixture]</c> that derives from it, outside any namespace.</summary>
public abstract class SharedServers
{
    [OneTimeSetUp]
    public void Begin()
    {
        Standstills.Watch();
        SqlMapper.ConnectionStringComparer = new ByEngine();
    }

    [OneTimeTearDown]
    public async Task End()
    {
        await TestDatabase.EndShared();
        await PostgresServer.EndShared();
        Standstills.End();
        foreach (var standstill in Standstills.All)
            await TestContext.Progress.WriteLineAsync(standstill);
    }

    /// <summary>Dapper compiles how a query is read once for each connection string; the databases of all tests have the same tables.</summary>
    private sealed class ByEngine : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => IsPostgres(x) == IsPostgres(y);

        public int GetHashCode(string obj) => IsPostgres(obj) ? 1 : 0;

        private static bool IsPostgres(string? connection) => connection?.StartsWith("Host=", StringComparison.Ordinal) ?? false;
    }
}
