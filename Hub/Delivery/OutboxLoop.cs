using System.Data.Common;
using System.Security.Cryptography;
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

    /// <summary>A server that is known to be away is asked again after so long.</summary>
    private const long AwayMs = 10_000;

    private const int AtOnce = 16;

    /// <summary>A hub that is stopped hears out what the other server answers, and does not send again what was taken.</summary>
    private static readonly TimeSpan HeardOut = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Something was written to it.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = Rounds.Every(Look, clock);
        _ = WakeAt(rounds, stoppingToken);
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

    private async Task WakeAt(Rounds rounds, CancellationToken cancel)
    {
        while (await rounds.Next(cancel))
            Wake();
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> Work(CancellationToken cancel)
    {
        var due = await outbox.Due(clock.NowMs(), AtOnce, cancel);
        var done = await Task.WhenAll(due.Select(post => Work(post, cancel)));
        return done.Any(d => d);
    }

    private async Task<bool> Work(PostRow due, CancellationToken cancel)
    {
        var nowMs = clock.NowMs();
        if (posts.FirstOrDefault(p => p.Does(due.Kind)) is not { } doer || await outbox.Claim(due, nowMs, nowMs + ClaimMs) is not { } post)
            return false;
        using var cut = new CancellationTokenSource();
        await using var stopped = cancel.Register(() => cut.CancelAfter(HeardOut));
        var result = await doer.Deliver(post, cut.Token);
        if (result.Uncounted)
            await outbox.Later(post, clock.NowMs() + AwayMs);
        else
            await Settle(post, result);
        return true;
    }

    /// <summary>One transaction with what the timeline tells: who dies before it does it again, and who dies after it has told it once.</summary>
    private async Task Settle(PostRow post, PostResult result)
    {
        var chance = RandomNumberGenerator.GetInt32(1000) / 1000.0;
        var next = result.State == DeliveryState.Deferred ? RetryRules.Next(post.Attempts + 1, post.CreatedAt, clock.NowMs(), chance) : null;
        var state = result.State == DeliveryState.Deferred && next is null ? DeliveryState.Refused : result.State;
        var settled = new Effect.Settle(post.ConversationId, post.Seq, post.Kind, state, next);
        if (result.Silent || !await Tell(post, settled, result.Words))
            await outbox.Settle(settled);
    }

    private async Task<bool> Tell(PostRow post, Effect.Settle settled, string? words)
    {
        var outcome = await journal.Submit(settled.ConversationId, new Command.Delivered(post.Seqs, settled.State, words, settled));
        if (outcome.Refusal is { } refusal)
            Log.NotTold(log, settled.ConversationId, settled.Seq, refusal.Code);
        return outcome.Refusal is null;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox could not be read ({Failure}); tried again in a moment")]
        public static partial void Failed(ILogger logger, string failure);

        [LoggerMessage(Level = LogLevel.Warning, Message = "What became of entry {Seq} of conversation {Conversation} could not be put on its timeline ({Code})")]
        public static partial void NotTold(ILogger logger, long conversation, int seq, RefusalCode code);
    }
}
