using System.Threading.Channels;

namespace SupportHub.Conversations;

/// <summary>
/// Carries what was committed to whoever tells people: one batch after the other, in the order of the commits. Listeners must be quick;
/// a feed that is full makes the journal wait, so nothing grows.
/// </summary>
public sealed partial class CommitFeed(ILogger<CommitFeed> log) : BackgroundService
{
    /// <summary>A larger batch goes to another thread, so that the next one is committed meanwhile.</summary>
    private const int Few = 8;

    // While nothing waits, who commits carries a small batch on: waking another thread for that cost a delivery a fifth of its time (tests/Load, rate).
    private readonly Channel<IReadOnlyList<Committed>> _batches =
        Channel.CreateBounded<IReadOnlyList<Committed>>(new BoundedChannelOptions(64) { SingleReader = true, AllowSynchronousContinuations = true });

    private readonly List<Action<IReadOnlyList<Committed>>> _listeners = [];

    /// <summary>Before the host starts.</summary>
    public void Listen(Action<IReadOnlyList<Committed>> listener) => _listeners.Add(listener);

    internal ValueTask Publish(IReadOnlyList<Committed> batch) => _batches.Writer.WriteAsync(batch);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var batch in _batches.Reader.ReadAllAsync(stoppingToken))
        {
            if (batch.Count > Few)
                await Task.Yield();
            foreach (var listener in _listeners)
                Tell(listener, batch);
        }
    }

    private void Tell(Action<IReadOnlyList<Committed>> listener, IReadOnlyList<Committed> batch)
    {
        try
        {
            listener(batch);
        }
        catch (Exception failure)
        {
            // The batch is committed; whoever was not told is caught up by the heads.
            Log.ListenerFailed(log, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Telling a committed batch failed")]
        public static partial void ListenerFailed(ILogger logger, Exception failure);
    }
}
