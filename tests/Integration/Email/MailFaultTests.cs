using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using SupportHub.Integration.Realtime;
using SupportHub.Tests;

namespace SupportHub.Integration.Email;

/// <summary>What goes wrong between two mail servers: nothing is lost, and nobody answers for ever.</summary>
[OnBothEngines]
public sealed class MailFaultTests(Engine engine)
{
    private const string Marc = "marc@customer.example";
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.Parse("2026-11-24T10:00:00Z", CultureInfo.InvariantCulture));
    private TestDatabase _database = null!;
    private InProcessHub _hub = null!;
    private ScriptedSmtp _smtp = null!;

    [SetUp]
    public async Task Start()
    {
        _database = await TestDatabase.Create(engine);
        await World.Seed(_database, capacity: 20, "Claire");
        _smtp = ScriptedSmtp.Start();
    }

    [TearDown]
    public async Task End()
    {
        await _hub.DisposeAsync();
        await _smtp.DisposeAsync();
        _database.Dispose();
    }

    [Test]
    public async Task A_server_that_is_away_for_an_hour_loses_nothing_and_gets_each_conversations_mails_in_order()
    {
        _hub = await InProcessHub.Start(_database, _clock);
        await MailWorld.Connect(_hub, _smtp.Port);
        _smtp.GoAway();
        string[] customers = ["one@customer.example", "two@customer.example", "three@customer.example"];
        foreach (var customer in customers)
            await MailWorld.Post(_hub, MailWorld.Mail(customer, MailWorld.Address, "Question", "How long?"));
        await using var claire = await World.Agent(_hub, 1);
        var conversations = (await Ids()).ToList();
        await Elapses(async () => Assert.That(await Count("SELECT COUNT(*) FROM conversations WHERE agent_id = 1"), Is.EqualTo(3)));
        foreach (var conversation in conversations)
            foreach (var number in new[] { 1, 2 })
                await claire.Ask("Send", new { conversation, session = 7, number, body = $"Part {number}", byMail = true });
        for (var minute = 0; minute < 60; minute++)
            await Pass(TimeSpan.FromMinutes(1));
        Assert.That(_smtp.Taken, Is.Empty);
        Assert.That(await Count("SELECT COUNT(*) FROM outbox WHERE state = 0"), Is.EqualTo(9), "an acknowledgement and two answers for each wait to be sent");

        _smtp.ComeBack();
        await Elapses(() => Task.FromResult(_smtp.Taken.Count == 9 ? true : throw new TimeoutException($"{_smtp.Taken.Count} came.")));
        foreach (var customer in customers)
            Assert.That(_smtp.Taken.Where(m => m.To.Mailboxes.Single().Address == customer).Select(m => m.TextBody![..6]), Is.EqualTo(new[] { "Hello,", "Part 1", "Part 2" }));
    }

    [Test]
    public async Task A_customer_of_an_international_domain_is_one_customer_in_both_writings_and_gets_mails_at_the_domains_ascii_form()
    {
        const string Unicode = "zoe@bücher.example";
        _hub = await InProcessHub.Start(_database);
        await MailWorld.Connect(_hub, _smtp.Port);
        await using var customer = await World.Visitor(_hub.Address);
        var id = (await customer.Ask("Start", new { session = 5, body = "Hello" })).GetProperty("id").GetInt64();
        await customer.Ask("WriteByMail", new { conversation = id, email = Unicode });
        var acknowledgement = await Eventually.Gives(() => _smtp.Taken.FirstOrDefault());
        Assert.That(_smtp.Recipients, Is.EqualTo(new[] { "zoe@xn--bcher-kva.example" }), "the server knows no SMTPUTF8");

        foreach (var (writing, text) in new[] { (Unicode, "From one writing"), ("zoe@xn--bcher-kva.example", "From the other") })
        {
            await MailWorld.Post(_hub, MailWorld.Answer(acknowledgement, writing, text));
            await customer.Next("Entries", p => ChatTests.Bodies(p).Contains(text));
        }
        Assert.That(await Count("SELECT COUNT(*) FROM conversations"), Is.EqualTo(1));
        foreach (var writing in new[] { Unicode, "Zoe@XN--bcher-kva.example" })
            await MailWorld.Post(_hub, MailWorld.Mail(writing, MailWorld.Address, writing, $"New, from {writing}"));
        Assert.That(await Count("SELECT COUNT(*) FROM visitors WHERE mail_address IS NOT NULL"), Is.EqualTo(1));
    }

    [Test]
    public async Task Two_hubs_that_face_each_other_stop_after_one_mail_each()
    {
        _hub = await InProcessHub.Start(_database);
        await MailWorld.Connect(_hub, _smtp.Port);
        using var theirs = await TestDatabase.Create(engine);
        await World.Seed(theirs, capacity: 20, "Helene");
        await using var other = await InProcessHub.Start(theirs);
        await using var otherSmtp = ScriptedSmtp.Start();
        await MailWorld.Connect(other, otherSmtp.Port, address: "help@other.example");

        // Their agent, or anybody in their name, writes to us; whatever each side sends is brought to the other, until both are quiet.
        await MailWorld.Post(_hub, MailWorld.Mail("help@other.example", MailWorld.Address, "Hello", "Do you sell shoes?"));
        var ours = await _smtp.To("help@other.example");
        await MailWorld.Post(other, ours);
        await using (var connection = await other.Get<Storage.Database>().Open())
        {
            Assert.That(await Dapper.SqlMapper.QueryFirstAsync<long>(connection, "SELECT COUNT(*) FROM mails WHERE state = 2"), Is.EqualTo(1), "taken as a machine's");
            Assert.That(await Dapper.SqlMapper.QueryFirstAsync<long>(connection, "SELECT COUNT(*) FROM outbox"), Is.Zero);
        }
        Assert.That(_smtp.Taken, Has.Count.EqualTo(1));
    }

    private async Task<IEnumerable<long>> Ids()
    {
        await using var connection = await _hub.Get<Storage.Database>().Open();
        return await Dapper.SqlMapper.QueryAsync<long>(connection, "SELECT id FROM conversations ORDER BY id");
    }

    private async Task<long> Count(string sql)
    {
        await using var connection = await _hub.Get<Storage.Database>().Open();
        return await Dapper.SqlMapper.QueryFirstAsync<long>(connection, sql);
    }

    /// <summary>Turns the clock until it is so.</summary>
    private Task Elapses(Func<Task> attempt) => Eventually.Succeeds(
        async () =>
        {
            _clock.Advance(TimeSpan.FromSeconds(20));
            await attempt();
        },
        TimeSpan.FromSeconds(60));

    /// <summary>So much time, and what is due by then tried.</summary>
    private async Task Pass(TimeSpan time)
    {
        _clock.Advance(time);
        await Eventually.Succeeds(async () => Assert.That(
            await Count($"SELECT COUNT(*) FROM outbox o WHERE state = 0 AND due_at <= {_clock.GetUtcNow().ToUnixTimeMilliseconds()} AND claimed_until = 0 AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.conversation_id = o.conversation_id AND e.state = 0 AND e.seq < o.seq)"), Is.Zero));
    }
}
