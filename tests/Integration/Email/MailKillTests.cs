using NUnit.Framework;
using NUnit.Framework.Interfaces;
using SupportHub.Delivery;
using SupportHub.Tests;

namespace SupportHub.Integration.Email;

/// <summary>The hub dies while a mail goes out, as a machine without power dies.</summary>
[OnBothEngines]
public sealed class MailKillTests(Engine engine) : MailTest(engine)
{
    private HubProcess? _killed;

    [TearDown]
    public async Task EndKilled()
    {
        if (_killed is not { } hub)
            return;
        if (TestContext.CurrentContext.Result.Outcome.Status == TestStatus.Failed)
        {
            var rows = await Rows<string>("SELECT 'kind ' || kind || ', state ' || state || ', due ' || due_at || ', claimed until ' || claimed_until || ', attempts ' || attempts FROM outbox ORDER BY seq");
            await TestContext.Out.WriteLineAsync($"at {TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()}: {string.Join("; ", rows)}\n{hub.Log}");
        }
        await hub.DisposeAsync();
        _killed = null;
    }

    [Test]
    public async Task Killed_between_the_servers_250_and_its_own_commit_it_sends_the_same_mail_again_and_shows_it_once()
    {
        await using var before = await World.Agent(Hub, 1);
        await Mailed(Marc);
        var id = (await before.Next("Summary", s => Text(s, "status") == "assigned")).GetProperty("id").GetInt64();
        var cookie = World.Cookie(Hub, 1);
        // The confirmation is not what is in the air later.
        await Eventually.Succeeds(async () => Assert.That(await Count("SELECT COUNT(*) FROM outbox WHERE state = 0"), Is.Zero));
        await Hub.DisposeAsync();

        var hub = _killed = await HubProcess.Start(Database.Arguments);
        var (taken, answers) = Holds();
        var told = Smtp.Told;
        int seq;
        await using (var claire = await World.Agent(hub.Address, cookie))
        {
            seq = (await claire.Ask("Send", new { conversation = id, session = 7, number = 1, body = "Two days.", byMail = true })).GetProperty("seq").GetInt32();
            await taken.Task.WaitAsync(LongEnough.Usually);
            // Frozen, it cannot hear the 250 that is said now.
            await hub.Signal("STOP");
            answers.SetResult();
            await Eventually.Succeeds(() => Smtp.Told > told ? Task.CompletedTask : throw new TimeoutException("The server does not answer."));
            await hub.Kill();
        }
        Assert.That(await Count("SELECT COUNT(*) FROM outbox WHERE state = 0"), Is.EqualTo(1));
        Assert.That(await Count("SELECT COUNT(*) FROM entries WHERE kind = 0"), Is.EqualTo(2), "the question and the answer");

        // Three minutes pass: the claim of the dead one ends.
        await Run("UPDATE outbox SET claimed_until = 0");
        await hub.Start();
        await Eventually.Succeeds(async () => Assert.That(await Count("SELECT COUNT(*) FROM outbox WHERE state = 0"), Is.Zero));
        var mails = Smtp.Taken.Where(m => m.TextBody!.StartsWith("Two days.", StringComparison.Ordinal)).ToList();
        Assert.That(mails, Has.Count.EqualTo(2));
        Assert.That(mails[1].MessageId, Is.EqualTo(mails[0].MessageId), "mail programs show it once");
        await using var after = await World.Agent(hub.Address, cookie);
        await after.Ask("Open", id);
        Assert.That(await Deliveries(after, id), Is.EqualTo(new[] { (seq, "sent") }));
        Assert.That(Entries(await after.Ask("After", id, 0)).Count(e => Text(e, "body") == "Two days."), Is.EqualTo(1));
    }

    [Test]
    public async Task Stopped_while_the_server_takes_a_mail_it_hears_the_answer_out_and_does_not_send_it_again()
    {
        await using var claire = await World.Agent(Hub, 1);
        var (_, answers) = await InTheAir(claire);
        var stops = Hub.Get<OutboxLoop>().StopAsync(CancellationToken.None);
        answers.SetResult();
        await stops;
        Assert.That(await Count("SELECT COUNT(*) FROM outbox WHERE state = 0"), Is.Zero);
        Assert.That(await Count("SELECT COUNT(*) FROM entries WHERE detail LIKE '%\"delivery\"%\"sent\"%'"), Is.EqualTo(1));
    }
}
