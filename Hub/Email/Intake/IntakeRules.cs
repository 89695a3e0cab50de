using SupportHub.Email.Mailboxes;
using SupportHub.Email.Reading;
using SupportHub.Email.Reading.Machines;
using SupportHub.Shared;

namespace SupportHub.Email.Intake;

/// <summary>What is done with a mail.</summary>
public abstract record Intake
{
    /// <summary>Somebody should look at it.</summary>
    public sealed record Aside(AsideReason Reason) : Intake;

    /// <summary>A machine's: kept, and shown to nobody.</summary>
    public sealed record Ignore : Intake;

    /// <summary>It tells what became of a mail of ours.</summary>
    public sealed record Report(long Conversation, int Seq, DeliveryState State, string? Words) : Intake;

    /// <summary>It says to which conversation it belongs; whether its sender does, is to be seen there.</summary>
    /// <param name="Theirs">The token was given to this sender; null where a Message-ID of ours is all that it shows.</param>
    public sealed record Answer(long Conversation, bool? Theirs) : Intake;

    public sealed record Begin(MailAlias? Alias) : Intake;
}

/// <summary>Where a mail belongs, by what it shows. A subject or a number is never enough. Pure.</summary>
public static class IntakeRules
{
    private const int WordsShown = 500;

    public static Intake Decide(ReadMail mail, OpenMailbox mailbox)
    {
        if (Unreadable(mail) is { } reason)
            return new Intake.Aside(reason);
        var sender = mail.From!.Address;
        if (mailbox.IsOurs(sender) && mail.Machine.Kind != MachineKind.Bounce)
            return new Intake.Ignore();
        return mail.Machine switch
        {
            { Kind: MachineKind.Bounce, Bounce: { } bounce } => OfBounce(mail, bounce, mailbox),
            { Kind: MachineKind.AutoReply, IsCertain: true } => OfAutoReply(mail, mailbox),
            { Kind: MachineKind.FeedbackReport } => new Intake.Ignore(),
            { Kind: MachineKind.List } when !IsOurList(mail, mailbox) => new Intake.Aside(AsideReason.List),
            _ => OfPerson(mail, mailbox),
        };
    }

    private static AsideReason? Unreadable(ReadMail mail) =>
        mail.LookAt.Contains(LookReason.NotReadable) ? AsideReason.NotReadable
        : mail.From is not { Address.Length: > 0 and <= Protocol.LineLimit } || mail.LookAt.Contains(LookReason.NoSender) ? AsideReason.NoSender
        : mail.LookAt.Contains(LookReason.TooLarge) ? AsideReason.TooLarge
        : null;

    private static Intake OfPerson(ReadMail mail, OpenMailbox mailbox)
    {
        var recipients = Recipients(mail).ToList();
        foreach (var token in recipients.Select(mailbox.TokenIn).OfType<string>())
            if (mailbox.Threads.Read(token, mail.From!.Address) is { } read)
                return new Intake.Answer(read.Conversation, read.Theirs);
        if (Issued(mail, mailbox) is { } issued)
            return new Intake.Answer(issued.Conversation, null);
        return new Intake.Begin(recipients.Select(r => mailbox.Addresses.GetValueOrDefault(r.ToLowerInvariant())).FirstOrDefault(a => a is not null));
    }

    private static Intake OfBounce(ReadMail mail, BounceReport bounce, OpenMailbox mailbox)
    {
        var of = bounce.OriginalMessageId is { } id ? mailbox.Threads.ReadMessageId(id) : Issued(mail, mailbox);
        if (of is not { } ours)
            return new Intake.Ignore();
        var words = bounce.Recipients.FirstOrDefault(r => r.Diagnostic.Length > 0)?.Diagnostic;
        return new Intake.Report(ours.Conversation, ours.Seq, bounce.IsPermanent ? DeliveryState.Bounced : DeliveryState.Deferred, words);
    }

    private static Intake OfAutoReply(ReadMail mail, OpenMailbox mailbox) => Issued(mail, mailbox) is { } ours
        ? new Intake.Report(ours.Conversation, ours.Seq, DeliveryState.AutoReplied, mail.Text.Shown is { Length: > WordsShown } much ? much[..WordsShown] : mail.Text.Shown)
        : new Intake.Ignore();

    private static (long Conversation, int Seq)? Issued(ReadMail mail, OpenMailbox mailbox)
    {
        foreach (var id in mail.References.Reverse().Prepend(mail.InReplyTo).OfType<string>())
            if (mailbox.Threads.ReadMessageId(id) is { } ours)
                return ours;
        return null;
    }

    /// <summary>A company's own group address is a list too.</summary>
    private static bool IsOurList(ReadMail mail, OpenMailbox mailbox) => mail.ListId is { } list
        && mailbox.Addresses.Keys.Append(mailbox.Address).Any(a => string.Equals(a.Replace('@', '.'), list, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Recipients(ReadMail mail) => mail.DeliveredTo.Concat(mail.To.Select(p => p.Address)).Concat(mail.Cc.Select(p => p.Address));
}
