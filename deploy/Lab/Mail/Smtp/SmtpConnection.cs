using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using SupportHub.Lab.Mail.Mailboxes;

namespace SupportHub.Lab.Mail.Smtp;

/// <summary>One client, from the greeting to the end. Replies are sent when nothing more has come: a client may send several commands at once.</summary>
public sealed class SmtpConnection(MailFolders folders, TimeProvider time) : ConnectionHandler
{
    /// <summary>RFC 5321, section 4.5.3.2.7.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(5);

    public override async Task OnConnectedAsync(ConnectionContext connection)
    {
        var stopping = connection.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested ?? default;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(connection.ConnectionClosed, stopping);
        var wire = new SmtpWire(connection.Transport, LongestSilence, time, over.Token);
        try
        {
            await Talk(wire);
        }
        catch (OperationCanceledException)
        {
            wire.Say(stopping.IsCancellationRequested ? SmtpRules.Closing : SmtpRules.TooSlow);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            // The client went away, and reads this no more; or the disk is full, and what follows in the connection is half a mail, not commands.
            wire.Say(SmtpRules.Broken);
        }
    }

    private async Task Talk(SmtpWire wire)
    {
        wire.Say(SmtpRules.Greeting);
        var state = SmtpState.Fresh;
        while (state.Next != SmtpNext.Close && await wire.Line() is var (line, ended) && !ended)
        {
            (state, var reply) = SmtpRules.Take(state, line);
            wire.Say(reply);
            if (state is { Next: SmtpNext.Mail, Envelope: { } envelope })
            {
                wire.Say(await Mail(wire, envelope));
                state = SmtpRules.AfterMail(state);
            }
        }
    }

    /// <returns>250 only when every copy is on the disk: from then on the mail is ours.</returns>
    private async Task<SmtpReply> Mail(SmtpWire wire, Envelope envelope)
    {
        await using var content = folders.Incoming();
        var lines = await wire.Mail(content);
        if (lines.Refusal is { } refusal)
            return refusal;
        await folders.Receive(envelope, content);
        return SmtpRules.Kept;
    }
}
