using System.Data.Common;
using System.Threading.Channels;
using SupportHub.Callbacks.Attempts;
using SupportHub.Conversations;

namespace SupportHub.Callbacks.Calling;

/// <summary>Looks at the attempts that are due, on every node: those that have just begun, whose timers are over, and whose end was not told.</summary>
public sealed partial class AttemptLoop(AttemptSql sql, AttemptDesk desk, TimeProvider clock, ILogger<AttemptLoop> log) : BackgroundService
{
    private const int AtOnce = 32;
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Wake() => _wake.Writer.TryWrite(true);

    /// <summary>The conversation is over: nobody's phone need ring for it any more. Nothing changes for two who talk.</summary>
    public async Task CallOff(long conversation, int number)
    {
        try
        {
            await desk.Happen(conversation, number, new AttemptEvent.Cancel());
        }
        catch (Exception failure) when (failure is DbException or TimeoutException or IOException)
        {
            Log.Failed(log, failure.GetType().Name);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _ = WakeEverySecond(stoppingToken);
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

    private async Task WakeEverySecond(CancellationToken cancel)
    {
        using var tick = new PeriodicTimer(Tick, clock);
        while (await tick.WaitForNextTickAsync(cancel))
            Wake();
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> Work(CancellationToken cancel)
    {
        var due = await sql.Due(clock.NowMs(), AtOnce, cancel);
        await Task.WhenAll(due.Select(Look));
        return due.Count == AtOnce;
    }

    private async Task Look(StoredAttempt attempt)
    {
        try
        {
            if (await desk.Claim(attempt))
                await desk.Look(attempt);
        }
        catch (Exception failure) when (failure is DbException or TimeoutException or IOException)
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
