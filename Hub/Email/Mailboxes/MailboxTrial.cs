using System.Net.Sockets;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MailKit.Security;
using SupportHub.Shared;

namespace SupportHub.Email.Mailboxes;

/// <summary>Signs in at both servers of a mailbox and says in plain words what does not work.</summary>
public sealed class MailboxTrial
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task<MailboxTest> Try(Mailbox mailbox, string language, CancellationToken cancel)
    {
        var smtp = Trouble(mailbox.Smtp!, language, cancel, async c =>
        {
            using var client = await MailServers.Smtp(mailbox.Smtp!, mailbox.SignIn, mailbox.User, mailbox.Password, c);
            await client.DisconnectAsync(quit: true, c);
        });
        var imap = mailbox.Imap is null ? Task.FromResult<string?>(null) : Trouble(mailbox.Imap, language, cancel, async c =>
        {
            using var client = await MailServers.Imap(mailbox.Imap, mailbox.SignIn, mailbox.User, mailbox.Password, c);
            await client.Inbox.OpenAsync(FolderAccess.ReadOnly, c);
            await client.DisconnectAsync(quit: true, c);
        });
        return new MailboxTest(await smtp, await imap);
    }

    private static async Task<string?> Trouble(MailServer server, string language, CancellationToken cancel, Func<CancellationToken, Task> attempt)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            await attempt(patience.Token);
            return null;
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            return TrialWords.Say(Why(failure), server, failure.Message, language == "fr");
        }
    }

    internal static Trouble Why(Exception failure) => failure switch
    {
        SslHandshakeException => Mailboxes.Trouble.Certificate,
        NotSupportedException => Mailboxes.Trouble.NoTls,
        AuthenticationException or SaslException => Mailboxes.Trouble.SignIn,
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => Mailboxes.Trouble.UnknownHost,
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => Mailboxes.Trouble.NobodyThere,
        SocketException or OperationCanceledException or TimeoutException => Mailboxes.Trouble.NoAnswer,
        SmtpProtocolException or ImapProtocolException or ServiceNotConnectedException => Mailboxes.Trouble.OtherProtocol,
        _ => Mailboxes.Trouble.Other,
    };
}

/// <summary>What can be wrong between this server and a mail server.</summary>
internal enum Trouble
{
    UnknownHost,
    NobodyThere,
    NoAnswer,
    Certificate,
    NoTls,
    SignIn,
    OtherProtocol,
    Other,
}
