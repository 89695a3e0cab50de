using System.Net.Sockets;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MailKit.Security;
using SupportHub.Email.Tokens;
using SupportHub.Shared;

namespace SupportHub.Email.Mailboxes;

/// <summary>Signs in at both servers of a mailbox and says in plain words what does not work.</summary>
public sealed class MailboxTrial(MailServers servers)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task<MailboxTest> Try(Mailbox mailbox, MailAccount account, string language, CancellationToken cancel)
    {
        var smtp = Trouble(mailbox.Smtp!, language, cancel, async c =>
        {
            using var client = await servers.Smtp(mailbox.Smtp!, account, c);
            await client.DisconnectAsync(quit: true, c);
        });
        var imap = mailbox.Imap is null ? Task.FromResult<string?>(null) : Trouble(mailbox.Imap, language, cancel, async c =>
        {
            using var client = await servers.Imap(mailbox.Imap, account, c);
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
        TokenFailure { Refused: true } => Mailboxes.Trouble.TokenRefused,
        TokenFailure => Mailboxes.Trouble.NoTokenService,
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
    TokenRefused,
    NoTokenService,
    OtherProtocol,
    Other,
}
