namespace SupportHub.Tests;

/// <summary>A Redis of a test's own, on a free port, that keeps nothing.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private readonly TempFolder _folder = new("redis");
    private readonly int _port = Ports.Free();
    private ChildProcess? _server;

    /// <summary>For <c>Redis:Connection</c>.</summary>
    public string Connection => $"127.0.0.1:{_port}";

    public static async Task<RedisServer> Create()
    {
        var server = new RedisServer();
        await server.Start();
        return server;
    }

    public async Task Start()
    {
        _server = ChildProcess.Start(
            ["redis-server", "--port", $"{_port}", "--bind", "127.0.0.1", "--dir", _folder.FullName, "--save", "", "--appendonly", "no"]);
        await _server.Line(line => line.Contains("eady to accept connections", StringComparison.Ordinal), LongEnough.Usually);
    }

    public async Task Stop() => await (_server?.Stop() ?? Task.CompletedTask);

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _folder.Dispose();
    }
}
