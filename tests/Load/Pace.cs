using System.Diagnostics;

namespace SupportHub.Load;

/// <summary>
/// So many a second, one after the other, on a thread of its own: the timers of the thread pool tick every four milliseconds on Linux, which
/// makes four at once of one a millisecond.
/// </summary>
internal static class Pace
{
    /// <param name="next">What is due: its number, and seconds since the begin.</param>
    public static Task Run(double seconds, int perSecond, Action<long, double> next) => Task.Factory.StartNew(
        () =>
        {
            using var never = new ManualResetEvent(false);
            var (clock, done) = (Stopwatch.StartNew(), 0L);
            while (clock.Elapsed.TotalSeconds < seconds)
            {
                never.WaitOne(1);
                for (var now = clock.Elapsed.TotalSeconds; done < now * perSecond; done++)
                    next(done, now);
            }
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);
}
