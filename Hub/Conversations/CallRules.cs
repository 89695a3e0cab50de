using SupportHub.Shared;
using static SupportHub.Shared.ConversationStatus;

namespace SupportHub.Conversations;

/// <summary>What phone calls do to a conversation. Pure.</summary>
internal static class CallRules
{
    /// <summary>Of what a telephone network says, so much is kept.</summary>
    private const int WordsLimit = 400;

    /// <summary>What an agent can know of a call.</summary>
    private static readonly CallOutcome[] Known = [CallOutcome.Reached, CallOutcome.NoAnswer, CallOutcome.Voicemail, CallOutcome.WrongNumber, CallOutcome.Refused];

    public static Decision Decide(Conversation state, Command command, long nowMs) => command switch
    {
        Command.WantCall want => Wants(state, want, nowMs),
        Command.CancelCall cancel => Cancels(state, cancel, nowMs),
        Command.CallProgressed progress => Progresses(state, progress, nowMs),
        Command.CallEnded ended => Ends(state, ended, nowMs),
        Command.CallAgain again => CallsAgain(state, again, nowMs),
        Command.CorrectCall correct => Corrects(state, correct),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "Not a command of calls."),
    };

    /// <summary>An agent who answers somebody who waits for a call, calls.</summary>
    public static (Conversation State, IReadOnlyList<Effect> Effects) Begins(Conversation answered, long nowMs)
    {
        if (answered is not { Channel: ChannelKind.Phone, CallTo: { } number, AgentId: { } agent })
            return (answered, []);
        var calling = answered with { CallAt = null, CallBy = answered.CallBy == agent ? agent : null, CallAttempts = answered.CallAttempts + 1, Calling = true, CallPhase = null, CallPhaseAt = null, Called = null };
        return (calling, [new Effect.BeginCall(calling.Id, calling.CallAttempts, calling.SiteId, agent, number, nowMs)]);
    }

    /// <summary>A call that is booked is not made sooner because it is handed over: its time belongs to that agent from now on.</summary>
    public static Decision.Change GivesTime(Conversation state, Person agent, NewEntry why) => new(
        state with { Version = state.Version + 1, CallBy = agent.Id, ReservedId = agent.Id }, [why], [new Effect.OwnTime(state.Id, state.CallAt!.Value, agent.Id)]);

    public static Conversation WithoutCall(Conversation state) => state.CallTo is null ? state : state with
    {
        Channel = state.Channel == ChannelKind.Phone ? ChannelKind.Chat : state.Channel, CallTo = null, CallAt = null, CallBy = null, CallTries = 0, CallFailures = 0, Calling = false,
        CallPhase = null, CallPhaseAt = null,
    };

    /// <summary>However it comes that nobody is called at the booked time any more, or the call has begun.</summary>
    public static Decision WithTimeFreed(Conversation before, Decision decision) =>
        before.CallAt is { } at && decision is Decision.Change { State.CallAt: null } change ? change with { Effects = [.. change.Effects, new Effect.FreeTime(before.Id, at)] } : decision;

    public static NewEntry Wanted(Command.WantCall want) =>
        new(EntryKind.CallWanted, want.By, null, new EntryDetail { Agent = want.Caller, Call = new CallDetail { Number = want.Shown, From = want.From, At = want.At } });

    /// <summary>Waits for a call: at the place that the customer has, or out of the line until the time has come.</summary>
    public static Conversation Waits(Conversation state, Command.WantCall want, long nowMs) => state.NotWaiting() with
    {
        Status = Waiting,
        Version = state.Version + 1,
        AgentId = null,
        AssignedAt = null,
        Channel = ChannelKind.Phone,
        AnswerBy = null,
        QueuedAt = state.Status == Waiting ? state.QueuedAt : state.StartedAt,
        WaitingSince = want.At is not null ? null : state.WaitingSince ?? nowMs,
        ReservedId = want.At is null ? state.ReservedId : Owner(state, want),
        CallTo = want.To,
        CallAt = want.At,
        CallBy = Owner(state, want),
        CallTries = 0,
        CallFailures = 0,
        Called = null,
    };

    /// <summary>Another number changes nothing for the agent who has the time; another time is nobody's.</summary>
    private static long? Owner(Conversation state, Command.WantCall want) => want.At is null ? null : want.Caller?.Id ?? (want.At == state.CallAt ? state.CallBy : null);

    private static Decision Wants(Conversation state, Command.WantCall want, long nowMs)
    {
        if (state.Calling)
            return RefusalCode.Calling;
        if (state.Channel == ChannelKind.Phone && state.CallTo == want.To && state.CallAt == want.At && (want.Caller is null || want.Caller.Id == state.CallBy))
            return new Decision.Change(state);

        var (wanted, waits) = (Wanted(want), Waits(state, want, nowMs));
        IReadOnlyList<Effect> confirmed = want.MailTo is { } to ? [new Effect.Post(state.Id, state.SiteId, 0, PostKind.CallAgreed, to, nowMs)] : [];
        if (state.Status == Resolved)
            return new Decision.Change(
                waits with { QueuedAt = nowMs, ResolvedAt = null, WrapUpUntil = null, Outcome = null },
                [wanted, new NewEntry(EntryKind.Queued, Author.System, null, new EntryDetail { TopicId = state.TopicId, Reason = QueuedReason.WroteAgain })],
                [.. confirmed, .. ConversationRules.WrittenUp(state, nowMs)]);
        if (state.Status == Waiting)
            return new Decision.Change(waits, [wanted], [.. confirmed, .. want.At is null ? Withdrawn(state, nowMs) : QueueRules.Ended(state, nowMs, null, WaitEnding.OtherChannel)]);

        // Whoever chats with the customer is asked first, if there is a phone to call with.
        var queued = new NewEntry(EntryKind.Queued, Author.System, null, new EntryDetail { TopicId = state.TopicId, Reason = QueuedReason.WantsCall });
        var asked = want is { At: null, OfferUntilMs: { } until } ? waits with { OfferedTo = state.AgentId, OfferedAt = nowMs, OfferUntil = until } : waits;
        return new Decision.Change(asked, [wanted, queued], [.. confirmed, .. QueueRules.Ended(state, nowMs, null, WaitEnding.OtherChannel)]);
    }

    private static Decision Cancels(Conversation state, Command.CancelCall cancel, long nowMs)
    {
        if (state.Channel != ChannelKind.Phone)
            return new Decision.Change(state);
        if (state.Status == Resolved)
            return RefusalCode.Resolved;
        var plain = WithoutCall(state) with { Version = state.Version + 1 };
        var next = state.Status != Waiting ? plain : plain.NotWaiting() with
        {
            QueuedAt = state.QueuedAt, WaitingSince = state.WaitingSince ?? nowMs, FrontSince = state.FrontSince, ReservedId = state.ReservedId,
        };
        return new Decision.Change(next, [new NewEntry(EntryKind.CallCancelled, cancel.By)], Withdrawn(state, nowMs));
    }

    /// <summary>Now, the agent's phone rings with this commit; at a time, it waits like any booked call.</summary>
    private static Decision CallsAgain(Conversation state, Command.CallAgain again, long nowMs)
    {
        if (state.Status == Resolved)
            return RefusalCode.Resolved;
        if (state.Calling)
            return RefusalCode.Calling;
        if (state.AgentId != again.By.Id)
            return RefusalCode.NotAssigned;
        if (again.At is not null)
            return Wants(state, new Command.WantCall(again.By, again.To, again.Shown, again.From, again.At, null, again.MailTo, again.Caller), nowMs);
        var (calling, effects) = Begins(WithoutCall(state) with { Version = state.Version + 1, Channel = ChannelKind.Phone, CallTo = again.To, AnswerBy = null }, nowMs);
        return new Decision.Change(calling, [new NewEntry(EntryKind.CallWanted, again.By, null, new EntryDetail { Call = new CallDetail { Number = again.Shown, From = again.From } })], effects);
    }

    private static Decision Corrects(Conversation state, Command.CorrectCall correct)
    {
        if (state.Status == Resolved)
            return RefusalCode.Resolved;
        if (state.AgentId != correct.By.Id)
            return RefusalCode.NotAssigned;
        if (state.Called is null || !Known.Contains(correct.Outcome))
            return RefusalCode.Invalid;
        if (state.Called == correct.Outcome)
            return new Decision.Change(state);
        return new Decision.Change(
            state with { Version = state.Version + 1, Called = correct.Outcome },
            [new NewEntry(EntryKind.CallCorrected, correct.By, null, new EntryDetail { Call = new CallDetail { Outcome = correct.Outcome } })],
            [new Effect.CorrectCall(state.Id, correct.Outcome)]);
    }

    private static Decision Progresses(Conversation state, Command.CallProgressed progress, long nowMs) =>
        // Nodes may tell it in another order than it happened.
        !state.IsCalledWith(progress.Number) || progress.Phase <= state.CallPhase ? new Decision.Change(state)
        : new Decision.Change(state with { Version = state.Version + 1, CallPhase = progress.Phase, CallPhaseAt = nowMs }, new NewEntry(EntryKind.CallProgress, Author.System, null, new EntryDetail { Call = new CallDetail { Phase = progress.Phase } }));

    private static Decision Ends(Conversation state, Command.CallEnded ended, long nowMs)
    {
        // Told twice after a fault, or the customer meanwhile wants no call.
        if (!state.IsCalledWith(ended.Number))
            return new Decision.Change(state);
        // The customer went over to mail meanwhile: then nothing is tried again.
        var then = state.Channel == ChannelKind.Phone ? ended.Then : AfterCall.Stays;
        var isTold = ended.CustomerRang || then is AfterCall.Stays or AfterCall.Writes;
        var detail = new EntryDetail { Agent = ended.Agent, Call = new CallDetail { Outcome = ended.Outcome, Seconds = ended.Seconds, At = ended.AgainAt } };
        List<NewEntry> told = [];
        // Why it failed is for agents alone.
        if (!isTold || ended.Words is not null)
            told.Add(new(EntryKind.CallProgress, Author.System, ended.Words is { Length: > WordsLimit } much ? much[..WordsLimit] : ended.Words, detail));
        if (isTold)
            told.Add(new(EntryKind.Called, Author.System, null, detail));
        var tries = state.CallTries + (ended.CustomerRang ? 1 : 0);
        IReadOnlyList<Effect> recorded = isTold ? [new Effect.RecordCall(state.Id, ended.Number, state.SiteId, ended.Agent.Id, ended.Outcome, ended.Seconds, tries, nowMs)] : [];
        IReadOnlyList<Effect> mail = isTold && then != AfterCall.Stays && ended.MailTo is { } to ? [new Effect.Post(state.Id, state.SiteId, 1 - told.Count, PostKind.NotReached, to, nowMs)] : [];
        if (then is AfterCall.Stays or AfterCall.Writes)
            return new Decision.Change(WithoutCall(state) with { Version = state.Version + 1, Called = ended.Outcome }, told, [.. recorded, .. mail]);

        var queued = new NewEntry(EntryKind.Queued, Author.System, null, new EntryDetail { TopicId = state.TopicId, Reason = QueuedReason.CallAgain });
        var again = QueueRules.Requeued(state, nowMs) with
        {
            Calling = false,
            CallPhase = null,
            CallPhaseAt = null,
            CallAt = ended.AgainAt,
            ReservedId = state.CallBy,
            WaitingSince = ended.AgainAt is null ? nowMs : null,
            CallTries = tries,
            CallFailures = ended.CustomerRang || then == AfterCall.NextAgent ? 0 : state.CallFailures + 1,
            Missed = then == AfterCall.NextAgent ? $"{ended.Agent.Id}" : null,
        };
        return new Decision.Change(again, [.. told, queued], [.. recorded, .. mail, .. QueueRules.Ended(state, nowMs, null, WaitEnding.Left)]);
    }

    private static IReadOnlyList<Effect> Withdrawn(Conversation state, long nowMs) => state is { OfferedTo: { } asked, OfferedAt: { } at }
        ? [new Effect.RecordOffer(state.Id, state.SiteId, state.TopicId, asked, at, nowMs, OfferEnd.Withdrawn)]
        : [];
}
