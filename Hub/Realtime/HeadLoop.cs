using SupportHub.Conversations;
using SupportHub.Shared;
using SupportHub.Storage;

namespace SupportHub.Realtime;

/// <summary>
/// Once in ten seconds tells the newest seq of every conversation that was written to since the last time, by whichever node, however long the
/// database was away meanwhile: whoever missed the last push notices. One query a node at most, whatever the number of connections. Where the last push of all was
/// made just now, the next round tells it: while people write, the next push tells of a gap. Between, it flushes what is gathered: read marks, and
/// who is there with how many chats; and as often as the heads it tells the other nodes who is here.
/// </summary>
public sealed partial class HeadLoop(
    ChangedHeads heads,
    Journal journal,
    OpenConversations conversations,
    Teller teller,
    Pushes pushes,
    TimeProvider clock,
    ILogger<HeadLoop> log) : BackgroundService
{
    private static readonly TimeSpan FlushEvery = TimeSpan.FromMilliseconds(500);

    // For commits that were under way the last time, and for nodes whose clocks are not quite alike.
    private const int OverlapMs = 2 * Protocol.HeadEveryMs;

    private const int JustNowMs = 1000;

    private const int ForgetAfterMs = 10 * 60_000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = Rounds.Every(FlushEvery, clock);
        var tried = clock.NowMs();
        var toldTo = tried;
        while (await rounds.Next(stoppingToken))
        {
            try
            {
                teller.Flush();
                var nowMs = clock.NowMs();
                if (nowMs - tried >= Protocol.HeadEveryMs)
                {
                    tried = nowMs;
                    teller.SayWhoIsHere();
                    var settledTo = journal.SettledTo;
                    await Heads(toldTo - OverlapMs, nowMs, stoppingToken);
                    toldTo = settledTo;
                    conversations.Sweep(nowMs - ForgetAfterMs);
                }
                await conversations.SaveMarks(stoppingToken);
            }
            catch (Exception failure) when (Database.Failed(failure))
            {
                Log.Failed(log, failure.GetType().Name);
            }
        }
    }

    private async Task Heads(long sinceMs, long nowMs, CancellationToken cancel)
    {
        foreach (var changed in await heads.Since(sinceMs, cancel))
        {
            if (conversations.Find(changed.ConversationId) is not { } row || row.Seq < changed.Seq)
                await teller.Refresh(changed.ConversationId);
            else if (IsJustNow(row.LastAt, nowMs))
                continue;
            if (changed.PublicSeq > 0)
                pushes.ToVisitor(changed.VisitorId, nameof(IVisitorClient.Head), new HeadPush(changed.ConversationId, changed.PublicSeq));
            pushes.ToOpened(changed.ConversationId, nameof(IAgentClient.Head), new HeadPush(changed.ConversationId, changed.Seq));
        }
    }

    /// <summary>Other nodes' clocks, and what was written while the heads were read, may be a little ahead; a clock that is far ahead must not keep heads back.</summary>
    internal static bool IsJustNow(long atMs, long nowMs) => Math.Abs(nowMs - atMs) < JustNowMs;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The heads could not be read ({Failure}); tried again in a moment")]
        public static partial void Failed(ILogger logger, string failure);
    }
}
