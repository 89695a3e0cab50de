using System.Security.Cryptography;
using System.Threading.Channels;
using SupportHub.Conversations;
using SupportHub.Shared;
using SupportHub.Storage;

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
        _ = Rounds.Call(Wake, Look, clock, stoppingToken);
        await foreach (var _ in _wake.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                while (await Work(stoppingToken))
                {
                }
            }
            catch (Exception failure) when (Database.Failed(failure))
            {
                Log.Failed(log, failure.GetType().Name);
            }
        }
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
        var result = await Deliver(doer, post, cancel);
        // What was sent is not sent again because it could not be written down at once.
        for (var again = false; !await Settle(post, result, again) && clock.NowMs() - nowMs < ClaimMs - AwayMs; again = true)
            await Task.Delay(Look, clock, cancel);
        return true;
    }

    /// <summary>What was cut off is anybody's again at once. A mistake of ours is not: it would be made again.</summary>
    private async Task<PostResult> Deliver(IPost doer, PostRow post, CancellationToken cancel)
    {
        using var cut = new CancellationTokenSource();
        await using var stopped = cancel.Register(() => cut.CancelAfter(HeardOut));
        try
        {
            return await doer.Deliver(post, cut.Token);
        }
        catch (Exception cutOff) when (cutOff is OperationCanceledException || Database.Failed(cutOff))
        {
            try
            {
                await outbox.Later(post, clock.NowMs());
            }
            catch (Exception failure) when (Database.Failed(failure))
            {
                // The claim ends by itself.
            }
            throw;
        }
    }

    /// <returns>False where the database could not take it now.</returns>
    private async Task<bool> Settle(PostRow post, PostResult result, bool again)
    {
        try
        {
            // It may have been written down, and the answer that said so was lost.
            if (again && !await outbox.IsOpen(post))
                return true;
            if (!result.Uncounted)
                return await Tell(post, result);
            await outbox.Later(post, clock.NowMs() + AwayMs);
            return true;
        }
        catch (Exception failure) when (Database.Failed(failure))
        {
            Log.NotSettled(log, post.ConversationId, post.Seq, failure.GetType().Name);
            return false;
        }
    }

    /// <summary>One transaction with what the timeline tells: who dies before it does it again, and who dies after it has told it once.</summary>
    /// <returns>False where the journal could not take it now.</returns>
    private async Task<bool> Tell(PostRow post, PostResult result)
    {
        var chance = RandomNumberGenerator.GetInt32(1000) / 1000.0;
        var next = result.State == DeliveryState.Deferred ? RetryRules.Next(post.Attempts + 1, post.CreatedAt, clock.NowMs(), chance) : null;
        var state = result.State == DeliveryState.Deferred && next is null ? DeliveryState.Refused : result.State;
        var settled = new Effect.Settle(post.ConversationId, post.Seq, post.Kind, state, next);
        if (!result.Silent)
        {
            var outcome = await journal.Submit(post.ConversationId, new Command.Delivered(post.Seqs, state, result.Words, settled));
            if (outcome.Refusal is not { } refusal)
                return true;
            if (refusal.Code == RefusalCode.Busy)
                return false;
            Log.NotTold(log, post.ConversationId, post.Seq, refusal.Code);
        }
        await outbox.Settle(settled);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox could not be read ({Failure}); tried again in a moment")]
        public static partial void Failed(ILogger logger, string failure);

        [LoggerMessage(Level = LogLevel.Warning, Message = "What became of entry {Seq} of conversation {Conversation} could not be written down ({Failure}); tried again in a moment")]
        public static partial void NotSettled(ILogger logger, long conversation, int seq, string failure);

        [LoggerMessage(Level = LogLevel.Warning, Message = "What became of entry {Seq} of conversation {Conversation} could not be put on its timeline ({Code})")]
        public static partial void NotTold(ILogger logger, long conversation, int seq, RefusalCode code);
    }
}
