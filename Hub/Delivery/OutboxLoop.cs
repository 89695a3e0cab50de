using System.Data.Common;
using System.Threading.Channels;
using SupportHub.Conversations;
using SupportHub.Shared;

namespace SupportHub.Delivery;

/// <summary>
/// Works through the outbox, on every node: claims what is due, has it done, and puts on the timeline what came of it. A process that dies in between
/// leaves a claim that ends, and the work is done again.
/// </summary>
public sealed partial class OutboxLoop(OutboxSql outbox, IEnumerable<IPost> posts, Journal journal, TimeProvider clock, ILogger<OutboxLoop> log) : BackgroundService
{
    /// <summary>Longer than any delivery may take.</summary>
    private const long ClaimMs = 3 * 60_000;

    private const int AtOnce = 16;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Something was written to it.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var look = new PeriodicTimer(Look, clock);
        _ = WakeAt(look, stoppingToken);
        await foreach (var _ in _wake.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                while (await Work(stoppingToken))
                {
                }
            }
            catch (Exception failure) when (failure is DbException or TimeoutException or IOException)
            {
                Log.Failed(log, failure.GetType().Name);
            }
        }
    }

    private async Task WakeAt(PeriodicTimer look, CancellationToken cancel)
    {
        while (await look.WaitForNextTickAsync(cancel))
            Wake();
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> Work(CancellationToken cancel)
    {
        var due = await outbox.Due(clock.NowMs(), AtOnce, cancel);
        var done = await Task.WhenAll(due.Select(post => Work(post, cancel)));
        return done.Any(d => d);
    }

    private async Task<bool> Work(PostRow post, CancellationToken cancel)
    {
        var nowMs = clock.NowMs();
        if (posts.FirstOrDefault(p => p.Does(post.Kind)) is not { } doer || !await outbox.Claim(post, nowMs, nowMs + ClaimMs))
            return false;
        var result = await doer.Deliver(post, cancel);
        var next = result.State == DeliveryState.Deferred
            ? result.Uncounted ? nowMs + (long)Look.TotalMilliseconds * 5 : RetryRules.Next(post.Attempts + 1, post.CreatedAt, clock.NowMs(), System.Security.Cryptography.RandomNumberGenerator.GetInt32(1000) / 1000.0)
            : null;
        var state = result.State == DeliveryState.Deferred && next is null ? DeliveryState.Refused : result.State;
        // The timeline first: who dies in between does it again, and says it again.
        if (!result.Silent && !result.Uncounted)
            await Tell(post, state, result.Words);
        await (state switch
        {
            DeliveryState.Deferred => outbox.Later(post, next!.Value, counted: !result.Uncounted),
            DeliveryState.Refused => outbox.GiveUp(post),
            _ => outbox.Done(post),
        });
        return true;
    }

    private async Task Tell(PostRow post, DeliveryState state, string? words)
    {
        var outcome = await journal.Submit(post.ConversationId, new Command.Delivered(post.Seq, state, words));
        if (outcome.Refusal is { } refusal)
            Log.NotTold(log, post.ConversationId, post.Seq, refusal.Code);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox could not be read ({Failure}); tried again in a moment")]
        public static partial void Failed(ILogger logger, string failure);

        [LoggerMessage(Level = LogLevel.Warning, Message = "What became of entry {Seq} of conversation {Conversation} could not be put on its timeline ({Code})")]
        public static partial void NotTold(ILogger logger, long conversation, int seq, RefusalCode code);
    }
}
