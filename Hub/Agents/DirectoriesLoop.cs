namespace SupportHub.Agents;

/// <summary>
/// Keeps the directories (agents, sites, canned replies, routing) current: loaded before the server answers anyone, then read again
/// every two seconds, which is how a node learns what another node changed. Goes on through a database outage with what it has.
/// </summary>
public sealed partial class DirectoriesLoop(
    IEnumerable<IDirectory> directories,
    TimeProvider clock,
    ILogger<DirectoriesLoop> log) : BackgroundService, IHostedLifecycleService
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    public Task StartingAsync(CancellationToken cancellationToken) => Refresh(cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = Rounds.Every(Every, clock);
        var failing = false;
        while (await rounds.Next(stoppingToken))
        {
            try
            {
                await Refresh(stoppingToken);
                if (failing)
                    Log.Recovered(log);
                failing = false;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // Said once per outage; the next tick tries again.
                if (!failing)
                    Log.Failed(log, failure);
                failing = true;
            }
        }
    }

    private async Task Refresh(CancellationToken cancel)
    {
        foreach (var directory in directories)
            await directory.Refresh(cancel);
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Accounts and sites could not be read again; going on with what is known")]
        public static partial void Failed(ILogger log, Exception failure);

        [LoggerMessage(LogLevel.Information, "Accounts and sites are current again")]
        public static partial void Recovered(ILogger log);
    }
}
