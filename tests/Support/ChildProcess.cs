using System.Collections.Concurrent;
using System.Diagnostics;

namespace SupportHub.Tests;

/// <summary>
/// A program that ends with the test run, however that ends: a shell between the two holds a pipe from us, and stops the program when the
/// pipe closes, which happens even when the test process is killed.
/// </summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private const string Guard = """
        signal=$1; shift
        exec 3<&0
        "$@" </dev/null 3<&- &
        child=$!
        echo "pid $child"
        ( read -r _ <&3; kill -s "$signal" "$child" ) 2>/dev/null &
        reader=$!
        wait "$child"; code=$?
        kill "$reader" 2>/dev/null
        exit "$code"
        """;

    /// <summary>For a .NET program that lives for seconds: it never earns what compiling with care costs, a third of its time.</summary>
    public static readonly IReadOnlyDictionary<string, string> ShortLived = new Dictionary<string, string> { ["DOTNET_JITMinOpts"] = "1" };

    private readonly Process _shell;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<int> _pid = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private event Action<string>? Written;

    private ChildProcess(Process shell)
    {
        _shell = shell;
    }

    /// <summary>Everything the program wrote, to either stream.</summary>
    public string Log => string.Join('\n', _lines);

    public bool HasExited => _shell.HasExited;

    /// <summary>The program's own process id.</summary>
    public Task<int> Pid => _pid.Task;

    /// <param name="stopSignal">What asks this program to stop properly.</param>
    public static ChildProcess Start(IEnumerable<string> command, string stopSignal = "TERM", string? folder = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("bash", ["-c", Guard, "guard", stopSignal, .. command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var child = new ChildProcess(new Process { StartInfo = start });
        child._shell.OutputDataReceived += (_, line) => child.Take(line.Data);
        child._shell.ErrorDataReceived += (_, line) => child.Take(line.Data);
        child._shell.Start();
        child._shell.BeginOutputReadLine();
        child._shell.BeginErrorReadLine();
        return child;
    }

    /// <summary>The first line, written before or after this call, that <paramref name="wanted"/> accepts.</summary>
    public async Task<string> Line(Func<string, bool> wanted, TimeSpan patience)
    {
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(string line)
        {
            if (wanted(line))
                found.TrySetResult(line);
        }

        Written += Look;
        try
        {
            foreach (var line in _lines)
                Look(line);
            var ended = _shell.WaitForExitAsync();
            if (await Task.WhenAny(found.Task, ended, Task.Delay(patience)) != found.Task && !found.Task.IsCompleted)
                throw new InvalidOperationException($"The program {(ended.IsCompleted ? "ended" : "took too long")} before it said what was waited for. It wrote:\n{Log}");
            return await found.Task;
        }
        finally
        {
            Written -= Look;
        }
    }

    /// <summary>Ends the program without a chance to clean up (SIGKILL), and waits until it is gone.</summary>
    public async Task Kill()
    {
        using (var child = Process.GetProcessById(await Pid))
            child.Kill();
        await _shell.WaitForExitAsync();
    }

    /// <summary>Sends a signal by name, for example STOP or CONT.</summary>
    public async Task Signal(string name)
    {
        using var kill = Process.Start("kill", ["-s", name, (await Pid).ToString()]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Asks the program to stop; kills it when it does not within 20 s.</summary>
    public async Task Stop()
    {
        if (_shell.HasExited)
            return;
        _shell.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            await _shell.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            await Kill();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _shell.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
            return;
        if (!_pid.Task.IsCompleted && line.StartsWith("pid ", StringComparison.Ordinal) && int.TryParse(line.AsSpan(4), out var pid))
        {
            _pid.SetResult(pid);
            return;
        }
        _lines.Enqueue(line);
        Written?.Invoke(line);
    }
}
