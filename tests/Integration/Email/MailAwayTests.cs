using NUnit.Framework;
using SupportHub.Integration.Faults;
using SupportHub.Tests;

namespace SupportHub.Integration.Email;

/// <summary>The database goes away while a mail goes out.</summary>
public sealed class MailAwayTests() : MailTest(Engine.Postgres)
{
    private LosingProxy _proxy = null!;

    [TearDown]
    public async Task EndProxy() => await _proxy.DisposeAsync();

    [Test]
    public async Task A_mail_that_the_server_took_meanwhile_is_not_sent_again()
    {
        await using var claire = await World.Agent(Hub, 1);
        var (id, answers) = await InTheAir(claire);
        var told = Smtp.Told;
        _proxy.Away();
        answers.SetResult();
        await Eventually.Succeeds(() => Smtp.Told > told ? Task.CompletedTask : throw new TimeoutException("The server does not answer."));
        _proxy.Back();

        await Eventually.Succeeds(async () => Assert.That(await Count("SELECT COUNT(*) FROM outbox WHERE state = 0"), Is.Zero));
        Assert.That((await Deliveries(claire, id)).Select(d => d.State), Is.EqualTo(new[] { "sent" }));
        Assert.That(Smtp.Taken.Count(m => m.TextBody!.StartsWith("Two days.", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    protected override async Task<TestDatabase> NewDatabase()
    {
        var database = await TestDatabase.Create(Engine.Postgres);
        _proxy = new LosingProxy(database.Postgres!);
        return database;
    }

    protected override Task<InProcessHub> StartHub() => InProcessHub.Start(Database, Clock, $"--Storage:Postgres={_proxy.ConnectionString}");
}
