using Microsoft.JSInterop;
using SupportHub.AgentsWeb.Connection;

namespace SupportHub.AgentsWeb.Palette;

/// <summary>Keys that work anywhere on the page, see wwwroot/js/keys.js.</summary>
public sealed class Shortcuts(Browser browser, Line line)
{
    private DotNetObjectReference<Shortcuts>? _self;

    public event Action<string>? Pressed;

    public void Begin()
    {
        if (_self is not null)
            return;
        _self = DotNetObjectReference.Create(this);
        browser.Do("listen", _self);
        browser.Do("onNetwork", _self);
    }

    /// <summary>Also for buttons that do what a key does.</summary>
    [JSInvokable]
    public void Press(string key) => Pressed?.Invoke(key);

    /// <summary>The page is looked at again, or the network is back.</summary>
    public event Action? Woke;

    [JSInvokable]
    public void Wake()
    {
        line.Nudge();
        Woke?.Invoke();
    }

    [JSInvokable]
    public void Lose() => line.Lose();
}
