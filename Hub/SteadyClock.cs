using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SupportHub;

/// <summary>
/// The machine's time, but never earlier than it was: whoever asks later must not seem to have come first, and what was promised for six
/// minutes must not last an hour. After the machine's clock was set back, this one goes a tenth slower than time passes, until the other
/// has caught up. A clock that is set forward is followed at once, because a machine that slept has let people wait.
/// </summary>
public sealed class SteadyClock(TimeProvider machine) : TimeProvider
{
    private const double Slower = 0.9;
    private readonly Lock _one = new();
    private DateTimeOffset _now = machine.GetUtcNow();
    private long _timestamp = machine.GetTimestamp();

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    public override long TimestampFrequency => machine.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_one)
        {
            var timestamp = machine.GetTimestamp();
            var passed = Math.Max(0, machine.GetElapsedTime(_timestamp, timestamp).Ticks);
            _timestamp = timestamp;
            var held = _now.AddTicks((long)(passed * Slower));
            var told = machine.GetUtcNow();
            return _now = told > held ? told : held;
        }
    }

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => machine.CreateTimer(callback, state, dueTime, period);
}

internal static class SteadyClockFeature
{
    /// <summary>Of the clock that is registered by now: the machine's, or a test's.</summary>
    public static void KeepClockSteady(this IServiceCollection services)
    {
        var machine = services.Last(s => s.ServiceType == typeof(TimeProvider)).ImplementationInstance as TimeProvider ?? TimeProvider.System;
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new SteadyClock(machine)));
    }
}
