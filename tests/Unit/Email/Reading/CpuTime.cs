using System.Diagnostics;
using System.Globalization;

namespace SupportHub.Unit.Email.Reading;

/// <summary>What a piece of work took of a processor: a machine that is busy with other things does not make it slower.</summary>
internal static class CpuTime
{
    // https://docs.kernel.org/scheduler/sched-stats.html: nanoseconds on a processor come first.
    private const string Mine = "/proc/thread-self/schedstat";

    /// <param name="work">Stays on this thread.</param>
    public static TimeSpan Of(Action work)
    {
        if (!File.Exists(Mine))
        {
            var start = Stopwatch.GetTimestamp();
            work();
            return Stopwatch.GetElapsedTime(start);
        }
        var before = Nanoseconds();
        work();
        return TimeSpan.FromMicroseconds((Nanoseconds() - before) / 1000.0);
    }

    private static long Nanoseconds() => long.Parse(File.ReadAllText(Mine).Split(' ')[0], CultureInfo.InvariantCulture);
}
