using NUnit.Framework;
using SupportHub.Tests;

namespace SupportHub.Integration.Email;

/// <summary>A mail server that is away for a long time.</summary>
[OnBothEngines]
public sealed class MailOutageTests(Engine engine) : ClockedMailTest(engine)
{
    [Test]
    public async Task A_server_that_is_away_for_an_hour_loses_nothing_and_gets_each_conversations_mails_in_order()
    {
        Smtp.GoAway();
        string[] customers = ["one@customer.example", "two@customer.example", "three@customer.example"];
        foreach (var customer in customers)
            await MailWorld.Post(Hub, MailWorld.Mail(customer, MailWorld.Address, "Question", "How long?"));
        await using var claire = await World.Agent(Hub, 1);
        var conversations = (await Ids()).ToList();
        await Elapses(async () => Assert.That(await Count("SELECT COUNT(*) FROM conversations WHERE agent_id = 1"), Is.EqualTo(3)));
        foreach (var number in new[] { 1, 2 })
        {
            foreach (var conversation in conversations)
                await claire.Ask("Send", new { conversation, session = 7, number, body = $"Part {number}", byMail = true });
            // Later than what still goes into the same mail.
            Time.Advance(TimeSpan.FromSeconds(10));
        }
        for (var minute = 0; minute < 60; minute++)
            await Pass(TimeSpan.FromMinutes(1));
        Assert.That(Smtp.Taken, Is.Empty);
        Assert.That(await Count("SELECT COUNT(*) FROM outbox WHERE state = 0"), Is.EqualTo(9), "an acknowledgement and two answers for each wait to be sent");

        Smtp.ComeBack();
        await Elapses(() => Task.FromResult(Smtp.Taken.Count == 9 ? true : throw new TimeoutException($"{Smtp.Taken.Count} came.")));
        foreach (var customer in customers)
            Assert.That(Smtp.Taken.Where(m => m.To.Mailboxes.Single().Address == customer).Select(m => m.TextBody![..6]), Is.EqualTo(new[] { "Hello,", "Part 1", "Part 2" }));
    }

    private async Task<IEnumerable<long>> Ids()
    {
        await using var connection = await Hub.Get<Storage.Database>().Open();
        return await Dapper.SqlMapper.QueryAsync<long>(connection, "SELECT id FROM conversations ORDER BY id");
    }

    /// <summary>So much time, and what is due by then tried.</summary>
    private async Task Pass(TimeSpan time)
    {
        Time.Advance(time);
        await Eventually.Succeeds(async () => Assert.That(
            await Count($"SELECT COUNT(*) FROM outbox o WHERE state = 0 AND due_at <= {Time.GetUtcNow().ToUnixTimeMilliseconds()} AND claimed_until = 0 AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.conversation_id = o.conversation_id AND e.state = 0 AND e.seq < o.seq)"), Is.Zero));
    }
}
