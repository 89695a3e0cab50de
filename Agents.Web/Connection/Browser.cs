using Microsoft.JSInterop;

namespace SupportHub.AgentsWeb.Connection;

/// <summary>What the page asks of the browser. Storage answers at once: what is kept is kept before the next line runs.</summary>
public sealed class Browser(IJSRuntime js)
{
    private IJSInProcessObjectReference? _module;

    private IJSInProcessObjectReference Module => _module ?? throw new InvalidOperationException("The browser's module is loaded before anything is drawn.");

    public async Task Load() => _module = await js.InvokeAsync<IJSInProcessObjectReference>("import", "./js/console.js");

    /// <summary>Calls a function of the page's script, see wwwroot/js.</summary>
    public void Do(string function, params object?[] arguments) => Module.InvokeVoid(function, arguments);

    public T Ask<T>(string function, params object?[] arguments) => Module.Invoke<T>(function, arguments);

    public ValueTask<T> AskLater<T>(string function, params object?[] arguments) => Module.InvokeAsync<T>(function, arguments);

    public string? Read(string key) => Module.Invoke<string?>("read", key);

    public void Write(string key, string text) => Module.InvokeVoid("write", key, text);

    public void Remove(string key) => Module.InvokeVoid("remove", key);

    /// <summary>Holds a lock for as long as this page lives, so that other tabs see that it does.</summary>
    public void Hold(string name) => Module.InvokeVoid("hold", name);

    /// <summary>Moves what is kept under keys whose pages are gone behind <paramref name="own"/>, and returns it.</summary>
    public ValueTask<string[]> Adopt(string prefix, string own) => Module.InvokeAsync<string[]>("adopt", prefix, own);

    public void Focus(string selector) => Module.InvokeVoid("focus", selector);
}
