using System.Net.Sockets;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MailKit.Security;
using SupportHub.Email.Tokens;
using SupportHub.Shared;

namespace SupportHub.Email;

/// <summary>Connects to mail servers the way their settings say.</summary>
public sealed class MailServers(AccessTokens tokens)
{
    /// <summary>Of each step, in milliseconds.</summary>
    private const int TimeoutMs = 30_000;

    public Task<SmtpClient> Smtp(MailServer server, MailAccount account, CancellationToken cancel) =>
        SignedIn(() => new SmtpClient { Timeout = TimeoutMs, LocalDomain = "supporthub.invalid" }, server, account, cancel);

    public Task<ImapClient> Imap(MailServer server, MailAccount account, CancellationToken cancel) =>
        SignedIn(() => new ImapClient { Timeout = TimeoutMs }, server, account, cancel);

    /// <summary>The failure is one of the line, the server or the sign-in, which may pass; not of what was asked over it.</summary>
    public static bool IsAway(Exception failure) =>
        failure is SocketException or IOException or TimeoutException or OperationCanceledException or ProtocolException or ServiceNotConnectedException or ServiceNotAuthenticatedException
            or AuthenticationException or SslHandshakeException or NotSupportedException;

    private async Task<T> SignedIn<T>(Func<T> client, MailServer server, MailAccount account, CancellationToken cancel)
        where T : IMailService
    {
        if (!account.NeedsToken)
            return await Connected(client(), server, account, account.Password, cancel);
        var token = await tokens.Get(account, cancel);
        try
        {
            return await Connected(client(), server, account, token, cancel);
        }
        catch (AuthenticationException)
        {
            // It ended early, or was taken back: once more with a new one.
            tokens.Forget(account, token);
            return await Connected(client(), server, account, await tokens.Get(account, cancel), cancel);
        }
    }

    private static async Task<T> Connected<T>(T client, MailServer server, MailAccount account, string? secret, CancellationToken cancel)
        where T : IMailService
    {
        try
        {
            await client.ConnectAsync(server.Host!, server.Port, Options(server.Security), cancel);
            if (account.SignIn == MailSignIn.Token)
                await client.AuthenticateAsync(new SaslMechanismOAuth2(account.User!, secret!), cancel);
            else if (account.SignIn == MailSignIn.Password)
                await client.AuthenticateAsync(account.User!, secret!, cancel);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private static SecureSocketOptions Options(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.None => SecureSocketOptions.None,
        _ => throw new ArgumentOutOfRangeException(nameof(security), security, "Not a way to connect."),
    };
}
