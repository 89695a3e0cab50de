namespace SupportHub.Tests;

/// <summary>The real hub as a process of its own, which can be killed and started again on the same address and data.</summary>
public sealed class HubProcess : IAsyncDisposable
{
    private readonly IReadOnlyList<string> _arguments;
    private readonly TempFolder _folder = new("hub");
    private readonly List<string> _earlierLogs = [];
    private ChildProcess? _process;

    private HubProcess(IEnumerable<string> arguments)
    {
        var port = Ports.Free();
        Address = new Uri($"http://127.0.0.1:{port}");
        _arguments = [$"--urls={Address}", $"--Storage:Folder={_folder["data"]}", .. arguments];
    }

    public Uri Address { get; }

    /// <summary>Everything that every run of it wrote: what must never appear in a log is looked for here.</summary>
    public string Log => string.Join('\n', [.. _earlierLogs, _process?.Log ?? ""]);

    public Task<int> Pid => _process!.Pid;

    /// <param name="arguments">More settings, for example <see cref="TestDatabase.Arguments"/>; a later one wins.</param>
    public static async Task<HubProcess> Start(params IEnumerable<string> arguments)
    {
        var hub = new HubProcess(arguments);
        try
        {
            await hub.Start();
            return hub;
        }
        catch
        {
            await hub.DisposeAsync();
            throw;
        }
    }

    public async Task Start()
    {
        if (_process is { } last)
            _earlierLogs.Add(last.Log);
        _process = ChildProcess.Start(["dotnet", Repository.Built("Hub"), .. _arguments], folder: Path.Combine(Repository.Root, "Hub"), environment: ChildProcess.ShortLived);
        await _process.Line(line => line.Contains("Now listening on", StringComparison.Ordinal), LongEnough.Usually);
    }

    /// <summary>SIGKILL.</summary>
    public Task Kill() => _process!.Kill();

    /// <summary>SIGTERM, and a proper end.</summary>
    public Task Stop() => _process!.Stop();

    /// <summary>Sends a signal by name: STOP freezes it, CONT lets it go on. Frozen is it when each of its threads is.</summary>
    public async Task Signal(string name)
    {
        await _process!.Signal(name);
        if (name != "STOP" || !OperatingSystem.IsLinux())
            return;
        var threads = $"/proc/{await Pid}/task";
        await Eventually.Succeeds(() => Directory.GetDirectories(threads).All(thread => File.ReadAllText($"{thread}/status").Contains("State:\tT", StringComparison.Ordinal))
            ? Task.CompletedTask
            : throw new TimeoutException("It is not frozen."));
    }

    public async Task Restart()
    {
        await Kill();
        await Start();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _folder.Dispose();
    }
}
