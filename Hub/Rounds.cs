namespace SupportHub;

/// <summary>
/// A timer for what is looked at again and again. Each begins within its first period at a moment of its own: what starts with the process would ask the
/// database at the same instant for ever, and hold up what is said just then.
/// </summary>
public sealed class Rounds : IDisposable
{
    /// <summary>The golden section: each next part of it lies in the widest gap that those before left.</summary>
    private const double Golden = 0.6180339887498949;

    private static int _begun;
    private readonly PeriodicTimer _timer;
    private readonly TimeSpan _every;

    private Rounds(TimeSpan first, TimeSpan every, TimeProvider clock)
    {
        _timer = new PeriodicTimer(first, clock);
        _every = every;
    }

    public static Rounds Every(TimeSpan every, TimeProvider clock) => new(First(Interlocked.Increment(ref _begun), every), every, clock);

    /// <summary>Does something in each round, until it is told to end.</summary>
    public static async Task Call(Action what, TimeSpan every, TimeProvider clock, CancellationToken cancel)
    {
        using var rounds = Every(every, clock);
        while (await rounds.Next(cancel))
            what();
    }

    /// <summary>How long the one that began as the <paramref name="begun"/>th waits at first: whole milliseconds, which is what timers know.</summary>
    public static TimeSpan First(int begun, TimeSpan every) => TimeSpan.FromMilliseconds(1 + Math.Floor((every.TotalMilliseconds - 1) * (begun * Golden % 1)));

    /// <summary>Waits for the next one. Those that were missed meanwhile are one.</summary>
    /// <returns>False after it was disposed.</returns>
    public async ValueTask<bool> Next(CancellationToken cancel)
    {
        var goesOn = await _timer.WaitForNextTickAsync(cancel);
        if (goesOn && _timer.Period != _every)
            _timer.Period = _every;
        return goesOn;
    }

    public void Dispose() => _timer.Dispose();
}
