using SupportHub.Shared;
using static SupportHub.Shared.ConversationStatus;

namespace SupportHub.Conversations;

/// <summary>What phone calls do to a conversation. Pure.</summary>
internal static class CallRules
{
    /// <summary>Of what a telephone network says, so much is kept.</summary>
    private const int WordsLimit = 400;

    public static Decision Decide(Conversation state, Command command, long nowMs) => command switch
    {
        Command.WantCall want => Wants(state, want, nowMs),
        Command.CancelCall cancel => Cancels(state, cancel, nowMs),
        Command.CallProgressed progress => Progresses(state, progress),
        Command.CallEnded ended => Ends(state, ended, nowMs),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "Not a command of calls."),
    };

    /// <summary>An agent who answers somebody who waits for a call, calls.</summary>
    public static (Conversation State, IReadOnlyList<Effect> Effects) Begins(Conversation answered, long nowMs)
    {
        if (answered is not { Channel: ChannelKind.Phone, CallTo: { } number, AgentId: { } agent })
            return (answered, []);
        var calling = answered with { CallAt = null, CallAttempts = answered.CallAttempts + 1, Calling = true };
        return (calling, [new Effect.BeginCall(calling.Id, calling.CallAttempts, calling.SiteId, agent, number, nowMs)]);
    }

    public static Conversation WithoutCall(Conversation state) => state.CallTo is null ? state : state with
    {
        Channel = state.Channel == ChannelKind.Phone ? ChannelKind.Chat : state.Channel, CallTo = null, CallAt = null, CallTries = 0, CallFailures = 0, Calling = false,
    };

    private static Decision Wants(Conversation state, Command.WantCall want, long nowMs)
    {
        if (state.Status == Resolved)
            return RefusalCode.Resolved;
        if (state.Calling)
            return RefusalCode.Calling;
        if (state.Channel == ChannelKind.Phone && state.CallTo == want.To && state.CallAt == want.At)
            return new Decision.Change(state);

        var wanted = new NewEntry(EntryKind.CallWanted, want.By, null, new EntryDetail { Call = new CallDetail { Number = want.Shown, From = want.From, At = want.At } });
        var waits = state.NotWaiting() with
        {
            Status = Waiting,
            Version = state.Version + 1,
            AgentId = null,
            AssignedAt = null,
            Channel = ChannelKind.Phone,
            AnswerBy = null,
            QueuedAt = state.Status == Waiting ? state.QueuedAt : state.StartedAt,
            WaitingSince = want.At is not null ? null : state.WaitingSince ?? nowMs,
            ReservedId = want.At is null ? state.ReservedId : null,
            CallTo = want.To,
            CallAt = want.At,
            CallTries = 0,
            CallFailures = 0,
        };
        if (state is not { Status: Assigned })
            return new Decision.Change(waits, [wanted], want.At is null ? Withdrawn(state, nowMs) : QueueRules.Ended(state, nowMs, null, WaitEnding.OtherChannel));

        // Whoever chats with the customer is asked first, if there is a phone to call with.
        var queued = new NewEntry(EntryKind.Queued, Author.System, null, new EntryDetail { TopicId = state.TopicId, Reason = QueuedReason.WantsCall });
        var asked = want is { At: null, OfferUntilMs: { } until } ? waits with { OfferedTo = state.AgentId, OfferedAt = nowMs, OfferUntil = until } : waits;
        return new Decision.Change(asked, [wanted, queued], QueueRules.Ended(state, nowMs, null, WaitEnding.OtherChannel));
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

    private static Decision Progresses(Conversation state, Command.CallProgressed progress) =>
        !state.IsCalledWith(progress.Number) ? new Decision.Change(state)
        : new Decision.Change(state, new NewEntry(EntryKind.CallProgress, Author.System, null, new EntryDetail { Call = new CallDetail { Phase = progress.Phase } }));

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
        if (then is AfterCall.Stays or AfterCall.Writes)
            return new Decision.Change(
                WithoutCall(state) with { Version = state.Version + 1 },
                told,
                then == AfterCall.Writes && ended.MailTo is { } to ? [new Effect.Post(state.Id, state.SiteId, 1 - told.Count, PostKind.NotReached, to, nowMs)] : []);

        var queued = new NewEntry(EntryKind.Queued, Author.System, null, new EntryDetail { TopicId = state.TopicId, Reason = QueuedReason.CallAgain });
        var again = QueueRules.Requeued(state, nowMs) with
        {
            Calling = false,
            CallAt = ended.AgainAt,
            WaitingSince = ended.AgainAt is null ? nowMs : null,
            CallTries = state.CallTries + (ended.CustomerRang ? 1 : 0),
            CallFailures = ended.CustomerRang || then == AfterCall.NextAgent ? 0 : state.CallFailures + 1,
            Missed = then == AfterCall.NextAgent ? $"{ended.Agent.Id}" : null,
        };
        return new Decision.Change(again, [.. told, queued], QueueRules.Ended(state, nowMs, null, WaitEnding.Left));
    }

    private static IReadOnlyList<Effect> Withdrawn(Conversation state, long nowMs) => state is { OfferedTo: { } asked, OfferedAt: { } at }
        ? [new Effect.RecordOffer(state.Id, state.SiteId, state.TopicId, asked, at, nowMs, OfferEnd.Withdrawn)]
        : [];
}
