using System.Threading.Channels;
using SupportHub.Callbacks.Attempts;
using SupportHub.Conversations;
using SupportHub.Storage;

namespace SupportHub.Callbacks.Calling;

/// <summary>Looks at the attempts that are due, on every node: those that have just begun, whose timers are over, and whose end was not told.</summary>
public sealed partial class AttemptLoop(AttemptSql sql, AttemptDesk desk, TimeProvider clock, ILogger<AttemptLoop> log) : BackgroundService
{
    private const int AtOnce = 64;
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly List<Task> _looks = [];

    public void Wake() => _wake.Writer.TryWrite(true);

    /// <summary>The conversation is over: nobody's phone need ring for it any more. Nothing changes for two who talk.</summary>
    public async Task CallOff(long conversation, int number)
    {
        try
        {
            await desk.Happen(conversation, number, new AttemptEvent.Cancel());
        }
        catch (Exception failure) when (Database.Failed(failure))
        {
            Log.Failed(log, failure.GetType().Name);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _ = Rounds.Call(Wake, Tick, clock, stoppingToken);
        try
        {
            await foreach (var _ in _wake.Reader.ReadAllAsync(stoppingToken))
                await Work(stoppingToken);
        }
        finally
        {
            await Task.WhenAll(_looks);
        }
    }

    /// <summary>Whoever waits for a slow network keeps one place, and nobody else from being called.</summary>
    private async Task Work(CancellationToken cancel)
    {
        await Task.WhenAll(_looks.FindAll(l => l.IsCompleted));
        _looks.RemoveAll(l => l.IsCompleted);
        try
        {
            foreach (var due in AtOnce > _looks.Count ? await sql.Due(clock.NowMs(), AtOnce - _looks.Count, cancel) : [])
                if (await desk.Claim(due) is { } claimed)
                    Begin(claimed);
        }
        catch (Exception failure) when (Database.Failed(failure))
        {
            Log.Failed(log, failure.GetType().Name);
        }
    }

    /// <summary>Its end makes room for the next.</summary>
    private void Begin(StoredAttempt claimed)
    {
        var look = Look(claimed);
        _looks.Add(look);
        _ = look.ContinueWith(_ => Wake(), TaskScheduler.Default);
    }

    private async Task Look(StoredAttempt claimed)
    {
        try
        {
            await desk.Look(claimed);
        }
        catch (Exception failure) when (Database.Failed(failure))
        {
            // The claim ends by itself.
            Log.Failed(log, failure.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Calls could not be looked at ({Failure}); tried again in a moment")]
        public static partial void Failed(ILogger logger, string failure);
    }
}
