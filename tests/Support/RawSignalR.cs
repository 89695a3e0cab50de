using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupportHub.Tests;

/// <summary>
/// A client in another language, as it were: SignalR's JSON protocol over a bare socket, with none of our types and none of its library
/// (https://github.com/dotnet/aspnetcore/blob/main/src/SignalR/docs/specs/HubProtocol.md).
/// </summary>
public sealed class RawSignalR : IAsyncDisposable
{
    private const char Separator = '\u001e';
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> _calls = new();
    private readonly ConcurrentQueue<string> _frames = new();
    private readonly RawPushes _pushes = new();
    private readonly CancellationTokenSource _end = new();
    private int _lastId;
    private Task _reading = Task.CompletedTask;

    private RawSignalR()
    {
    }

    /// <summary>Completes when the connection is over, with what the server said, or null when it said nothing.</summary>
    public Task<string?> Closed => _closed.Task;

    private readonly TaskCompletionSource<string?> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Every frame received, as text, pings left out.</summary>
    public IReadOnlyCollection<string> Frames => _frames;

    /// <summary>Pushes that no <see cref="Next"/> took yet.</summary>
    public RawPushes Pushes => _pushes;

    /// <param name="hub">For example http://127.0.0.1:5080/hubs/visitor?site=….</param>
    /// <param name="token">Sent in the query, where browsers must put it.</param>
    public static async Task<RawSignalR> Connect(Uri hub, string? token = null, string? cookie = null, string? origin = null)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        using var negotiate = new HttpRequestMessage(HttpMethod.Post, With(hub, "/negotiate", "negotiateVersion=1", Token(token)));
        AddHeaders((name, value) => negotiate.Headers.TryAddWithoutValidation(name, value), cookie, origin);
        using var answer = await http.SendAsync(negotiate);
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException($"Negotiation was refused: {await answer.Content.ReadAsStringAsync()}", null, answer.StatusCode);
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("connectionToken").GetString();
        return await Open(With(hub, "", $"id={Uri.EscapeDataString(id!)}", Token(token)), cookie, origin);
    }

    /// <summary>Straight to the socket, without negotiation.</summary>
    /// <param name="from">Another of this machine's own addresses, as which it comes: 127.0.0.2…</param>
    public static async Task<RawSignalR> Open(Uri hub, string? cookie = null, string? origin = null, bool handshake = true, IPAddress? from = null)
    {
        var client = new RawSignalR();
        AddHeaders(client._socket.Options.SetRequestHeader, cookie, origin);
        client._socket.Options.CollectHttpResponseDetails = true;
        using var invoker = Invoker(from);
        await client._socket.ConnectAsync(new UriBuilder(hub) { Scheme = hub.Scheme == "https" ? "wss" : "ws" }.Uri, invoker, CancellationToken.None);
        var shaken = client._pushes.Next("handshake", _ => true, LongEnough.Usually);
        client._reading = client.Read();
        if (handshake)
        {
            await client.SendText("{\"protocol\":\"json\",\"version\":1}" + Separator);
            await shaken;
            _ = client.KeepAlive();
        }
        return client;
    }

    /// <summary>Calls a hub method and returns its result; a failed invocation throws <see cref="RawFailure"/>.</summary>
    public async Task<JsonElement> Invoke(string method, params object?[] arguments)
    {
        var id = Interlocked.Increment(ref _lastId).ToString();
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _calls[id] = answer;
        if (_closed.Task.IsCompleted)
            throw new RawFailure("The connection is closed.");
        var parts = new JsonArray([.. arguments.Select(argument => JsonSerializer.SerializeToNode(argument, JsonSerializerOptions.Web))]);
        await SendText(new JsonObject { ["type"] = 1, ["invocationId"] = id, ["target"] = method, ["arguments"] = parts }.ToJsonString() + Separator);
        return await answer.Task.WaitAsync(LongEnough.Usually);
    }

    /// <summary>The value of a reply; throws <see cref="RawRefusal"/> where the reply is a refusal.</summary>
    public async Task<JsonElement> Ask(string method, params object?[] arguments)
    {
        var reply = await Invoke(method, arguments);
        if (reply.TryGetProperty("refusal", out var refusal) && refusal.ValueKind == JsonValueKind.Object)
            throw new RawRefusal(method, refusal);
        return reply.GetProperty("value");
    }

    /// <summary>The code of the refusal; fails where the call succeeded.</summary>
    public async Task<string> Refused(string method, params object?[] arguments)
    {
        try
        {
            throw new InvalidOperationException($"{method} was not refused; it answered {await Ask(method, arguments)}");
        }
        catch (RawRefusal refusal)
        {
            return refusal.Code;
        }
    }

    /// <summary>The first push to this target that no one took yet and that fits; waits for it. The push's first argument.</summary>
    public Task<JsonElement> Next(string target, Func<JsonElement, bool>? fits = null, TimeSpan? patience = null) =>
        _pushes.Next(target, fits ?? (_ => true), patience ?? LongEnough.Usually);

    /// <summary>Any text as one frame: also what no proper client sends.</summary>
    public Task SendText(string text) => SendBytes(Encoding.UTF8.GetBytes(text));

    public async Task SendBytes(ReadOnlyMemory<byte> bytes, WebSocketMessageType type = WebSocketMessageType.Text)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(bytes, type, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>The cable is cut: no goodbye.</summary>
    public void Abort() => _socket.Abort();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _socket.Abort();
        await _reading;
        _socket.Dispose();
        _sending.Dispose();
    }

    private async Task KeepAlive()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(10));
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token))
                await SendText("{\"type\":6}" + Separator);
        }
        catch (Exception ended) when (IsEnd(ended))
        {
            // Closed is what tells.
        }
    }

    /// <summary>The last is what a socket says that was aborted after it was looked at.</summary>
    private bool IsEnd(Exception failure) =>
        failure is WebSocketException or ObjectDisposedException or OperationCanceledException || (failure is InvalidOperationException && _socket.State != WebSocketState.Open);

    private async Task Read()
    {
        string? reason = null;
        try
        {
            var pending = new MemoryStream();
            var buffer = new byte[64 * 1024];
            while (_socket.State == WebSocketState.Open)
            {
                var part = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                    break;
                pending.Write(buffer, 0, part.Count);
                if (!part.EndOfMessage)
                    continue;
                foreach (var frame in Encoding.UTF8.GetString(pending.ToArray()).Split(Separator, StringSplitOptions.RemoveEmptyEntries))
                    reason = Take(frame) ?? reason;
                pending.SetLength(0);
            }
        }
        catch (Exception broken) when (IsEnd(broken))
        {
            // An abrupt end, ours or theirs.
        }
        _closed.TrySetResult(reason);
        foreach (var call in _calls.Values)
            call.TrySetException(new RawFailure($"The connection closed before the answer. {reason}"));
    }

    /// <returns>Why the server closes, where the frame says so.</returns>
    private string? Take(string frame)
    {
        var message = JsonElement.Parse(frame);
        if (!message.TryGetProperty("type", out var type))
        {
            _pushes.Add(new RawPush("handshake", message));
            return message.TryGetProperty("error", out var refused) ? refused.GetString() : null;
        }
        if (type.GetInt32() != 6)
            _frames.Enqueue(frame);
        switch (type.GetInt32())
        {
            case 1:
                var arguments = message.GetProperty("arguments");
                _pushes.Add(new RawPush(message.GetProperty("target").GetString()!, arguments.GetArrayLength() > 0 ? arguments[0] : default));
                return null;
            case 3 when _calls.TryRemove(message.GetProperty("invocationId").GetString()!, out var call):
                if (message.TryGetProperty("error", out var error))
                    call.TrySetException(new RawFailure(error.GetString() ?? "failed"));
                else
                    call.TrySetResult(message.TryGetProperty("result", out var result) ? result : default);
                return null;
            case 7:
                return message.TryGetProperty("error", out var why) ? why.GetString() : "closed";
            default:
                return null;
        }
    }

    private static string Token(string? token) => token is null ? "" : $"access_token={Uri.EscapeDataString(token)}";

    private static Uri With(Uri hub, string path, params string[] query) => new UriBuilder(hub)
    {
        Path = hub.AbsolutePath + path,
        Query = string.Join('&', query.Prepend(hub.Query.TrimStart('?')).Where(part => part.Length > 0)),
    }.Uri;

    private static HttpMessageInvoker Invoker(IPAddress? from) => new(new SocketsHttpHandler
    {
        // Certificates of tests are signed by nobody.
        SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true },
        ConnectCallback = from is null ? null : async (context, cancel) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(from, 0));
            await socket.ConnectAsync(context.DnsEndPoint, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });

    private static void AddHeaders(Action<string, string> add, string? cookie, string? origin)
    {
        if (cookie is not null)
            add("Cookie", cookie);
        if (origin is not null)
            add("Origin", origin);
    }
}
