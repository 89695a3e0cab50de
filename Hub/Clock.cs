namespace SupportHub;

public static class Clock
{
    /// <summary>Unix milliseconds: the unit of every instant in storage and on the wire.</summary>
    public static long NowMs(this TimeProvider clock) => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
