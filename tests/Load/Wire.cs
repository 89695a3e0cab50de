using System.Buffers.Text;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupportHub.Load;

/// <summary>A client that costs as little as possible, so that the server is what is measured: SignalR's JSON frames over a bare socket.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private const byte Separator = 0x1e;
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly TaskCompletionSource _shaken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, TaskCompletionSource<JsonElement>> _calls = [];
    private int _id;

    /// <summary>A completion of a <see cref="Fire"/>.</summary>
    public Action? Acked { get; set; }

    /// <summary>A push, as bytes.</summary>
    public PushHandler? Pushed { get; set; }

    public delegate void PushHandler(ReadOnlySpan<byte> frame);

    /// <param name="patient">Reads on a thread of its own (<see cref="PatientStream"/>).</param>
    public static async Task<Wire> Open(Uri address, string? cookie = null, string? origin = null, bool patient = false)
    {
        var wire = new Wire();
        if (cookie is not null)
            wire._socket.Options.SetRequestHeader("Cookie", cookie);
        if (origin is not null)
            wire._socket.Options.SetRequestHeader("Origin", origin);
        wire._socket.Options.KeepAliveInterval = TimeSpan.Zero;
        await wire._socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws" }.Uri, patient ? PatientStream.Patiently : null, default);
        if (patient)
            _ = Task.Factory.StartNew(wire.Read, default, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        else
            _ = wire.Read();
        await wire.Send("{\"protocol\":\"json\",\"version\":1}\u001e"u8.ToArray());
        await wire._shaken.Task;
        return wire;
    }

    /// <summary>A call whose value matters.</summary>
    public async Task<JsonElement> Ask(string method, params object?[] arguments)
    {
        var id = $"a{Interlocked.Increment(ref _id)}";
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_calls)
            _calls[id] = answer;
        var frame = new JsonObject
        {
            ["type"] = 1,
            ["invocationId"] = id,
            ["target"] = method,
            ["arguments"] = new JsonArray([.. arguments.Select(a => JsonSerializer.SerializeToNode(a, JsonSerializerOptions.Web))]),
        };
        await Send(Encoding.UTF8.GetBytes(frame.ToJsonString() + "\u001e"));
        var result = await answer.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return result.TryGetProperty("value", out var value) ? value : throw new InvalidOperationException($"{method}: {result}");
    }

    /// <summary>A call of which only the completion counts.</summary>
    public async Task Fire(ReadOnlyMemory<byte> frame) => await Send(frame);

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        _socket.Dispose();
        await Task.CompletedTask;
    }

    public Task Ping() => Send("{\"type\":6}\u001e"u8.ToArray());

    private async Task Send(ReadOnlyMemory<byte> frame)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(frame, WebSocketMessageType.Text, true, default);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task Read()
    {
        var buffer = new byte[16 * 1024];
        var length = 0;
        try
        {
            while (true)
            {
                if (length == buffer.Length)
                    Array.Resize(ref buffer, buffer.Length * 2);
                var got = await _socket.ReceiveAsync(buffer.AsMemory(length), default);
                if (got.MessageType == WebSocketMessageType.Close)
                    return;
                length += got.Count;
                var start = 0;
                int end;
                while ((end = buffer.AsSpan(start, length - start).IndexOf(Separator)) >= 0)
                {
                    Take(buffer.AsSpan(start, end));
                    start += end + 1;
                }
                buffer.AsSpan(start, length - start).CopyTo(buffer);
                length -= start;
            }
        }
        catch (Exception over) when (over is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The end of the measurement.
        }
    }

    private void Take(ReadOnlySpan<byte> frame)
    {
        if (frame.SequenceEqual("{}"u8))
            _shaken.TrySetResult();
        else if (frame.StartsWith("{\"type\":3,\"invocationId\":\"f"u8))
            Acked?.Invoke();
        else if (frame.StartsWith("{\"type\":1"u8))
            Pushed?.Invoke(frame);
        else if (frame.StartsWith("{\"type\":3"u8))
            Answer(JsonElement.Parse(frame));
    }

    private void Answer(JsonElement completion)
    {
        TaskCompletionSource<JsonElement>? call;
        lock (_calls)
            _calls.Remove(completion.GetProperty("invocationId").GetString()!, out call);
        if (completion.TryGetProperty("error", out var error))
            call?.TrySetException(new InvalidOperationException(error.GetString()));
        else
            call?.TrySetResult(completion.GetProperty("result"));
    }

    /// <summary>The sender's Stopwatch ticks in a delivered body "t=123.", -1 where there are none. The lists' previews show the text too, later.</summary>
    public static long SentAt(ReadOnlySpan<byte> frame)
    {
        if (frame.IndexOf("\"target\":\"Entries\""u8) < 0)
            return -1;
        var at = frame.IndexOf("t="u8);
        return at >= 0 && Utf8Parser.TryParse(frame[(at + 2)..], out long ticks, out _) ? ticks : -1;
    }
}
