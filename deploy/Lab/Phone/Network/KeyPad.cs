using System.Xml.Linq;

namespace SupportHub.Lab.Phone.Network;

/// <summary>Reads the keys that a <c>Gather</c> asks for.</summary>
internal sealed class KeyPad(Call call, XElement gather, TimeProvider time)
{
    private readonly int _wanted = (int?)gather.Attribute("numDigits") ?? int.MaxValue;
    private readonly string _finish = (string?)gather.Attribute("finishOnKey") ?? "#";
    private readonly TimeSpan _patience = TimeSpan.FromSeconds((int?)gather.Attribute("timeout") ?? 5);

    /// <param name="prompt">What is said meanwhile; the first key ends it.</param>
    /// <returns>Empty where nothing is pressed in time.</returns>
    public async Task<string> Read(Func<CancellationToken, Task> prompt, CancellationToken stop)
    {
        while (call.Keys.Reader.TryRead(out _))
        {
            // Pressed before anything was asked.
        }
        using var pressed = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var said = prompt(pressed.Token);
        await Task.WhenAny(said, call.Keys.Reader.WaitToReadAsync(stop).AsTask());
        if (!said.IsCompleted)
            await pressed.CancelAsync();
        await Silenced(said);
        stop.ThrowIfCancellationRequested();
        var keys = "";
        while (keys.Length < _wanted && await Key(stop) is { } key && !_finish.Contains(key))
            keys += key;
        return keys;
    }

    private async Task<char?> Key(CancellationToken stop)
    {
        try
        {
            await call.Keys.Reader.WaitToReadAsync(stop).AsTask().WaitAsync(_patience, time, stop);
            return call.Keys.Reader.TryRead(out var key) ? key : null;
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private static async Task Silenced(Task said)
    {
        try
        {
            await said;
        }
        catch (OperationCanceledException)
        {
            // A key, or the end of the call, cut it short.
        }
    }
}
