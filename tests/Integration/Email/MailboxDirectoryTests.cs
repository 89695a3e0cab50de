using NUnit.Framework;
using SupportHub.Email.Mailboxes;
using SupportHub.Tests;

namespace SupportHub.Integration.Email;

/// <summary>What happens to a mailbox's connections when the settings of this or another one change.</summary>
public sealed class MailboxDirectoryTests
{
    private TestDatabase _database = null!;
    private InProcessHub _hub = null!;
    private ScriptedSmtp _smtp = null!;

    [SetUp]
    public async Task Start()
    {
        _database = await TestDatabase.Create(Engine.Sqlite);
        await World.Seed(_database, capacity: 2, "Claire");
        _hub = await InProcessHub.Start(_database);
        _smtp = ScriptedSmtp.Start();
        await MailWorld.Connect(_hub, _smtp.Port);
    }

    [TearDown]
    public async Task End()
    {
        await _hub.DisposeAsync();
        await _smtp.DisposeAsync();
        _database.Dispose();
    }

    [Test]
    public async Task Another_mailbox_that_changes_leaves_this_one_and_its_connections_alone()
    {
        var before = Mailbox;
        await Mailed("one@customer.example");
        var other = _hub.Get<MailboxDirectory>().Stored(1)! with { SiteId = 2, Address = "help@other.example" };
        await _hub.Get<MailboxSql>().Save(other);
        await _hub.Get<MailboxDirectory>().Refresh();
        await Mailed("two@customer.example");
        Assert.Multiple(() =>
        {
            Assert.That(_hub.Get<MailboxDirectory>().Of(2)!.Address, Is.EqualTo("help@other.example"));
            Assert.That(Mailbox, Is.SameAs(before));
            Assert.That(_smtp.Open, Is.EqualTo(_smtp.Opened), "no connection was ended");
        });
    }

    [Test]
    public async Task Connections_end_with_the_settings_that_they_were_made_with_and_with_the_mailbox()
    {
        await Mailed("one@customer.example");
        await MailWorld.Connect(_hub, _smtp.Port, name: "The shop");
        await NoneOpen();
        await Mailed("two@customer.example");
        Assert.That(_smtp.Open, Is.EqualTo(1));
        await _hub.Get<MailboxDesk>().Remove(1);
        await NoneOpen();
    }

    private OpenMailbox Mailbox => _hub.Get<MailboxDirectory>().Of(1)!;

    private Task NoneOpen() => Eventually.Succeeds(() => _smtp.Open == 0 ? Task.CompletedTask : throw new TimeoutException($"{_smtp.Open} connections are open."));

    private async Task Mailed(string address)
    {
        await MailWorld.Post(_hub, MailWorld.Mail(address, MailWorld.Address, "Question", "How long?"));
        await _smtp.To(address);
    }
}
