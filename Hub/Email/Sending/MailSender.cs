using System.Collections.Concurrent;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using SupportHub.Delivery;
using SupportHub.Email.Mailboxes;
using SupportHub.Shared;

namespace SupportHub.Email.Sending;

/// <summary>Gives mails to the mailbox's own server. One that does not answer is left alone for a moment, so that it is not asked for each mail in turn.</summary>
public sealed class MailSender : IAsyncDisposable
{
    private static readonly TimeSpan OneMail = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);
    private readonly ConcurrentDictionary<(string Host, int Port), ResiliencePipeline> _pipelines = new();
    private readonly ConcurrentDictionary<OpenMailbox, SmtpLines> _lines = new();

    public async Task<PostResult> Send(OpenMailbox mailbox, MimeMessage message, CancellationToken cancel)
    {
        var pipeline = _pipelines.GetOrAdd((mailbox.Smtp.Host!, mailbox.Smtp.Port), _ => Pipeline());
        try
        {
            await pipeline.ExecuteAsync(async c => await Line(mailbox).Send(message, c), cancel);
            return new PostResult(DeliveryState.Sent);
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
        foreach (var lines in _lines.Values)
            await lines.DisposeAsync();
    }

    private SmtpLines Line(OpenMailbox mailbox) => _lines.GetOrAdd(mailbox, m => new SmtpLines(m));

    private static string Said(SmtpCommandException refused) => $"{(int)refused.StatusCode} {refused.Message}";

    private static bool IsAway(Exception failure) =>
        failure is SocketException or IOException or ProtocolException or ServiceNotConnectedException or ServiceNotAuthenticatedException or AuthenticationException
            or SslHandshakeException or TimeoutRejectedException or OperationCanceledException or NotSupportedException;

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
