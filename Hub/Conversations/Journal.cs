using System.Threading.Channels;
using SupportHub.Shared;
using SupportHub.Storage;

namespace SupportHub.Conversations;

/// <summary>
/// The only writer of conversations in this process. Commands that wait are decided one after the other and committed together; an
/// <see cref="Outcome"/> is given only after the commit. What several nodes write at once is settled by the unique key
/// (conversation, seq) and by the state's version: who comes second reads again and decides again.
/// </summary>
public sealed partial class Journal : BackgroundService
{
    /// <summary>What may wait. Beyond that a command is refused at once, so that nothing grows when the database is slow.</summary>
    public const int Capacity = 8192;

    private const int BatchLimit = 512;
    private const int Attempts = 5;
    private const int BusyRetryMs = 1000;

    private readonly Channel<Submission> _waiting = Channel.CreateBounded<Submission>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private readonly HeadCache _heads;
    private readonly JournalWriter _writer;
    private readonly CommitFeed _feed;
    private readonly TimeProvider _clock;
    private readonly ILogger<Journal> _log;
    private long _busySince = long.MaxValue;

    public Journal(Database database, CommitFeed feed, TimeProvider clock, ILogger<Journal> log)
    {
        _writer = new JournalWriter(database);
        _heads = new HeadCache(_writer);
        _feed = feed;
        _clock = clock;
        _log = log;
    }

    /// <summary>Decides and commits, and answers when what was committed is told. Never throws for an expected failure.</summary>
    /// <param name="answerInPlace">What follows on the answer is short, and runs before anything else is told.</param>
    public ValueTask<Outcome> Submit(long conversation, Command command, bool answerInPlace = false)
    {
        var submission = new Submission(conversation, command, answerInPlace);
        return _waiting.Writer.TryWrite(submission)
            ? new ValueTask<Outcome>(submission.Task)
            : new ValueTask<Outcome>(Conversations.Outcome.Refused(RefusalCode.Busy, BusyRetryMs));
    }

    /// <summary>What was decided before this moment (Unix milliseconds) went to the feed after its commit, or failed, which the feed was told (<see cref="CommitFeed.MissedAt"/>).</summary>
    public long SettledTo => Math.Min(_clock.NowMs(), Volatile.Read(ref _busySince));

    /// <summary>Another node wrote to this conversation: read before the next decision.</summary>
    public void Invalidate(long conversation) => _heads.Invalidate(conversation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<Submission> batch = new(BatchLimit);
        try
        {
            while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
            {
                batch.Clear();
                while (batch.Count < BatchLimit && _waiting.Reader.TryRead(out var next))
                    batch.Add(next);
                Volatile.Write(ref _busySince, _clock.NowMs());
                await Commit(batch);
                Volatile.Write(ref _busySince, long.MaxValue);
                _heads.Trim();
            }
        }
        finally
        {
            _waiting.Writer.TryComplete();
            while (_waiting.Reader.TryRead(out var left))
                left.Finish(Conversations.Outcome.Refused(RefusalCode.Busy, BusyRetryMs));
            await _writer.DisposeAsync();
        }
    }

    private async Task Commit(List<Submission> batch)
    {
        for (var attempt = 1; ; attempt++)
        {
            var drafts = new Dictionary<long, Draft>();
            try
            {
                foreach (var submission in batch)
                    submission.Result = await Decide(submission, drafts);
                var written = drafts.Values.Where(d => d.Entries.Count > 0).ToList();
                if (written.Count > 0)
                    await _writer.Write(written);
                await _feed.Publish([.. drafts.Values.Select(d => d.Settle())]);
                return;
            }
            catch (Exception failure)
            {
                // Whether it was committed is not known: everything touched is read again.
                foreach (var submission in batch)
                    _heads.Invalidate(submission.Conversation);
                switch (_writer.Judge(failure))
                {
                    case WriteFailure.Conflict when attempt < Attempts:
                        continue;
                    case WriteFailure.Conflict or WriteFailure.BadRow when batch.Count > 1:
                        // One of them cannot be written; the others must not suffer for it.
                        foreach (var single in batch)
                            await Commit([single]);
                        return;
                    case WriteFailure.Unavailable:
                        Log.Unavailable(_log, batch.Count, failure.GetType().Name);
                        await _writer.Reset();
                        break;
                    default:
                        Log.Failed(_log, failure);
                        await _writer.Reset();
                        break;
                }
                _feed.Miss();
                foreach (var submission in batch)
                    submission.Finish(Conversations.Outcome.Refused(RefusalCode.Busy, BusyRetryMs));
                return;
            }
        }
    }

    private async ValueTask<Outcome> Decide(Submission submission, Dictionary<long, Draft> drafts)
    {
        if (!drafts.TryGetValue(submission.Conversation, out var draft))
            drafts[submission.Conversation] = draft = new Draft(submission.Conversation, await _heads.Get(submission.Conversation));
        draft.Submissions.Add(submission);

        if (draft.State is { } known && submission.Command.By is { Kind: AuthorKind.Visitor } visitor && visitor.Id != known.VisitorId)
            return Conversations.Outcome.Refused(RefusalCode.UnknownConversation);

        if (submission.Command is INumbered numbered)
        {
            var last = draft.LastNumber(SessionKey.Of(submission.Command.By.AgentId, numbered.Session));
            if (numbered.Number <= last)
                return await Again(submission.Command.By, numbered, draft);
            if (numbered.Number > last + 1 && draft.State is not null)
                return new Outcome(new Refusal(RefusalCode.NumberGap, Seq: last), 0, 0);
        }

        var nowMs = _clock.NowMs();
        switch (ConversationRules.Decide(draft.State, submission.Conversation, submission.Command, nowMs))
        {
            case Decision.Change change:
                return new Outcome(null, draft.Add(change, nowMs), nowMs);
            case Decision.Refuse refuse:
                return Conversations.Outcome.Refused(refuse.Code);
            default:
                throw new InvalidOperationException("A decision is a change or a refusal.");
        }
    }

    /// <summary>The number was used before: the same message is answered as then, another one is refused.</summary>
    private async ValueTask<Outcome> Again(Author by, INumbered numbered, Draft draft)
    {
        var known = draft.Entries.Find(e => e.Session == numbered.Session && e.Number == numbered.Number && e.AgentId == by.AgentId)
            ?? await _writer.Find(draft.Conversation, by.AgentId, numbered.Session, numbered.Number);
        return known is not null && known.Body == numbered.Body
            ? new Outcome(null, known.Seq, known.At)
            : Conversations.Outcome.Refused(RefusalCode.NumberReused);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The database did not take {Count} commands ({Failure}); their senders were told to send again")]
        public static partial void Unavailable(ILogger logger, int count, string failure);

        [LoggerMessage(Level = LogLevel.Error, Message = "The journal failed")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
