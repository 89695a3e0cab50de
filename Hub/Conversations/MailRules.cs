using SupportHub.Shared;
using static SupportHub.Shared.ConversationStatus;

namespace SupportHub.Conversations;

/// <summary>What e-mail does to a conversation. Pure.</summary>
internal static class MailRules
{
    /// <summary>Of what another server says, so much is kept.</summary>
    private const int WordsLimit = 1000;

    /// <summary>An answer with files is a message for each of them, one shortly after the other, and one mail.</summary>
    private const int HoldMs = 2_000;

    public static Decision Decide(Conversation state, Command command, long nowMs) => command switch
    {
        Command.WriteByMail write => GoesOn(state, write, nowMs),
        Command.KeepSource source => KeepsSource(state, source, nowMs),
        Command.Delivered delivered => IsDelivered(state, delivered),
        Command.MailAgain again => GoesAgain(state, again, nowMs),
        Command.SendTranscript transcript => GoesAsTranscript(state, transcript, nowMs),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "Not a command of the mail."),
    };

    /// <summary>From now on the next answer reaches the customer by mail, and nobody waits in front of a screen.</summary>
    public static Conversation At(Conversation state, ByMail mail) => (state.Status == Waiting ? state.NotWaiting() with { QueuedAt = state.QueuedAt } : state) with
    {
        Version = state.Version + 1,
        Channel = ChannelKind.Email,
        MailTo = mail.Address,
        AnswerBy = state.AnswerBy ?? mail.AnswerBy,
    };

    /// <summary>What the customer is promised, on record.</summary>
    public static NewEntry Promise(ByMail mail) =>
        new(EntryKind.Mailed, Author.System, mail.Promise, new EntryDetail { Email = mail.Address, AnswerBy = mail.AnswerBy });

    /// <param name="entry">Which of the change's entries is acknowledged, 0 for the first.</param>
    public static IReadOnlyList<Effect> Acknowledge(Conversation state, ByMail mail, int entry, long nowMs) =>
        mail.Acknowledge ? [new Effect.Post(state.Id, state.SiteId, -entry, PostKind.Acknowledgement, mail.Address, nowMs)] : [];

    /// <summary>An agent's answer settles what was owed.</summary>
    public static Decision Answer(Conversation state, Command.Say say, NewEntry message, long nowMs)
    {
        if (say.MailTo is not { } to)
            return new Decision.Change(state.AnswerBy is null ? state : state with { Version = state.Version + 1, AnswerBy = null }, message);
        if (TextRules.CheckLines(to) is { } wrong)
            return wrong;
        return new Decision.Change(
            state with { Version = state.Version + 1, AnswerBy = null, Channel = ChannelKind.Email, MailTo = to },
            [message with { Detail = (message.Detail ?? new EntryDetail()) with { Mail = new MailDetail(to) } }],
            [new Effect.Post(state.Id, state.SiteId, 0, PostKind.Mail, to, nowMs, HoldMs)]);
    }

    private static Decision GoesOn(Conversation state, Command.WriteByMail write, long nowMs)
    {
        if (state.Status == Resolved)
            return RefusalCode.Resolved;
        if (TextRules.CheckLines(write.Mail.Address) is { } wrong)
            return wrong;
        if (state.Channel == ChannelKind.Email && string.Equals(state.MailTo, write.Mail.Address, StringComparison.OrdinalIgnoreCase))
            return new Decision.Change(state);
        return new Decision.Change(
            At(state.Calling ? state : CallRules.WithoutCall(state), write.Mail),
            [new NewEntry(EntryKind.Introduced, write.By, null, new EntryDetail { Email = write.Mail.Address }), Promise(write.Mail)],
            [
                .. state.Status == Waiting ? QueueRules.Ended(state, nowMs, null, WaitEnding.OtherChannel) : [],
                new Effect.NameVisitor(state.VisitorId, null, write.Mail.Address),
                .. Acknowledge(state, write.Mail, 1, nowMs),
            ]);
    }

    /// <summary>Whether it is asked twice was seen on a version of the state: of two that ask at once, the second looks again.</summary>
    private static Decision GoesAsTranscript(Conversation state, Command.SendTranscript transcript, long nowMs)
    {
        if (state.Version != transcript.ExpectedVersion)
            return RefusalCode.Busy;
        if (TextRules.CheckLines(transcript.Address) is { } wrong)
            return wrong;
        return new Decision.Change(
            state with { Version = state.Version + 1 },
            [new NewEntry(EntryKind.Transcript, transcript.By, null, new EntryDetail { Email = transcript.Address })],
            [
                new Effect.Post(state.Id, state.SiteId, 0, PostKind.Transcript, transcript.Address, nowMs),
                .. transcript.Introduces ? [new Effect.NameVisitor(state.VisitorId, null, transcript.Address)] : Array.Empty<Effect>(),
            ]);
    }

    private static Decision KeepsSource(Conversation state, Command.KeepSource source, long nowMs) => new Decision.Change(
        state,
        [new NewEntry(EntryKind.MailSource, source.By, source.Body, new EntryDetail { Origin = source.Origin }, source.Session, source.Number)],
        source.TellTo is { } to ? [new Effect.Post(state.Id, state.SiteId, 0, PostKind.Notice, to, nowMs)] : []);

    private static Decision IsDelivered(Conversation state, Command.Delivered delivered)
    {
        var words = delivered.Words is { Length: > WordsLimit } much ? much[..WordsLimit] : delivered.Words;
        return new Decision.Change(
            state,
            [.. delivered.Of.Select(of => new NewEntry(EntryKind.Delivery, Author.System, words, new EntryDetail { Delivery = new DeliveryDetail(of, delivered.State) }))],
            delivered.Settles is { } settles ? [settles] : []);
    }

    private static Decision GoesAgain(Conversation state, Command.MailAgain again, long nowMs)
    {
        if (state.AgentId != again.By.Id && !again.MayOverrule)
            return RefusalCode.NotAssigned;
        if (TextRules.CheckLines(again.Address) is { } wrong)
            return wrong;
        var waits = new NewEntry(EntryKind.Delivery, again.By, null, new EntryDetail { Delivery = new DeliveryDetail(again.Seq, DeliveryState.Waiting) });
        var post = new Effect.Post(state.Id, state.SiteId, again.Seq, PostKind.Mail, again.Address, nowMs);
        if (string.Equals(state.MailTo, again.Address, StringComparison.OrdinalIgnoreCase))
            return new Decision.Change(state, [waits], [post]);
        return new Decision.Change(
            state with { Version = state.Version + 1, MailTo = again.Address },
            [new NewEntry(EntryKind.Introduced, again.By, null, new EntryDetail { Email = again.Address }), waits],
            [post, new Effect.NameVisitor(state.VisitorId, null, again.Address)]);
    }
}
