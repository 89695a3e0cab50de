using System.Net;
using System.Net.Http.Headers;
using Polly;
using Polly.Retry;

namespace SupportHub.Callbacks.Twilio;

/// <summary>How often, and after which pause, what may be asked twice is asked again.</summary>
internal static class TwilioRetries
{
    private const int Attempts = 3;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(400);

    /// <summary>Nobody is kept waiting longer between two, whatever Twilio would like.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    public static ResiliencePipeline<TwilioLine.Reply> Build(TimeProvider clock) => new ResiliencePipelineBuilder<TwilioLine.Reply> { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions<TwilioLine.Reply>
        {
            ShouldHandle = args => ValueTask.FromResult(MayPass(args.Outcome.Result) && !args.Context.CancellationToken.IsCancellationRequested),
            MaxRetryAttempts = Attempts,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = FirstPause,
            MaxDelay = LongestPause,
            DelayGenerator = args => ValueTask.FromResult(args.Outcome.Result?.RetryAfter is { } wanted ? (TimeSpan?)(wanted < LongestPause ? wanted : LongestPause) : null),
        })
        .Build();

    /// <summary>The header is a number of seconds or an instant (RFC 9110, 10.2.3).</summary>
    public static TimeSpan? Wanted(RetryConditionHeaderValue? header, DateTimeOffset now) =>
        header?.Delta ?? (header?.Date is { } date ? TimeSpan.FromTicks(Math.Max(0, (date - now).Ticks)) : null);

    private static bool MayPass(TwilioLine.Reply? reply) => reply?.Status is null or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError;
}
