using System.Diagnostics;

namespace SupportHub.Load;

/// <summary>A server in a process of its own: this program again, as <c>serve …</c>.</summary>
internal sealed class Server : IDisposable
{
    private readonly Process _process;

    private Server(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Agents' ids with the cookie of each.</summary>
    public List<(long Id, string Cookie)> Agents { get; } = [];

    /// <summary>Signs posted mails, where the hub was given a mail server.</summary>
    public string? MailSecret { get; private set; }

    public long MemoryBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static async Task<Server> Start(params string[] arguments)
    {
        var address = new Uri($"http://127.0.0.1:{Tests.Ports.Free()}");
        var start = new ProcessStartInfo("dotnet", [typeof(Server).Assembly.Location, "serve", .. arguments, $"--urls={address}"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        var server = new Server(Process.Start(start)!, address);
        while (await server._process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == "ready")
            {
                // Whatever it says later must not fill the pipe.
                _ = server._process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return server;
            }
            if (line.Split(' ') is ["mail", var secret])
                server.MailSecret = secret;
            else if (line.Split(' ') is ["agent", var id, var cookie])
                server.Agents.Add((long.Parse(id, System.Globalization.CultureInfo.InvariantCulture), cookie));
            else
                Console.Error.WriteLine(line);
        }
        throw new InvalidOperationException("The server ended before it was ready.");
    }

    /// <summary>The product, with limits that let one address bring everybody.</summary>
    public static Task<Server> StartHub(int agents, Tests.TempFolder folder, params string[] storage) => Start(
        ["hub", $"{agents}", $"--Storage:Folder={folder.FullName}", "--Limits:NewVisitorsPerMinute=1000000", "--Limits:ConnectionsPerAddress=1000000", .. storage]);

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
