using SupportHub.Callbacks.Attempts;
using SupportHub.Callbacks.Lines;
using SupportHub.Callbacks.Twilio;
using SupportHub.Conversations;
using SupportHub.Shared;

namespace SupportHub.Callbacks.Calling;

/// <summary>
/// Brings what happens to an attempt together with what follows: each event is learnt and saved on the version that was read, and only then is
/// anything done. Whoever dies in between leaves a row that is looked at again.
/// </summary>
public sealed partial class AttemptDesk(
    AttemptSql sql, LineDirectory lines, IPhoneLine network, CallBudget budget, CallReport report, OpenConversations conversations, Journal journal, TimeProvider clock, ILogger<AttemptDesk> log)
{
    private const int Races = 20;

    // While an event is at work nobody else need look; after that, a process has died.
    private const long AtWorkMs = 15_000;

    /// <returns>The attempt afterwards; null where there is none.</returns>
    public async Task<StoredAttempt?> Happen(long conversation, int number, AttemptEvent happened)
    {
        for (var race = 0; race < Races; race++)
        {
            if (await sql.Find(conversation, number) is not { } before)
                return null;
            // Without an account the attempt still ends: of what was ordered there is no more word, and the conversation must not wait for it for ever.
            var line = lines.Of(before.SiteId);
            var nowMs = clock.NowMs();
            var known = before.Known;
            var (learnt, steps) = AttemptRules.Next(known, happened, AttemptLimits.Usual);
            var after = Timers(before.Knowing(learnt).Hearing(happened, nowMs), learnt, happened, steps, nowMs);
            if (after == before && steps.Count == 0)
                return before;
            if (!await sql.Save(after))
                continue;
            after = after with { Version = after.Version + 1 };
            await Progress(after, known, learnt);
            return await Do(after, line, steps);
        }
        throw new TimeoutException($"Attempt {conversation}/{number} changes too often.");
    }

    /// <summary>What is due, whichever node finds it.</summary>
    public async Task Look(StoredAttempt attempt)
    {
        var nowMs = clock.NowMs();
        await EndUnwanted(attempt);
        if (attempt.Known.Phase == AttemptPhase.Planned)
            await Begin(attempt);
        foreach (var timer in attempt.DueTimers(nowMs))
            await Happen(attempt.ConversationId, attempt.Number, new AttemptEvent.Due(timer));
        // What ends from here on is told by whoever ended it.
        if (attempt.Known.Outcome is not null && await sql.Find(attempt.ConversationId, attempt.Number) is { Told: false } ended)
            await End(ended);
    }

    /// <summary>Where the conversation ended, or wants no call any more, and whoever wanted to say so died before.</summary>
    public async Task EndUnwanted(StoredAttempt attempt)
    {
        if (attempt.Known.Outcome is null && !await IsWanted(attempt))
            await Happen(attempt.ConversationId, attempt.Number, new AttemptEvent.Cancel());
    }

    /// <summary>What this node holds may be older than the attempt: only the database says no.</summary>
    private async Task<bool> IsWanted(StoredAttempt attempt) =>
        conversations.Find(attempt.ConversationId)?.State.IsCalledWith(attempt.Number) is true
        || await conversations.Reload(attempt.ConversationId) is { } row && row.State.IsCalledWith(attempt.Number);

    /// <summary>Again, because whoever should have done it died: the phone that rings for nobody is hung up, and the conversation told.</summary>
    private async Task End(StoredAttempt ended)
    {
        if (ended.Known.RingsInVain is { } sid && lines.Of(ended.SiteId) is { } line)
            await network.End(line.Account, sid, CancellationToken.None);
        await Tell(ended);
    }

    /// <summary>Dials, if the call is still wanted and the day's money allows it.</summary>
    private async Task Begin(StoredAttempt attempt)
    {
        if (lines.Working(attempt.SiteId) is not { } line)
            await Happen(attempt.ConversationId, attempt.Number, new AttemptEvent.Refused(LineTrouble.NotConnected));
        else if (lines.PhoneOf(attempt.AgentId) is null)
            await Happen(attempt.ConversationId, attempt.Number, new AttemptEvent.Refused(LineTrouble.Blocked));
        else if ((attempt.ReservedCents > 0 ? attempt.ReservedCents : await budget.Reserve(line, attempt)) is not { } reserved)
            await Happen(attempt.ConversationId, attempt.Number, new AttemptEvent.Refused(LineTrouble.DayLimit));
        else if (await sql.Save(attempt with { ReservedCents = reserved }))
            await Happen(attempt.ConversationId, attempt.Number, new AttemptEvent.Begin());
        else
            await budget.GiveBack(line, attempt, reserved);
    }

    private static StoredAttempt Timers(StoredAttempt attempt, Attempt known, AttemptEvent happened, IReadOnlyList<AttemptStep> steps, long nowMs)
    {
        var next = happened is AttemptEvent.Due due ? attempt.With(due.Timer, null) : attempt;
        foreach (var wake in steps.OfType<AttemptStep.Wake>())
            next = next.With(wake.Timer, nowMs + (long)wake.After.TotalMilliseconds);
        if (steps.Any(s => s is AttemptStep.Close))
            next = next with { Told = false };
        if (known.Outcome is not null && !known.NeedsSearch)
            next = next with { SearchAt = null, QuietAt = null, SettleAt = null };
        var timers = new[] { next.SearchAt, next.QuietAt, next.SettleAt }.Min();
        return next with { LookAt = known.Phase == AttemptPhase.Planned ? nowMs : known.Outcome is not null && !next.Told ? nowMs + AtWorkMs : timers };
    }

    private async Task<StoredAttempt> Do(StoredAttempt attempt, OpenLine? line, IReadOnlyList<AttemptStep> steps)
    {
        foreach (var step in steps)
            switch (step)
            {
                case AttemptStep.Place:
                    attempt = await Place(attempt, line) ?? attempt;
                    break;
                case AttemptStep.Reconcile:
                    attempt = await Reconcile(attempt, line) ?? attempt;
                    break;
                case AttemptStep.EndCall end when line is not null:
                    await network.End(line.Account, end.Sid, CancellationToken.None);
                    break;
                case AttemptStep.LeaveWord leave when line is not null:
                    await network.Redirect(line.Account, leave.Sid, line.Hook(attempt.ConversationId, attempt.Number, CallHooks.Word), CancellationToken.None);
                    break;
                case AttemptStep.Close:
                    await Tell(attempt);
                    break;
            }
        return attempt;
    }

    private async Task<StoredAttempt?> Place(StoredAttempt attempt, OpenLine? line)
    {
        if (line is null)
            return await Happen(attempt.ConversationId, attempt.Number, new AttemptEvent.Refused(LineTrouble.NotConnected));
        var order = new CallOrder(
            lines.PhoneOf(attempt.AgentId)!, line.Number, line.Hook(attempt.ConversationId, attempt.Number, CallHooks.Agent),
            line.Hook(attempt.ConversationId, attempt.Number, CallHooks.AgentStatus))
        {
            RingSeconds = (int)AttemptLimits.Usual.AgentRings.TotalSeconds,
            LimitSeconds = (int)(line.Talk + AttemptLimits.Usual.CustomerRings).TotalSeconds + 120,
        };
        var placement = await network.Place(line.Account, order, CancellationToken.None);
        if (placement is not Placement.Placed)
            Log.NotPlaced(log, attempt.ConversationId, attempt.Number, placement is Placement.Refused refused ? refused.Why.ToString() : "unclear");
        return await Happen(attempt.ConversationId, attempt.Number, placement switch
        {
            Placement.Placed placed => new AttemptEvent.Placed(placed.Sid),
            Placement.Refused { Why: var why } => new AttemptEvent.Refused(why.Trouble, why.RetryAfter),
            _ => new AttemptEvent.Unclear(),
        });
    }

    /// <summary>Asks the network what became of a call: by its name, or where none is known among those to the agent since the attempt began.</summary>
    private async Task<StoredAttempt?> Reconcile(StoredAttempt attempt, OpenLine? line)
    {
        if (line is null)
            return await OutOfReach(attempt, null, null);
        var known = attempt.Known;
        PhoneCall? call;
        if (known.AgentSid is { } sid)
        {
            var answer = await network.Fetch(line.Account, sid, CancellationToken.None);
            if (answer.Value is null && answer.Refusal?.Trouble != LineTrouble.NotFound)
                return await OutOfReach(attempt, line, answer.Refusal);
            call = answer.Value;
        }
        else
        {
            var answer = await network.List(line.Account, SearchRules.For(lines.PhoneOf(attempt.AgentId) ?? "", line.Number), CancellationToken.None);
            if (answer.Value is not { } calls)
                return await OutOfReach(attempt, line, answer.Refusal);
            call = SearchRules.Ours(calls, attempt.BeganAt, await sql.OthersCalls(attempt));
        }
        if (call is null)
            return await Happen(attempt.ConversationId, attempt.Number, new AttemptEvent.NotFound());
        // Half an answer is none: without the legs it would seem that the customer was never dialled.
        var legs = await network.List(line.Account, new CallSearch(Parent: call.Sid), CancellationToken.None);
        return legs.Value is { } dialled ? await Happen(attempt.ConversationId, attempt.Number, SearchRules.Answer(call, dialled)) : await OutOfReach(attempt, line, legs.Refusal);
    }

    /// <summary>It is asked again later, and not for ever: the account may be gone, or its token another one.</summary>
    private Task<StoredAttempt?> OutOfReach(StoredAttempt attempt, OpenLine? line, LineRefusal? why)
    {
        var limit = AttemptLimits.Usual.GivesUpAfter(attempt.Known.Phase, line is not null);
        return Happen(attempt.ConversationId, attempt.Number, attempt.AwayAt is { } since && clock.NowMs() - since >= (long)limit.TotalMilliseconds
            ? new AttemptEvent.GivenUp()
            : new AttemptEvent.OutOfReach(why?.RetryAfter));
    }

    private async Task Progress(StoredAttempt attempt, Attempt before, Attempt after)
    {
        if (before.Phase == after.Phase || CallReport.PhaseOf(after.Phase) is not { } phase)
            return;
        await journal.Submit(attempt.ConversationId, new Command.CallProgressed(attempt.Number, phase));
    }

    /// <summary>The conversation learns how it ended and what comes next. What could not be told is looked at again.</summary>
    private async Task Tell(StoredAttempt attempt)
    {
        var line = lines.Of(attempt.SiteId);
        if (await report.Ended(attempt, line?.Retries ?? RetryPlan.Usual) is not { } ended)
            return;
        var outcome = await journal.Submit(attempt.ConversationId, ended);
        if (outcome.Refusal is { } refusal)
        {
            Log.NotTold(log, attempt.ConversationId, attempt.Number, refusal.Code);
            return;
        }
        for (var race = 0; race < Races && await sql.Find(attempt.ConversationId, attempt.Number) is { Told: false } row; race++)
        {
            var told = row with { Told = true, ReservedCents = 0 };
            if (!await sql.Save(told with { LookAt = new[] { told.SearchAt, told.QuietAt, told.SettleAt }.Min() }))
                continue;
            // In this order nobody gives back twice: who dies in between leaves the day with less, not with more.
            if (line is not null)
                await budget.Settle(line, row);
            return;
        }
    }

    /// <summary>For a claim of <see cref="AtWorkMs"/>, so that two nodes do not do the same at once. Doing it twice would be harmless.</summary>
    /// <returns>As it is claimed; null where somebody else looks at it.</returns>
    public async Task<StoredAttempt?> Claim(StoredAttempt attempt)
    {
        var untilMs = clock.NowMs() + AtWorkMs;
        return await sql.Postpone(attempt, untilMs) ? attempt with { LookAt = untilMs } : null;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Attempt {Conversation}/{Number} was not placed: {Why}")]
        public static partial void NotPlaced(ILogger logger, long conversation, int number, string why);

        [LoggerMessage(Level = LogLevel.Warning, Message = "How attempt {Conversation}/{Number} ended could not be put on the timeline ({Code})")]
        public static partial void NotTold(ILogger logger, long conversation, int number, RefusalCode code);
    }
}
