using Microsoft.Extensions.Options;
using NUnit.Framework;
using SupportHub.Storage;
using SupportHub.Tests;

namespace SupportHub.Integration.Faults;

/// <summary>What one node does for all of them goes on when the database was away.</summary>
public sealed class LeaseTests
{
    [Test]
    public async Task A_lease_is_lost_with_its_database_given_back_without_a_failure_and_had_again()
    {
        await using var server = await PostgresServer.Create();
        using var folder = new TempFolder("lease");
        var database = new Database(Options.Create(new StorageOptions { Postgres = await server.CreateDatabase(), Folder = folder.FullName }));
        var noticed = await database.Dialect.TryLease("noticed", CancellationToken.None);
        var unnoticed = await database.Dialect.TryLease("unnoticed", CancellationToken.None);
        var lost = new TaskCompletionSource();
        await using var _ = noticed!.Lost.Register(lost.SetResult);

        await server.Crash();
        await unnoticed!.DisposeAsync();
        await lost.Task.WaitAsync(LongEnough.Usually);
        await noticed.DisposeAsync();
        Assert.That(async () => await database.Dialect.TryLease("noticed", CancellationToken.None), Throws.InstanceOf<System.Data.Common.DbException>());

        await server.Start();
        foreach (var name in new[] { "noticed", "unnoticed" })
        {
            await using var again = await database.Dialect.TryLease(name, CancellationToken.None);
            Assert.That(again, Is.Not.Null);
        }
    }
}
