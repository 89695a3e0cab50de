namespace SupportHub.Tests;

/// <summary>The Lab as it is delivered: hub, console, sample website, the customers' mail and the telephones in one process, which can be killed and started again.</summary>
public sealed class LabProcess : IAsyncDisposable
{
    /// <summary>Published there when the tests are built.</summary>
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "lab");

    private readonly TempFolder _folder = new("lab");
    private readonly int _hubPort = Ports.Free();
    private readonly int _sitePort = Ports.Free();
    private readonly int _mailPort = Ports.Free();
    private readonly int _phonePort = Ports.Free();
    private readonly List<string> _earlierLogs = [];
    private ChildProcess? _process;

    private LabProcess()
    {
    }

    /// <summary>The sample website.</summary>
    public Uri Site => new($"http://127.0.0.1:{_sitePort}");

    /// <summary>Console and hub.</summary>
    public Uri Hub => new($"http://localhost:{_hubPort}");

    /// <summary>The customers' mailboxes.</summary>
    public Uri Mail => new($"http://127.0.0.1:{_mailPort}");

    /// <summary>The page with the telephones.</summary>
    public Uri Phones => new($"http://127.0.0.1:{_phonePort}");

    /// <summary>Where the hub sends mail.</summary>
    public int SmtpPort { get; } = Ports.Free();

    /// <summary>The six lines and whatever else it wrote, in every run.</summary>
    public string Log => string.Join('\n', [.. _earlierLogs, _process?.Log ?? ""]);

    public string DataFolder => _folder["data"];

    public static async Task<LabProcess> Start()
    {
        var lab = new LabProcess();
        try
        {
            await lab.Again();
            return lab;
        }
        catch
        {
            await lab.DisposeAsync();
            throw;
        }
    }

    /// <summary>On the same addresses and data.</summary>
    public async Task Again()
    {
        if (_process is { } last)
            _earlierLogs.Add(last.Log);
        _process = ChildProcess.Start(
            [
                "dotnet", Path.Combine(Program, "SupportHub.Lab.dll"), $"--Lab:HubPort={_hubPort}", $"--Lab:SitePort={_sitePort}", $"--Lab:MailPort={_mailPort}",
                $"--Lab:SmtpPort={SmtpPort}", $"--Lab:PhonePort={_phonePort}", $"--Storage:Folder={DataFolder}",
            ],
            folder: Program, environment: ChildProcess.ShortLived);
        await _process.Line(line => line.StartsWith("Data ", StringComparison.Ordinal), TimeSpan.FromSeconds(90));
    }

    /// <summary>SIGKILL.</summary>
    public Task Kill() => _process!.Kill();

    /// <summary>SIGTERM, and a proper end.</summary>
    public Task Stop() => _process!.Stop();

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _folder.Dispose();
    }
}
