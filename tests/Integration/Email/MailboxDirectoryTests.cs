using NUnit.Framework;
using SupportHub.Email.Mailboxes;
using SupportHub.Tests;

namespace SupportHub.Integration.Email;

/// <summary>What happens to a mailbox's connections when the settings of this or another one change.</summary>
public sealed class MailboxDirectoryTests() : MailTest(Engine.Sqlite)
{
    [Test]
    public async Task Another_mailbox_that_changes_leaves_this_one_and_its_connections_alone()
    {
        var before = Mailbox;
        await Mailed("one@customer.example");
        var other = Hub.Get<MailboxDirectory>().Stored(1)! with { SiteId = 2, Address = "help@other.example" };
        await Hub.Get<MailboxSql>().Save(other);
        await Hub.Get<MailboxDirectory>().Refresh();
        await Mailed("two@customer.example");
        Assert.Multiple(() =>
        {
            Assert.That(Hub.Get<MailboxDirectory>().Of(2)!.Address, Is.EqualTo("help@other.example"));
            Assert.That(Mailbox, Is.SameAs(before));
            Assert.That(Smtp.Open, Is.EqualTo(Smtp.Opened), "no connection was ended");
        });
    }

    [Test]
    public async Task Connections_end_with_the_settings_that_they_were_made_with_and_with_the_mailbox()
    {
        await Mailed("one@customer.example");
        await MailWorld.Connect(Hub, Smtp.Port, name: "The shop");
        await NoneOpen();
        await Mailed("two@customer.example");
        Assert.That(Smtp.Open, Is.EqualTo(1));
        await Hub.Get<MailboxDesk>().Remove(1);
        await NoneOpen();
    }

    private OpenMailbox Mailbox => Hub.Get<MailboxDirectory>().Of(1)!;

    private Task NoneOpen() => Eventually.Succeeds(() => Smtp.Open == 0 ? Task.CompletedTask : throw new TimeoutException($"{Smtp.Open} connections are open."));
}
