namespace SupportHub.AgentsWeb.Connection;

/// <summary>The server's time: ages are counted against it, because a laptop's clock may be minutes off.</summary>
public sealed class ServerClock(TimeProvider clock)
{
    private long _ahead;

    public long Now => clock.NowMs() + _ahead;

    public void Set(long serverNow) => _ahead = serverNow - clock.NowMs();
}

internal static class Clocks
{
    public static long NowMs(this TimeProvider clock) => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
