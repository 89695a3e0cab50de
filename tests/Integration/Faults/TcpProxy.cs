using System.Net;
using System.Net.Sockets;
using SupportHub.Tests;

namespace SupportHub.Integration.Faults;

/// <summary>Stands in front of a server on loopback. Where it ends a line it breaks it, and who reads sees that: it is no orderly end.</summary>
internal abstract class TcpProxy : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly TcpListener _listener;
    private readonly int _server;
    private readonly Task _serving;

    /// <param name="server">The port behind it.</param>
    protected TcpProxy(int server)
    {
        _server = server;
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        _serving = Serve();
    }

    public int Port { get; } = Ports.Free();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _end.Dispose();
    }

    /// <summary>Both directions of one line. Ends where it is to be cut.</summary>
    protected abstract (Task Up, Task Down) Carry(NetworkStream near, NetworkStream far, CancellationToken cancel);

    private async Task Serve()
    {
        List<Task> lines = [];
        try
        {
            while (true)
                lines.Add(Relay(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(lines);
        }
    }

    private async Task Relay(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient();
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, _server, _end.Token);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
            var (up, down) = Carry(near.GetStream(), far.GetStream(), either.Token);
            await Task.WhenAny(up, down);
            await either.CancelAsync();
            near.Client.LingerState = new LingerOption(true, 0);
            near.Close();
            await Task.WhenAll(up, down);
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // One of the two is gone, and so is the other's line.
        }
    }
}
