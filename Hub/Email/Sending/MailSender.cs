using System.Collections.Concurrent;
using MailKit.Net.Smtp;
using MimeKit;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using SupportHub.Delivery;
using SupportHub.Email.Mailboxes;
using SupportHub.Shared;

namespace SupportHub.Email.Sending;

/// <summary>
/// Gives mails to the mailbox's own server. One that does not answer is left alone for a moment, so that it is not asked for each mail in turn. Connections
/// end with the mailbox, or with the settings that they were made with.
/// </summary>
public sealed class MailSender : IAsyncDisposable
{
    private static readonly TimeSpan OneMail = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);
    private readonly ConcurrentDictionary<(string Host, int Port), ResiliencePipeline> _pipelines = new();
    private readonly ConcurrentDictionary<OpenMailbox, SmtpLines> _lines = new();
    private readonly MailboxDirectory _mailboxes;
    private readonly MailServers _servers;

    public MailSender(MailboxDirectory mailboxes, MailServers servers)
    {
        (_mailboxes, _servers) = (mailboxes, servers);
        mailboxes.Changed += EndGone;
    }

    /// <param name="language">Of the agent who reads what we have to say ourselves.</param>
    public async Task<PostResult> Send(OpenMailbox mailbox, MimeMessage message, string language, CancellationToken cancel)
    {
        var pipeline = _pipelines.GetOrAdd((mailbox.Smtp.Host!, mailbox.Smtp.Port), _ => Pipeline());
        try
        {
            return await pipeline.ExecuteAsync(async c => await Line(mailbox).Send(message, c), cancel)
                ? new PostResult(DeliveryState.Sent)
                : new PostResult(DeliveryState.Refused, MailWords.ForeignName(language));
        }
        catch (BrokenCircuitException)
        {
            return new PostResult(DeliveryState.Deferred, Uncounted: true);
        }
        catch (SmtpCommandException refused) when ((int)refused.StatusCode >= 500)
        {
            return new PostResult(DeliveryState.Refused, Said(refused));
        }
        catch (SmtpCommandException later)
        {
            return new PostResult(DeliveryState.Deferred, Said(later));
        }
        catch (Exception failure) when (IsAway(failure) && !cancel.IsCancellationRequested)
        {
            return new PostResult(DeliveryState.Deferred, failure is TimeoutRejectedException ? null : failure.Message);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _mailboxes.Changed -= EndGone;
        await Task.WhenAll(_lines.Keys.Select(End));
    }

    private void EndGone()
    {
        foreach (var gone in _lines.Keys.Except(_mailboxes.All).ToList())
            _ = End(gone);
    }

    private async Task End(OpenMailbox mailbox)
    {
        if (_lines.TryRemove(mailbox, out var lines))
            await lines.DisposeAsync();
    }

    private SmtpLines Line(OpenMailbox mailbox) => _lines.GetOrAdd(mailbox, m => new SmtpLines(m, _servers));

    private static string Said(SmtpCommandException refused) => $"{(int)refused.StatusCode} {refused.Message}";

    private static bool IsAway(Exception failure) => failure is TimeoutRejectedException || MailServers.IsAway(failure);

    private static ResiliencePipeline Pipeline() => new ResiliencePipelineBuilder()
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<Exception>(IsAway),
            FailureRatio = 0.9,
            MinimumThroughput = 5,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = Rest,
        })
        .AddTimeout(OneMail)
        .Build();
}
