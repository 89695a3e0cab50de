using SupportHub.Conversations;
using SupportHub.Email.Mailboxes;
using SupportHub.Email.Reading;
using SupportHub.Shared;
using SupportHub.Storage;

namespace SupportHub.Email.Intake;

/// <summary>
/// The one intake behind both doors. A mail is first kept, with the row that makes it one; whoever brought it is answered then. What it means is decided
/// after that, here or, after a crash, by <see cref="IntakeLoop"/>: each step can be done again without being seen.
/// </summary>
public sealed partial class MailIntake(
    MailSql mails, RawMails raws, MailArrival arrival, HeldMails held, MailboxDirectory mailboxes, Journal journal, TimeProvider clock, ILogger<MailIntake> log)
{
    /// <summary>Longer than reading and writing down takes.</summary>
    private const long ClaimMs = 60_000;

    private const long RetryMs = 5_000;
    private const int LargeAtOnce = 2;
    private const int ManyMails = 30;
    private const long ManyWithinMs = 10 * 60_000;
    private readonly SemaphoreSlim _large = new(LargeAtOnce, LargeAtOnce);

    /// <summary>Keeps the mail, and does what it says. When this returns, it is not lost any more, whatever became of it.</summary>
    /// <param name="source">Folder, UIDVALIDITY and UID; absent where it was posted.</param>
    /// <param name="raw">The mail, or the beginning of one that is too large.</param>
    /// <param name="size">Of the whole mail, in bytes.</param>
    public async Task Take(OpenMailbox mailbox, string? source, Stream raw, long size, CancellationToken cancel)
    {
        var isLarge = size > IntakeLimits.Large;
        if (isLarge)
            await _large.WaitAsync(cancel);
        try
        {
            var bytes = new byte[raw.Length];
            await raw.ReadExactlyAsync(bytes, cancel);
            await Take(mailbox, source, bytes, size, cancel);
        }
        finally
        {
            if (isLarge)
                _large.Release();
        }
    }

    private async Task Take(OpenMailbox mailbox, string? source, byte[] raw, long size, CancellationToken cancel)
    {
        var mail = MailReading.Read(raw, size: size);
        var nowMs = clock.NowMs();
        var row = new MailRow
        {
            SiteId = mailbox.SiteId, Source = source, Content = mail.ContentHash, MessageId = mail.MessageId, Sender = Sender(mail), Subject = mail.Subject, Size = size,
            At = nowMs, ClaimedUntil = nowMs + ClaimMs,
        };
        if (await Keep(row, raw, cancel) is { } id)
            await Do(id, mailbox, mail, cancel);
    }

    /// <returns>Its id; null where it is known, and nothing more is kept of it.</returns>
    private async Task<long?> Keep(MailRow row, byte[] raw, CancellationToken cancel)
    {
        while (true)
        {
            var id = await raws.Keep(raw, cancel);
            var added = await mails.Add(row with { Id = id });
            if (added == Addition.New)
                return id;
            raws.Forget(id);
            if (added == Addition.Known)
                return null;
        }
    }

    /// <summary>Does what a mail says that was kept and not finished.</summary>
    public async Task Resume(MailRow row, CancellationToken cancel)
    {
        var nowMs = clock.NowMs();
        if (!await mails.Claim(row.Id, nowMs, nowMs + ClaimMs))
            return;
        if (mailboxes.Of(row.SiteId) is { } mailbox && await raws.Read(row.Id, cancel) is { } raw)
            await Do(row.Id, mailbox, MailReading.Read(raw, size: row.Size), cancel);
        else
            await mails.Release(row.Id, nowMs + ClaimMs);
    }

    private async Task Do(long id, OpenMailbox mailbox, ReadMail mail, CancellationToken cancel)
    {
        try
        {
            if (!await Follow(id, mailbox, mail, cancel))
                await mails.Release(id, clock.NowMs() + RetryMs);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !Database.Failed(failure))
        {
            Log.Failed(log, failure, id);
            await mails.Settle(id, MailState.Aside, AsideReason.Failed, null);
        }
    }

    /// <returns>False where it must be tried again.</returns>
    private async Task<bool> Follow(long id, OpenMailbox mailbox, ReadMail mail, CancellationToken cancel)
    {
        var decided = IntakeRules.Decide(mail, mailbox);
        if (decided is Intake.Answer or Intake.Begin && await mails.CountOf(Sender(mail)!, clock.NowMs() - ManyWithinMs) > ManyMails)
            decided = new Intake.Aside(AsideReason.TooMany);
        switch (decided)
        {
            case Intake.Aside { Reason: AsideReason.TooMany } when !await held.Tell(id, mailbox.SiteId, mail):
                return false;
            case Intake.Aside aside:
                await mails.Settle(id, MailState.Aside, aside.Reason, null);
                return true;
            case Intake.Report report:
                var outcome = await journal.Submit(report.Conversation, new Command.Delivered(await mails.SentAs(report.Conversation, report.Seq, report.State), report.State, report.Words));
                if (outcome.Refusal is { RetryAfterMs: not null })
                    return false;
                await mails.Settle(id, MailState.Machine, null, report.Conversation);
                return true;
            case Intake.Answer or Intake.Begin:
                if (await arrival.Put(id, mailbox, mail, decided, cancel) is not { } conversation)
                    return false;
                await mails.Settle(id, MailState.Taken, null, conversation);
                return true;
            default:
                await mails.Settle(id, MailState.Machine, null, null);
                return true;
        }
    }

    private static string? Sender(ReadMail mail) => mail.From?.Address.ToLowerInvariant();

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Mail} could not be read; it waits for somebody to look at it")]
        public static partial void Failed(ILogger logger, Exception failure, long mail);
    }
}
