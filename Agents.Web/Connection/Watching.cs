using Microsoft.AspNetCore.Components;

namespace SupportHub.AgentsWeb.Connection;

/// <summary>A component that draws itself again when a signal that it watches is raised.</summary>
public abstract class Watching : ComponentBase, IDisposable
{
    private readonly List<Signal> _watched = [];
    private bool _gone;

    protected void Watch(params Signal[] signals)
    {
        foreach (var signal in signals)
        {
            signal.Raised += Draw;
            _watched.Add(signal);
        }
    }

    protected void Draw()
    {
        if (!_gone)
            _ = InvokeAsync(StateHasChanged);
    }

    public virtual void Dispose()
    {
        _gone = true;
        foreach (var signal in _watched)
            signal.Raised -= Draw;
        GC.SuppressFinalize(this);
    }
}
