using SupportHub.AgentsWeb.Connection;

namespace SupportHub.AgentsWeb.Notices;

/// <summary>One short sentence at the foot of the page, which goes by itself.</summary>
public sealed class Toasts(TimeProvider clock)
{
    private int _shown;

    public string? Text { get; private set; }
    public bool Bad { get; private set; }
    public Action? Undo { get; private set; }
    public Signal Changed { get; } = new();

    public void Say(string text, Action? undo = null) => Show(text, false, undo);

    public void Regret(string text) => Show(text, true, null);

    public void Clear()
    {
        (Text, Undo) = (null, null);
        Changed.Raise();
    }

    private void Show(string text, bool bad, Action? undo)
    {
        (Text, Bad, Undo) = (text, bad, undo);
        Changed.Raise();
        _ = Expire(++_shown);
    }

    private async Task Expire(int shown)
    {
        await Task.Delay(TimeSpan.FromSeconds(7), clock);
        if (shown == _shown)
            Clear();
    }
}
