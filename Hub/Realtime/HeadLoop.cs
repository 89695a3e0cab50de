using SupportHub.Conversations;
using SupportHub.Shared;

namespace SupportHub.Realtime;

/// <summary>
/// Once in ten seconds tells the newest seq of every conversation that was written to lately, by whichever node: whoever missed the last push
/// notices. One query a node, whatever the number of connections. Between, it flushes what is gathered: read marks, and how many chats each agent has.
/// </summary>
public sealed partial class HeadLoop(
    Timeline timeline,
    OpenConversations conversations,
    Teller teller,
    Pushes pushes,
    TimeProvider clock,
    ILogger<HeadLoop> log) : BackgroundService
{
    private static readonly TimeSpan FlushEvery = TimeSpan.FromMilliseconds(500);
    private const int WindowMs = 3 * Protocol.HeadEveryMs;
    private const int ForgetAfterMs = 10 * 60_000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = Rounds.Every(FlushEvery, clock);
        var lastHeads = clock.NowMs();
        while (await rounds.Next(stoppingToken))
        {
            try
            {
                teller.Flush();
                await conversations.SaveMarks(stoppingToken);
                if (clock.NowMs() - lastHeads < Protocol.HeadEveryMs)
                    continue;
                lastHeads = clock.NowMs();
                await Heads(stoppingToken);
                conversations.Sweep(clock.NowMs() - ForgetAfterMs);
            }
            catch (Exception failure) when (failure is System.Data.Common.DbException or IOException or TimeoutException)
            {
                Log.Failed(log, failure.GetType().Name);
            }
        }
    }

    private async Task Heads(CancellationToken cancel)
    {
        foreach (var changed in await timeline.ChangedSince(clock.NowMs() - WindowMs, cancel))
        {
            if (conversations.Find(changed.ConversationId) is not { } row || row.Seq < changed.Seq)
                await teller.Refresh(changed.ConversationId);
            if (changed.PublicSeq > 0)
                pushes.ToVisitor(changed.VisitorId, nameof(IVisitorClient.Head), new HeadPush(changed.ConversationId, changed.PublicSeq));
            pushes.ToOpened(changed.ConversationId, nameof(IAgentClient.Head), new HeadPush(changed.ConversationId, changed.Seq));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The heads could not be read ({Failure}); tried again in a moment")]
        public static partial void Failed(ILogger logger, string failure);
    }
}
