using System.Net.Sockets;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MailKit.Security;
using SupportHub.Shared;

namespace SupportHub.Email;

/// <summary>Connects to mail servers the way their settings say.</summary>
public static class MailServers
{
    /// <summary>Of each step, in milliseconds.</summary>
    private const int TimeoutMs = 30_000;

    public static async Task<SmtpClient> Smtp(MailServer server, MailSignIn signIn, string? user, string? password, CancellationToken cancel)
    {
        var client = new SmtpClient { Timeout = TimeoutMs, LocalDomain = "supporthub.invalid" };
        return await Connected(client, server, signIn, user, password, cancel);
    }

    public static async Task<ImapClient> Imap(MailServer server, MailSignIn signIn, string? user, string? password, CancellationToken cancel) =>
        await Connected(new ImapClient { Timeout = TimeoutMs }, server, signIn, user, password, cancel);

    /// <summary>The failure is one of the line, the server or the sign-in, which may pass; not of what was asked over it.</summary>
    public static bool IsAway(Exception failure) =>
        failure is SocketException or IOException or TimeoutException or OperationCanceledException or ProtocolException or ServiceNotConnectedException or ServiceNotAuthenticatedException
            or AuthenticationException or SslHandshakeException or NotSupportedException;

    private static async Task<T> Connected<T>(T client, MailServer server, MailSignIn signIn, string? user, string? password, CancellationToken cancel)
        where T : IMailService
    {
        try
        {
            await client.ConnectAsync(server.Host!, server.Port, Options(server.Security), cancel);
            if (signIn == MailSignIn.Token)
                await client.AuthenticateAsync(new SaslMechanismOAuth2(user!, password!), cancel);
            else if (signIn == MailSignIn.Password)
                await client.AuthenticateAsync(user!, password!, cancel);
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
