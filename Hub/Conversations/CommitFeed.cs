using System.Threading.Channels;

namespace SupportHub.Conversations;

/// <summary>
/// Carries what was committed to whoever tells people: one batch after the other, in the order of the commits. What was added to a
/// conversation is told before those who added it are answered, so that their answer finds it told, and leaves with it in one packet.
/// Listeners must be quick; a feed that is full makes the journal wait, so nothing grows.
/// </summary>
public sealed partial class CommitFeed(TimeProvider clock, ILogger<CommitFeed> log) : BackgroundService
{
    /// <summary>A larger batch goes to another thread, so that the next one is committed meanwhile.</summary>
    private const int Few = 8;

    // While nothing waits, who commits carries a small batch on: waking another thread for that cost a delivery a fifth of its time (tests/Load, rate).
    private readonly Channel<IReadOnlyList<Settled>> _batches =
        Channel.CreateBounded<IReadOnlyList<Settled>>(new BoundedChannelOptions(64) { SingleReader = true, AllowSynchronousContinuations = true });

    private readonly List<Action<Committed>> _tellers = [];
    private readonly List<Action<IReadOnlyList<Committed>>> _listeners = [];

    private long _missedAt = long.MinValue;

    /// <summary>When it was last unknown whether all that is committed was told, Unix milliseconds: only the database can say then what there is.</summary>
    public long MissedAt => Volatile.Read(ref _missedAt);

    /// <summary>Something may be committed that nobody was told.</summary>
    public void Miss() => Volatile.Write(ref _missedAt, clock.NowMs());

    /// <summary>Each commit to a conversation, before who made it is answered. Before the host starts.</summary>
    public void Tell(Action<Committed> teller) => _tellers.Add(teller);

    /// <summary>A batch, after all of it was told. Before the host starts.</summary>
    public void Listen(Action<IReadOnlyList<Committed>> listener) => _listeners.Add(listener);

    internal ValueTask Publish(IReadOnlyList<Settled> batch) => _batches.Writer.WriteAsync(batch);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var batch in _batches.Reader.ReadAllAsync(stoppingToken))
            {
                if (batch.Count > Few)
                    await Task.Yield();
                Announce(batch);
            }
        }
        finally
        {
            while (_batches.Reader.TryRead(out var left))
                Announce(left);
        }
    }

    private void Announce(IReadOnlyList<Settled> batch)
    {
        List<Committed> committed = new(batch.Count);
        foreach (var settled in batch)
        {
            if (settled.Committed is { } news)
            {
                committed.Add(news);
                foreach (var teller in _tellers)
                    Call(teller, news);
            }
            foreach (var submission in settled.Submissions)
                submission.Finish(submission.Result);
        }
        if (committed.Count == 0)
            return;
        foreach (var listener in _listeners)
            Call(listener, committed);
    }

    private void Call<T>(Action<T> listener, T news)
    {
        try
        {
            listener(news);
        }
        catch (Exception failure)
        {
            // The batch is committed; whoever was not told is caught up by the heads.
            Miss();
            Log.ListenerFailed(log, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Telling a committed batch failed")]
        public static partial void ListenerFailed(ILogger logger, Exception failure);
    }
}
