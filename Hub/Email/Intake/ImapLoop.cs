using SupportHub.Email.Mailboxes;
using SupportHub.Storage;

namespace SupportHub.Email.Intake;

/// <summary>Fetches the mails of every mailbox that has an IMAP server; of each mailbox, one node under a lease.</summary>
public sealed partial class ImapLoop(MailboxDirectory mailboxes, ImapFolder folder, Database database, TimeProvider clock, ILogger<ImapLoop> log) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);
    private readonly Dictionary<OpenMailbox, (CancellationTokenSource Stop, Task Task)> _running = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = Rounds.Every(TimeSpan.FromSeconds(2), clock);
        do
        {
            var wanted = mailboxes.All.Where(m => m.Imap is not null).ToHashSet();
            foreach (var gone in _running.Keys.Where(m => !wanted.Contains(m)).ToList())
                await End(gone);
            foreach (var mailbox in wanted.Where(m => !_running.ContainsKey(m)))
            {
                var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                _running[mailbox] = (stop, Fetch(mailbox, stop.Token));
            }
        }
        while (await rounds.Next(stoppingToken));
    }

    private async Task End(OpenMailbox mailbox)
    {
        _running.Remove(mailbox, out var run);
        await run.Stop.CancelAsync();
        await run.Task;
        run.Stop.Dispose();
    }

    private async Task Fetch(OpenMailbox mailbox, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await using var lease = await database.Dialect.TryLease($"imap-{mailbox.SiteId}", cancel);
                if (lease is not null)
                {
                    using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, lease.Lost);
                    await folder.Follow(mailbox, either.Token);
                }
            }
            catch (Exception failure)
            {
                // Whatever it is: a mailbox that nobody reads any more would be worse than one that is tried in vain.
                if (!cancel.IsCancellationRequested)
                    Log.Away(log, mailbox.SiteId, failure.GetType().Name);
            }
            await Task.Delay(Rest, clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The mailbox of site {Site} cannot be read ({Failure}); tried again in a moment")]
        public static partial void Away(ILogger logger, long site, string failure);
    }
}
