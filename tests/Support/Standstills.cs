using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace SupportHub.Tests;

/// <summary>
/// When the machine stood still, or this program's thread pool: what a test waited for in vain just then says nothing about the product.
/// Watched by a thread of its own from the run's beginning to its end.
/// </summary>
public static class Standstills
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Noticed = TimeSpan.FromSeconds(3);
    private static readonly ManualResetEventSlim Ended = new();
    private static readonly ConcurrentQueue<string> Seen = new();

    public static void Watch() => new Thread(Look) { IsBackground = true, Name = nameof(Standstills) }.Start();

    public static void End() => Ended.Set();

    /// <summary>One line each, with the time at which it was over; empty where there was none.</summary>
    public static IReadOnlyCollection<string> All => Seen;

    private static void Look()
    {
        var (last, asked, answered) = (Stopwatch.GetTimestamp(), 0L, true);
        while (!Ended.Wait(Beat))
        {
            var still = Stopwatch.GetElapsedTime(last);
            last = Stopwatch.GetTimestamp();
            if (still > Noticed)
                Say("the machine", still);
            if (!Volatile.Read(ref answered))
                continue;
            if (asked > 0 && Stopwatch.GetElapsedTime(asked, last) is var waited && waited > Noticed)
                Say("the thread pool", waited);
            (asked, answered) = (last, false);
            ThreadPool.UnsafeQueueUserWorkItem(_ => Volatile.Write(ref answered, true), null);
        }
    }

    private static void Say(string what, TimeSpan still) =>
        Seen.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow():HH:mm:ss} {what} stood still for {still.TotalSeconds:0.0} s"));
}
