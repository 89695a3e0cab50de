using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SupportHub.Tests;

namespace SupportHub.Integration.Faults;

/// <summary>
/// Stands between clients and the hub and acknowledges each Send as soon as it has it, before the hub: the fault that a journal would have that
/// answers before its commit. What it holds when the hub dies is gone.
/// </summary>
internal sealed class HastyProxy : IAsyncDisposable
{
    private const char Separator = '\u001e';
    private readonly WebApplication _app;
    private volatile bool _holding;

    private HastyProxy(WebApplication app, Uri address)
    {
        (_app, Address) = (app, address);
    }

    public Uri Address { get; }

    /// <param name="hub">Behind it.</param>
    /// <param name="seqOf">The seq that a message with this number gets, which the proxy must guess.</param>
    public static async Task<HastyProxy> Start(Uri hub, Func<int, int> seqOf)
    {
        var address = new Uri($"http://127.0.0.1:{Ports.Free()}");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.ToString());
        var app = builder.Build();
        var proxy = new HastyProxy(app, address);
        app.UseWebSockets();
        app.Run(context => proxy.Relay(context, hub, seqOf));
        await app.StartAsync();
        return proxy;
    }

    /// <summary>From now on nothing of what it acknowledges reaches the hub.</summary>
    public void Hold() => _holding = true;

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task Relay(HttpContext context, Uri hub, Func<int, int> seqOf)
    {
        using var server = new ClientWebSocket();
        server.Options.SetRequestHeader("Origin", context.Request.Headers.Origin);
        await server.ConnectAsync(new UriBuilder(hub) { Scheme = "ws", Path = context.Request.Path, Query = context.Request.QueryString.Value }.Uri, context.RequestAborted);
        using var client = await context.WebSockets.AcceptWebSocketAsync();
        using var writing = new SemaphoreSlim(1);
        var answered = new ConcurrentDictionary<string, bool>();
        var up = Each(client, async frame =>
        {
            if (Acknowledgement(frame, seqOf) is var (id, acknowledgement))
            {
                answered[id] = true;
                await Write(client, acknowledgement);
                if (_holding)
                    return;
            }
            await server.SendAsync(Encoding.UTF8.GetBytes(frame + Separator), WebSocketMessageType.Text, true, CancellationToken.None);
        });
        var down = Each(server, frame => IsAnswerTo(frame, answered) ? Task.CompletedTask : Write(client, frame));
        await Task.WhenAny(up, down);

        async Task Write(WebSocket socket, string frame)
        {
            await writing.WaitAsync();
            await socket.SendAsync(Encoding.UTF8.GetBytes(frame + Separator), WebSocketMessageType.Text, true, CancellationToken.None);
            writing.Release();
        }
    }

    private static (string Id, string Frame)? Acknowledgement(string frame, Func<int, int> seqOf)
    {
        var call = JsonDocument.Parse(frame).RootElement;
        if (!call.TryGetProperty("target", out var target) || target.GetString() != "Send")
            return null;
        var (id, message) = (call.GetProperty("invocationId").GetString()!, call.GetProperty("arguments")[0]);
        var sent = new { conversation = message.GetProperty("conversation").GetInt64(), seq = seqOf(message.GetProperty("number").GetInt32()), at = 0 };
        return (id, JsonSerializer.Serialize(new { type = 3, invocationId = id, result = new { value = sent } }));
    }

    private static bool IsAnswerTo(string frame, ConcurrentDictionary<string, bool> answered) =>
        JsonDocument.Parse(frame).RootElement is var root && root.TryGetProperty("type", out var type) && type.GetInt32() == 3
        && answered.ContainsKey(root.GetProperty("invocationId").GetString()!);

    private static async Task Each(WebSocket socket, Func<string, Task> take)
    {
        var buffer = new byte[64 * 1024];
        var text = new StringBuilder();
        try
        {
            while (await socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: WebSocketMessageType.Text } part)
            {
                text.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
                if (!part.EndOfMessage)
                    continue;
                foreach (var frame in text.ToString().Split(Separator, StringSplitOptions.RemoveEmptyEntries))
                    await take(frame);
                text.Clear();
            }
        }
        catch (WebSocketException)
        {
            // One of the two is gone, and so is the other's line.
        }
    }
}
