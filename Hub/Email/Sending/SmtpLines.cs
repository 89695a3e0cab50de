using System.Text;
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
    private readonly MailServers _servers;
    private readonly Channel<SmtpClient?> _free = Channel.CreateBounded<SmtpClient?>(AtOnce);
    private volatile bool _ended;

    public SmtpLines(OpenMailbox mailbox, MailServers servers)
    {
        (_mailbox, _servers) = (mailbox, servers);
        for (var i = 0; i < AtOnce; i++)
            _free.Writer.TryWrite(null);
    }

    /// <returns>False, and nothing was tried: the server cannot be told such an address (RFC 6531).</returns>
    public async Task<bool> Send(MimeMessage message, CancellationToken cancel)
    {
        var client = await _free.Reader.ReadAsync(cancel);
        try
        {
            client = await Alive(client, cancel);
            if (message.To.Mailboxes.Any(HasForeignName) && !client.Capabilities.HasFlag(SmtpCapabilities.UTF8))
                return false;
            await client.SendAsync(message, cancel);
            return true;
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
            if (_ended && client is not null)
            {
                await End(client);
                client = null;
            }
            _free.Writer.TryWrite(client);
        }
    }

    /// <summary>Of a domain there is an ASCII form, of what stands before it there is none.</summary>
    private static bool HasForeignName(MailboxAddress address) => !Ascii.IsValid(address.LocalPart);

    /// <summary>Who is sending at this moment ends the own connection afterwards.</summary>
    public async ValueTask DisposeAsync()
    {
        _ended = true;
        for (var i = 0; i < AtOnce && _free.Reader.TryRead(out var client); i++)
        {
            if (client is not null)
                await End(client);
            _free.Writer.TryWrite(null);
        }
    }

    private static async Task End(SmtpClient client)
    {
        using (client)
        {
            try
            {
                if (client.IsConnected)
                    await client.DisconnectAsync(quit: true);
            }
            catch (Exception failure) when (MailServers.IsAway(failure))
            {
                // The server ended it first.
            }
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
            catch (Exception failure) when (MailServers.IsAway(failure) && !cancel.IsCancellationRequested)
            {
                // It was closed meanwhile.
            }
        }
        held?.Dispose();
        return await _servers.Smtp(_mailbox.Smtp, _mailbox.Account, cancel);
    }
}
