using NUnit.Framework;
using SupportHub.Shared;
using SupportHub.Tests;

namespace SupportHub.Integration.Email;

/// <summary>A hub whose mailbox is fetched from a real IMAP server.</summary>
public abstract class ImapTest(Engine engine) : MailTest(engine)
{
    private DovecotServer? _imap;

    private protected DovecotServer Imap => _imap!;

    protected override async Task Connect()
    {
        _imap = await DovecotServer.Start();
        await MailWorld.Connect(Hub, Smtp.Port, _imap.Server, MailSignIn.Password, DovecotServer.User, DovecotServer.Password);
    }

    protected override async Task Disconnect()
    {
        if (_imap is not null)
            await _imap.DisposeAsync();
    }

    protected Task Deliver(params IEnumerable<string> senders) => Imap.Deliver(senders.Select(s => MailWorld.Mail(s, MailWorld.Address, "Question", $"I am {s}.")));

    protected Task Conversations(int count) =>
        Eventually.Succeeds(async () => Assert.That(await Count("SELECT COUNT(*) FROM conversations"), Is.EqualTo(count)));
}
