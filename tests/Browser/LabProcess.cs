using SupportHub.Lab;

namespace SupportHub.Tests;

/// <summary>The Lab as it is delivered, as a process that can be killed and started again.</summary>
public sealed class LabProcess : ITestLab
{
    /// <summary>Published there when the tests are built.</summary>
    public static readonly string Program = Path.Combine(AppContext.BaseDirectory, "lab");

    private readonly TempFolder _folder = new("lab");
    private readonly LabOptions _ports = FreePorts();
    private readonly List<string> _earlierLogs = [];
    private ChildProcess? _process;

    private LabProcess()
    {
    }

    public LabAddresses At => LabAddresses.Of(_ports);

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

    public static LabOptions FreePorts() => new() { HubPort = Ports.Free(), SitePort = Ports.Free(), MailPort = Ports.Free(), SmtpPort = Ports.Free(), PhonePort = Ports.Free() };

    public static string[] Arguments(LabOptions ports, string dataFolder) =>
    [
        $"--Lab:HubPort={ports.HubPort}", $"--Lab:SitePort={ports.SitePort}", $"--Lab:MailPort={ports.MailPort}", $"--Lab:SmtpPort={ports.SmtpPort}",
        $"--Lab:PhonePort={ports.PhonePort}", $"--Storage:Folder={dataFolder}",
    ];

    /// <summary>On the same addresses and data.</summary>
    public async Task Again()
    {
        if (_process is { } last)
            _earlierLogs.Add(last.Log);
        _process = ChildProcess.Start(
            ["dotnet", Path.Combine(Program, "SupportHub.Lab.dll"), .. Arguments(_ports, DataFolder)], folder: Program, environment: ChildProcess.ShortLived);
        await _process.Line(line => line.StartsWith("Data ", StringComparison.Ordinal), LongEnough.ForBrowsers);
    }

    /// <summary>SIGKILL.</summary>
    public Task Kill() => _process!.Kill();

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _folder.Dispose();
    }
}
