using NUnit.Framework;
using SupportHub.Tests;

namespace SupportHub.Integration.Email;

/// <summary>The database goes away while the mailbox is followed.</summary>
public sealed class ImapOutageTests() : ImapTest(Engine.Postgres)
{
    private PostgresServer _postgres = null!;

    [OneTimeTearDown]
    public async Task EndServer() => await _postgres.DisposeAsync();

    [Test]
    public async Task Mails_that_come_while_the_database_is_away_are_fetched_when_it_is_back_each_once()
    {
        await Deliver("one@customer.example");
        await Conversations(1);

        await _postgres.Crash();
        await Deliver("two@customer.example");
        await _postgres.Start();
        await Deliver("three@customer.example");

        await Conversations(3);
        Assert.That(await Count("SELECT COUNT(*) FROM mails"), Is.EqualTo(3));
    }

    protected override async Task<TestDatabase> NewDatabase()
    {
        _postgres = await PostgresServer.Create();
        return await TestDatabase.CreateOn(_postgres);
    }
}
