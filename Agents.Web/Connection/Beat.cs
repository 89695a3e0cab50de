namespace SupportHub.AgentsWeb.Connection;

/// <summary>Once a second, for what ticks on the screen.</summary>
public sealed class Beat(TimeProvider clock)
{
    private bool _running;

    public event Action? Second;

    public async Task Run()
    {
        if (_running)
            return;
        _running = true;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        while (await timer.WaitForNextTickAsync())
            Second?.Invoke();
    }
}
