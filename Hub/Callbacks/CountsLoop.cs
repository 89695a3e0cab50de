using SupportHub.Callbacks.Asking;
using SupportHub.Callbacks.Calling;
using SupportHub.Callbacks.Lines.Trial;
using SupportHub.Storage;

namespace SupportHub.Callbacks;

/// <summary>Forgets, once an hour, what was counted of days that are over, and test calls that nobody looks at any more: numbers and addresses are in it.</summary>
public sealed partial class CountsLoop(CallCounts counts, CallRests rests, TrialSql trials, TimeProvider clock, ILogger<CountsLoop> log) : BackgroundService
{
    private const long DayMs = 24 * 3600_000;

    /// <summary>A day begins at another hour in each zone, and an attempt that was planned before midnight is settled after it.</summary>
    private const long KeptMs = 3 * DayMs;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hour = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        do
            await Forget(stoppingToken);
        while (await hour.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Forget(CancellationToken cancel)
    {
        try
        {
            await counts.Forget(CallDays.Of(null, clock.NowMs() - KeptMs), cancel);
            await rests.Forget(clock.NowMs() - DayMs, cancel);
            await trials.Sweep(clock.NowMs(), cancel);
        }
        catch (Exception failure) when (Database.Failed(failure))
        {
            Log.Failed(log, failure.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "What was counted of calls could not be forgotten ({Failure}); tried again in an hour")]
        public static partial void Failed(ILogger logger, string failure);
    }
}
