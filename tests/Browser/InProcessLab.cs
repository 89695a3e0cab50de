using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using SupportHub.Lab;

namespace SupportHub.Tests;

/// <summary>
/// The Lab as it is delivered, on real sockets, inside the test's process: what a server compiles while it starts and while it is first used is
/// compiled once for all tests; with a process for each it took a third of the processors.
/// </summary>
public sealed class InProcessLab : ITestLab
{
    private readonly TempFolder _folder;
    private readonly Lines _log;
    private readonly WholeLab _lab;

    private InProcessLab(TempFolder folder, Lines log, WholeLab lab)
    {
        _folder = folder;
        _log = log;
        _lab = lab;
    }

    public LabAddresses At => _lab.At;

    public string Log => _log.ToString();

    public static async Task<InProcessLab> Start()
    {
        var (folder, log) = (new TempFolder("lab"), new Lines());
        WholeLab? lab = null;
        try
        {
            lab = await WholeLab.Create(
                [.. LabProcess.Arguments(LabProcess.FreePorts(), folder["data"]), "--applicationName=SupportHub.Lab", $"--contentRoot={LabProcess.Program}"],
                builder => builder.Logging.ClearProviders().AddProvider(log), LabProcess.Program);
            await lab.Start();
            return new InProcessLab(folder, log, lab);
        }
        catch
        {
            if (lab is not null)
                await lab.DisposeAsync();
            folder.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _lab.Stop();
        await _lab.DisposeAsync();
        _folder.Dispose();
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }

        public override string ToString() => string.Join('\n', _lines);
    }
}
