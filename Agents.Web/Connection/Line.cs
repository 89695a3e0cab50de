using System.Net.WebSockets;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Connection;

public enum LineStatus
{
    Connecting,
    Up,
    Down,

    /// <summary>Nobody is signed in any more.</summary>
    SignedOut,

    /// <summary>The server speaks a newer protocol: the page must be loaded again.</summary>
    Outdated,
}

/// <summary>
/// The connection to the hub: kept up for ever. Every time it comes up it says Hello and hands the welcome on, before anything else may use it.
/// </summary>
public sealed class Line : IAsyncDisposable
{
    // A browser waits for a WebSocket that nobody answers for four minutes.
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(15);

    private readonly HubConnection _hub;
    private readonly SignIn _signIn;
    private readonly TimeProvider _clock;
    private readonly Random _chance;
    private TaskCompletionSource _closed = new();
    private TaskCompletionSource _nudged = new();

    public Line(NavigationManager here, SignIn signIn, TimeProvider clock, Random chance)
    {
        (_signIn, _clock, _chance) = (signIn, clock, chance);
        _hub = AgentHub.Build(here.ToAbsoluteUri(Protocol.AgentHubPath.TrimStart('/')));
        _hub.Closed += _ =>
        {
            _closed.TrySetResult();
            return Task.CompletedTask;
        };
        _hub.On(nameof(IAgentClient.SignedOut), () => Become(LineStatus.SignedOut));
    }

    public LineStatus Status { get; private set; } = LineStatus.Connecting;

    /// <summary>Since when the line is not up.</summary>
    public long DownSince { get; private set; }

    public Signal Changed { get; } = new();

    /// <summary>The line is up: the first time, and after each loss.</summary>
    public event Func<AgentWelcome, Task>? Welcomed;

    public void On<T>(string push, Action<T> then) => _hub.On(push, then);

    /// <summary>Tries now instead of when the wait is over: the browser says that the network is back.</summary>
    public void Nudge() => _nudged.TrySetResult();

    /// <summary>The browser says that the network is gone. By itself a silent connection is believed in for twenty seconds.</summary>
    public void Lose()
    {
        if (Status != LineStatus.Up)
            return;
        Become(LineStatus.Down);
        _ = _hub.StopAsync();
    }

    /// <returns>Null where no answer came: the line is down, or went down meanwhile, so that nobody knows whether it was done.</returns>
    public async Task<Reply<T>?> Call<T>(string method, params object?[] arguments)
        where T : class
    {
        if (Status != LineStatus.Up)
            return null;
        try
        {
            return await _hub.InvokeCoreAsync<Reply<T>>(method, arguments);
        }
        catch (Exception failure) when (IsLoss(failure))
        {
            return null;
        }
    }

    public async Task Run()
    {
        DownSince = _clock.NowMs();
        for (var attempt = 0; ; attempt++)
        {
            if (await Connect())
            {
                attempt = 0;
                await _closed.Task;
                if (Status == LineStatus.Up)
                    Become(LineStatus.Down);
            }
            if (Status is LineStatus.SignedOut or LineStatus.Outdated)
                return;
            _nudged = new TaskCompletionSource();
            if (!await _signIn.Check())
            {
                Become(LineStatus.SignedOut);
                return;
            }
            await Task.WhenAny(_nudged.Task, Task.Delay(Backoff.Wait(attempt, _chance.NextDouble()), _clock));
        }
    }

    private async Task<bool> Connect()
    {
        _closed = new TaskCompletionSource();
        using var late = new CancellationTokenSource(ConnectWithin, _clock);
        try
        {
            await _hub.StartAsync(late.Token);
            var reply = await _hub.InvokeAsync<Reply<AgentWelcome>>(nameof(IAgentHub.Hello), new AgentHello(Protocol.Version), late.Token);
            if (reply.Value is { } welcome)
            {
                Become(LineStatus.Up);
                await (Welcomed?.Invoke(welcome) ?? Task.CompletedTask);
                return true;
            }
            if (reply.Refusal?.Code == RefusalCode.ProtocolVersion)
                Become(LineStatus.Outdated);
        }
        catch (Exception failure)
        {
            // The next try follows, whatever it was: a line that gave up would say "connecting" until somebody loads the page again.
            if (!IsLoss(failure))
                await Console.Error.WriteLineAsync(failure.ToString());
        }
        await _hub.StopAsync();
        if (Status == LineStatus.Up)
            Become(LineStatus.Down);
        return false;
    }

    private void Become(LineStatus status)
    {
        if (Status is LineStatus.SignedOut or LineStatus.Outdated)
            return;
        if (status == LineStatus.Down && Status == LineStatus.Up)
            DownSince = _clock.NowMs();
        Status = status;
        Changed.Raise();
        if (status is LineStatus.SignedOut or LineStatus.Outdated)
            _ = _hub.StopAsync();
    }

    private static bool IsLoss(Exception failure) =>
        failure is HubException or HttpRequestException or WebSocketException or OperationCanceledException or InvalidOperationException
            or TimeoutException or IOException or AggregateException;

    public ValueTask DisposeAsync() => _hub.DisposeAsync();
}
