using System.Threading.Channels;
using MailKit.Net.Smtp;
using MimeKit;
using SupportHub.Email.Mailboxes;

namespace SupportHub.Email.Sending;

/// <summary>A mailbox's connections to its server: a few, each for one mail at a time, kept while there are mails.</summary>
internal sealed class SmtpLines : IAsyncDisposable
{
    private const int AtOnce = 4;
    private readonly OpenMailbox _mailbox;
    private readonly Channel<SmtpClient?> _free = Channel.CreateBounded<SmtpClient?>(AtOnce);

    public SmtpLines(OpenMailbox mailbox)
    {
        _mailbox = mailbox;
        for (var i = 0; i < AtOnce; i++)
            _free.Writer.TryWrite(null);
    }

    public async Task Send(MimeMessage message, CancellationToken cancel)
    {
        var client = await _free.Reader.ReadAsync(cancel);
        try
        {
            client = await Alive(client, cancel);
            await client.SendAsync(message, cancel);
        }
        catch (SmtpCommandException)
        {
            // The server said no to this mail; the connection is good.
            throw;
        }
        catch
        {
            client?.Dispose();
            client = null;
            throw;
        }
        finally
        {
            _free.Writer.TryWrite(client);
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (_free.Reader.TryRead(out var client))
        {
            if (client is { IsConnected: true })
                await client.DisconnectAsync(quit: true);
            client?.Dispose();
        }
    }

    /// <summary>Servers end connections that are quiet for some minutes: an old one is asked before it is trusted.</summary>
    private async Task<SmtpClient> Alive(SmtpClient? held, CancellationToken cancel)
    {
        if (held is { IsConnected: true })
        {
            try
            {
                await held.NoOpAsync(cancel);
                return held;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // It was closed meanwhile.
            }
        }
        held?.Dispose();
        return await MailServers.Smtp(_mailbox.Smtp, _mailbox.SignIn, _mailbox.User, _mailbox.Password, cancel);
    }
}
