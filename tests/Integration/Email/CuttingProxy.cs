using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using SupportHub.Tests;

namespace SupportHub.Integration.Email;

/// <summary>Stands in front of an IMAP server and cuts the line in the middle of a mail that is fetched (RFC 9051, a literal of BODY[]).</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly TcpListener _listener;
    private readonly int _server;
    private readonly ConcurrentQueue<int?> _cuts = new();
    private readonly Task _serving;
    private int _cut;

    private CuttingProxy(int server)
    {
        _server = server;
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        _serving = Serve();
    }

    public int Port { get; } = Ports.Free();

    /// <summary>How often it cut.</summary>
    public int Cut => _cut;

    /// <param name="server">The port behind it, on loopback.</param>
    public static CuttingProxy Start(int server) => new(server);

    /// <summary>Of the next mails that are fetched, one after the other, so many bytes go through before the line is gone; none: it goes through whole.</summary>
    public void CutAfter(params IEnumerable<int?> bytes)
    {
        foreach (var count in bytes)
            _cuts.Enqueue(count);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _end.Dispose();
    }

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
            var up = near.GetStream().CopyToAsync(far.GetStream(), either.Token);
            var down = Down(far.GetStream(), near.GetStream(), either.Token);
            await Task.WhenAny(up, down);
            await either.CancelAsync();
            // Not an orderly end: who reads sees the line break.
            near.Client.LingerState = new LingerOption(true, 0);
            near.Close();
            await Task.WhenAll(up, down);
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // One of the two is gone, and so is the other's line.
        }
    }

    /// <summary>Ends where the line is to be cut.</summary>
    private async Task Down(NetworkStream from, NetworkStream to, CancellationToken cancel)
    {
        var buffer = new byte[4096];
        int? left = null;
        for (int read; (read = await from.ReadAsync(buffer, cancel)) > 0;)
        {
            if (left is null && Body(buffer.AsSpan(0, read)) is { } begins && _cuts.TryDequeue(out var bytes))
                left = begins + bytes;
            var through = Math.Min(read, left ?? read);
            await to.WriteAsync(buffer.AsMemory(0, through), cancel);
            if (left is null)
                continue;
            left -= through;
            if (left > 0)
                continue;
            Interlocked.Increment(ref _cut);
            return;
        }
    }

    /// <summary>Where the mail itself begins; the server writes the line before it at once.</summary>
    private static int? Body(ReadOnlySpan<byte> said)
    {
        var at = said.IndexOf("BODY[] {"u8);
        if (at < 0)
            return null;
        var end = said[at..].IndexOf("\r\n"u8);
        return end < 0 ? null : at + end + 2;
    }
}
