using SupportHub.Lab.Mail.Mailboxes;

namespace SupportHub.Lab.Mail.Outgoing;

/// <summary>
/// Takes what waits to the hub: at once, and again with a growing pause while the hub does not take it. A person's mails arrive in their order; one
/// person's mail does not hold up another's.
/// </summary>
public sealed class OutgoingLoop(MailFolders folders, InboundDoor door, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    /// <summary>Why mail is waiting; null while none is.</summary>
    public DoorAnswer? Obstacle { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        var pause = ShortestPause;
        while (!stopping.IsCancellationRequested)
        {
            // Asked for before looking, so that nothing comes between the two unseen.
            var changed = folders.Changed;
            var obstacle = await Round(stopping);
            if (obstacle != Obstacle)
            {
                Obstacle = obstacle;
                folders.Tell();
            }
            if (obstacle is null)
            {
                pause = ShortestPause;
                await changed.WaitAsync(stopping);
                continue;
            }
            await Task.Delay(pause, time, stopping);
            pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
        }
    }

    /// <returns>What kept the first mail from going.</returns>
    private async Task<DoorAnswer?> Round(CancellationToken stopping)
    {
        DoorAnswer? obstacle = null;
        foreach (var mailbox in folders.All.Where(card => card.Tray == Tray.Outgoing).GroupBy(card => card.Address))
        {
            foreach (var card in mailbox.Reverse())
            {
                var answer = await Bring(card, stopping);
                if (answer is DoorAnswer.Taken or DoorAnswer.TooLarge)
                    continue;
                obstacle ??= answer;
                break;
            }
        }
        return obstacle;
    }

    private async Task<DoorAnswer> Bring(MailCard card, CancellationToken stopping)
    {
        using var mail = new MemoryStream();
        await using (var file = folders.Open(card))
            await file.CopyToAsync(mail, stopping);
        var answer = await door.Bring(mail.ToArray(), stopping);
        // Killed between the hub's answer and this line, the mail is brought once more, and the hub knows it.
        if (answer is DoorAnswer.Taken or DoorAnswer.TooLarge)
            folders.Move(card, answer == DoorAnswer.Taken ? Tray.Sent : Tray.Refused);
        return answer;
    }
}
