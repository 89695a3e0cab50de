using SupportHub.Shared;
using static SupportHub.Shared.ConversationStatus;

namespace SupportHub.Conversations;

/// <summary>The conversation as a pure state machine: nothing here reads a clock, draws a number or touches a disk.</summary>
public static class ConversationRules
{
    /// <param name="state">None yet: only <see cref="Command.Start"/> is possible.</param>
    /// <param name="id">The conversation's id, for the first state.</param>
    /// <param name="nowMs">Unix milliseconds.</param>
    public static Decision Decide(Conversation? state, long id, Command command, long nowMs)
    {
        if (command is Command.Start start)
            return state is null ? Begin(id, start, nowMs) : RefusalCode.AlreadyOpen;
        if (state is null || (command.By.Kind == AuthorKind.Visitor && command.By.Id != state.VisitorId))
            return RefusalCode.UnknownConversation;
        return CallRules.WithTimeFreed(state, Known(state, command, nowMs));
    }

    private static Decision Known(Conversation state, Command command, long nowMs) => command switch
    {
        Command.Say say when say.By.Kind == AuthorKind.Visitor => VisitorSays(state, say, nowMs),
        Command.Say say => AgentSays(state, say, nowMs),
        Command.Note note => AgentNotes(state, note),
        Command.Introduce introduce => Introduces(state, introduce),
        Command.Assign or Command.Take or Command.Offer or Command.Accept or Command.Decline or Command.EndOffer or Command.Tell or Command.GiveBack =>
            QueueRules.Decide(state, command, nowMs),
        Command.WriteByMail or Command.KeepSource or Command.Delivered or Command.MailAgain or Command.SendTranscript => MailRules.Decide(state, command, nowMs),
        Command.WantCall or Command.CancelCall or Command.CallProgressed or Command.CallEnded or Command.CallAgain or Command.CorrectCall => CallRules.Decide(state, command, nowMs),
        Command.HandOver handOver => HandsOver(state, handOver, nowMs),
        Command.Resolve resolve => Resolves(state, resolve, nowMs),
        Command.Leave leave => Leaves(state, leave, nowMs),
        Command.EndWrapUp end => WritesUp(state, end, nowMs),
        Command.Rate rate => Rates(state, rate),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "A command without a rule."),
    };

    private static Decision Begin(long id, Command.Start start, long nowMs)
    {
        if (TextRules.CheckBody(start.Body, attachment: null) is { } wrong)
            return wrong;
        if (TextRules.CheckLines(start.Name, start.Email) is { } tooLong)
            return tooLong;
        var state = new Conversation
        {
            Id = id,
            SiteId = start.SiteId,
            VisitorId = start.By.Id,
            StartSession = start.Session,
            TopicId = start.TopicId,
            Language = start.Language,
            Status = Waiting,
            Version = 1,
            LastAgentId = start.KnownBy,
            StartedAt = nowMs,
            QueuedAt = nowMs,
            WaitingSince = nowMs,
        };
        List<NewEntry> entries = [];
        List<Effect> effects = [];
        if (start.Name is not null || start.Email is not null)
        {
            entries.Add(new(EntryKind.Introduced, start.By, null, new EntryDetail { Name = start.Name, Email = start.Email }));
            effects.Add(new Effect.NameVisitor(state.VisitorId, start.Name, start.Email));
        }
        entries.Add(new(EntryKind.Message, start.By, start.Body, Mailed(start.Mail), start.Session, 1));
        entries.Add(new(EntryKind.Queued, Author.System, null, new EntryDetail { TopicId = start.TopicId, Topic = start.Topic }));
        if (start.Call is { } call)
            return new Decision.Change(
                CallRules.Waits(state, call, nowMs) with { Version = 1 },
                [.. entries, CallRules.Wanted(call)],
                call.MailTo is { } to ? [.. effects, new Effect.Post(id, state.SiteId, -entries.Count, PostKind.CallAgreed, to, nowMs)] : effects);
        if (start.Mail is not { } mail)
            return new Decision.Change(state, entries, effects);
        effects.AddRange(MailRules.Acknowledge(state, mail, entries.Count, nowMs));
        return new Decision.Change(MailRules.At(state, mail) with { Version = 1 }, [.. entries, MailRules.Promise(mail)], effects);
    }

    private static Decision VisitorSays(Conversation state, Command.Say say, long nowMs)
    {
        if (TextRules.CheckBody(say.Body, say.Attachment) is { } wrong)
            return wrong;
        var message = Message(EntryKind.Message, say.By, say, say.Attachment, Mailed(say.Mail));
        if (state.Status != Resolved)
            return new Decision.Change(say.Mail is { } mail && state.Channel != ChannelKind.Phone && (state.Channel != ChannelKind.Email || state.AnswerBy is null || state.MailTo != mail.Address) ? MailRules.At(state, mail) : state, message);

        // Writing again after the end is the same matter: nobody has to tell it a second time.
        var reopened = state with
        {
            Status = Waiting,
            Version = state.Version + 1,
            QueuedAt = nowMs,
            WaitingSince = nowMs,
            ResolvedAt = null,
            WrapUpUntil = null,
            Outcome = null,
            Channel = ChannelKind.Chat,
        };
        var queued = new NewEntry(EntryKind.Queued, Author.System, null, new EntryDetail { TopicId = state.TopicId, Reason = QueuedReason.WroteAgain });
        return say.Mail is not { } byMail
            ? new Decision.Change(reopened, [message, queued], WrittenUp(state, nowMs))
            : new Decision.Change(
                MailRules.At(reopened, byMail) with { Version = reopened.Version },
                [message, queued, MailRules.Promise(byMail)],
                [.. WrittenUp(state, nowMs), .. MailRules.Acknowledge(state, byMail, 2, nowMs)]);
    }

    private static Decision AgentSays(Conversation state, Command.Say say, long nowMs)
    {
        if (state.Status == Resolved)
            return RefusalCode.Resolved;
        if (state.AgentId != say.By.Id)
            return RefusalCode.NotAssigned;
        if (TextRules.CheckBody(say.Body, say.Attachment) is { } wrong)
            return wrong;
        return MailRules.Answer(state, say, Message(EntryKind.Message, say.By, say, say.Attachment), nowMs);
    }

    private static Decision AgentNotes(Conversation state, Command.Note note)
    {
        if (TextRules.CheckBody(note.Body, note.Attachment) is { } wrong)
            return wrong;
        return new Decision.Change(state, Message(EntryKind.Note, note.By, note, note.Attachment));
    }

    private static Decision Introduces(Conversation state, Command.Introduce introduce)
    {
        if (introduce.Name is null && introduce.Email is null)
            return RefusalCode.Empty;
        if (TextRules.CheckLines(introduce.Name, introduce.Email) is { } wrong)
            return wrong;
        return new Decision.Change(
            state,
            [new NewEntry(EntryKind.Introduced, introduce.By, null, new EntryDetail { Name = introduce.Name, Email = introduce.Email })],
            [new Effect.NameVisitor(state.VisitorId, introduce.Name, introduce.Email)]);
    }

    private static Decision HandsOver(Conversation state, Command.HandOver handOver, long nowMs)
    {
        if (state.Status == Resolved)
            return RefusalCode.Resolved;
        if (state.AgentId != handOver.By.Id && !handOver.MayOverrule)
            return RefusalCode.NotAssigned;
        if (state.Calling)
            return RefusalCode.Calling;
        if (string.IsNullOrWhiteSpace(handOver.Reason) || (handOver.ToAgent is null) == (handOver.ToTopicId is null))
            return RefusalCode.Invalid;
        if (TextRules.CheckLines(handOver.Reason) is { } wrong)
            return wrong;

        // The reason is for colleagues. The customer hears that, and to whom, not why.
        var note = new NewEntry(EntryKind.Note, handOver.By, handOver.Reason);
        var left = new NewEntry(EntryKind.Left, Author.System, null, new EntryDetail { Agent = handOver.From, Reason = LeftReason.Transfer });
        var effects = QueueRules.Ended(state, nowMs, handOver.ToAgent?.Id, WaitEnding.Transferred);
        if (handOver.ToAgent is { } agent)
        {
            if (state.IsCalledLater(nowMs))
                return CallRules.GivesTime(state, agent, note);
            NewEntry[] entries = state.AgentId is null ? [note, QueueRules.Joined(agent)] : [note, left, QueueRules.Joined(agent)];
            var (given, call) = CallRules.Begins(QueueRules.AtAgent(state, agent, nowMs), nowMs);
            return new Decision.Change(given, entries, [.. effects, .. call]);
        }
        var queued = QueueRules.Requeued(state, nowMs) with { TopicId = handOver.ToTopicId };
        var waiting = new NewEntry(EntryKind.Queued, Author.System, null, new EntryDetail { TopicId = handOver.ToTopicId, Topic = handOver.ToTopic, Reason = LeftReason.Transfer });
        return new Decision.Change(queued, state.AgentId is null ? [note, waiting] : [note, left, waiting], effects);
    }

    private static Decision Resolves(Conversation state, Command.Resolve resolve, long nowMs)
    {
        if (state.Status == Resolved)
            return RefusalCode.Resolved;
        if (state.AgentId != resolve.By.Id && !resolve.MayOverrule)
            return RefusalCode.NotAssigned;
        if (string.IsNullOrWhiteSpace(resolve.Outcome))
            return RefusalCode.Invalid;
        if (TextRules.CheckLines(resolve.Outcome) is { } wrong)
            return wrong;
        if (resolve.Remark is { Length: > 0 } && TextRules.CheckBody(resolve.Remark, null) is { } wrongRemark)
            return wrongRemark;
        return new Decision.Change(
            End(state, nowMs, resolve.WrapUpSeconds) with { Outcome = resolve.Outcome },
            [
                new NewEntry(EntryKind.Outcome, resolve.By, resolve.Remark, new EntryDetail { Outcome = resolve.Outcome }),
                new NewEntry(EntryKind.Resolved, resolve.By),
            ],
            QueueRules.Ended(state, nowMs, null, WaitEnding.Left, resolve.WrapUpSeconds));
    }

    private static Decision Leaves(Conversation state, Command.Leave leave, long nowMs)
    {
        if (state.Status == Resolved)
            return RefusalCode.Resolved;
        return new Decision.Change(
            End(state, nowMs, leave.WrapUpSeconds),
            [new NewEntry(EntryKind.Resolved, leave.By)],
            QueueRules.Ended(state, nowMs, null, WaitEnding.Left, leave.WrapUpSeconds));
    }

    private static Decision WritesUp(Conversation state, Command.EndWrapUp end, long nowMs)
    {
        if (state.WrapUpUntil is not { } until || until <= nowMs || state.LastAgentId != end.By.Id)
            return RefusalCode.NotAssigned;
        return new Decision.Change(
            state with { Version = state.Version + 1, WrapUpUntil = null }, [new NewEntry(EntryKind.WrittenUp, end.By)], WrittenUp(state, nowMs));
    }

    /// <summary>A wrap-up that ends before its time: how long it was.</summary>
    internal static IReadOnlyList<Effect> WrittenUp(Conversation state, long nowMs) =>
        state is { WrapUpUntil: { } until, ResolvedAt: { } since } && until > nowMs
            ? [new Effect.RecordWrapUp(state.Id, since, (int)Math.Max(0, (nowMs - since) / 1000))]
            : [];

    private static Decision Rates(Conversation state, Command.Rate rate)
    {
        if (rate.Score is < 0 or > 10)
            return RefusalCode.Invalid;
        if (rate.Comment is { Length: > 0 } && TextRules.CheckBody(rate.Comment, null) is { } wrong)
            return wrong;
        return new Decision.Change(state, new NewEntry(EntryKind.Rated, rate.By, rate.Comment, new EntryDetail { Score = rate.Score }));
    }

    private static NewEntry Message(EntryKind kind, Author by, INumbered numbered, Attachment? attachment, EntryDetail? detail = null) =>
        new(kind, by, numbered.Body, attachment is null ? detail : (detail ?? new EntryDetail()) with { Attachment = attachment }, numbered.Session, numbered.Number);

    private static EntryDetail? Mailed(ByMail? mail) => mail is null ? null : new EntryDetail { Mail = new MailDetail(mail.Address, mail.Subject) };

    private static Conversation End(Conversation state, long nowMs, int wrapUpSeconds) => CallRules.WithoutCall(state.NotWaiting()) with
    {
        Status = Resolved,
        Version = state.Version + 1,
        AgentId = null,
        AssignedAt = null,
        ResolvedAt = nowMs,
        Called = null,
        WrapUpUntil = state is { AgentId: not null, Channel: ChannelKind.Chat } && wrapUpSeconds > 0 ? nowMs + wrapUpSeconds * 1000L : null,
    };
}

/// <summary>Why an agent no longer has a conversation.</summary>
public static class LeftReason
{
    public const string Transfer = "transfer";
    public const string ConnectionLost = "connection-lost";

    /// <summary>An answer by mail is due, and the agent is not here to give it.</summary>
    public const string NotHere = "not-here";
}

/// <summary>Why a conversation waits again.</summary>
public static class QueuedReason
{
    public const string WroteAgain = "wrote-again";

    /// <summary>The customer wants to be called instead.</summary>
    public const string WantsCall = "wants-call";

    /// <summary>The call is tried again.</summary>
    public const string CallAgain = "call-again";
}
