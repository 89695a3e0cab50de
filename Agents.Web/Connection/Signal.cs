namespace SupportHub.AgentsWeb.Connection;

/// <summary>Tells whoever draws something that it changed. A burst of changes is told once: many pushes, one drawing.</summary>
public sealed class Signal
{
    private bool _due;

    public event Action? Raised;

    public void Raise()
    {
        if (_due)
            return;
        _due = true;
        _ = Tell();
    }

    private async Task Tell()
    {
        await Task.Delay(8);
        _due = false;
        Raised?.Invoke();
    }
}
