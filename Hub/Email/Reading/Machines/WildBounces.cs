using MimeKit;

namespace SupportHub.Email.Reading.Machines;

/// <summary>Reports for people, as qmail, Exim, Postfix, Exchange, Domino and many others write them: each in its own words.</summary>
internal static class WildBounces
{
    private const int LettersRead = 20_000;

    public static BounceReport? Read(MimeMessage message, IReadOnlyList<MimeEntity> reports, string plain)
    {
        var machine = Senders.IsMachine(message);
        if (!machine && !Senders.IsAdministrator(message) || IsAnswer(message) && !machine)
            return null;
        var (report, below) = Cut(plain.Length > LettersRead ? plain[..LettersRead] : plain);
        var subject = message.Headers["Subject"] ?? "";
        var inSubject = Has(subject, MachineWords.BounceSubjects);
        var inText = Has(report, MachineWords.BounceTexts);
        var recipients = Recipients(message, reports, report, subject);
        if (!(machine ? inSubject || inText : inSubject && inText) && !(Senders.IsDaemon(message) && recipients.Count > 0))
            return null;
        return Report(message, reports, recipients, report + "\n" + subject, below);
    }

    private static BounceReport Report(MimeMessage message, IReadOnlyList<MimeEntity> reports, IReadOnlyList<RefusedAddress> recipients, string report, string below)
    {
        var delayed = Has(report, MachineWords.Delays);
        var common = Replies.Find(report);
        var failed = recipients.Select(recipient =>
        {
            var code = Replies.Find(recipient.Words) ?? common;
            return new FailedRecipient(recipient.Address, !delayed && Replies.IsPermanent(code, otherwise: true), code, Replies.Line(recipient.Words));
        }).ToList();
        var permanent = failed.Count == 0 ? !delayed && Replies.IsPermanent(common, otherwise: true) : failed.Exists(recipient => recipient.IsPermanent);
        return new(failed, permanent, Originals.MessageId(reports, below) ?? message.Headers["In-Reply-To"]?.Trim().Trim('<', '>'));
    }

    private static IReadOnlyList<RefusedAddress> Recipients(MimeMessage message, IReadOnlyList<MimeEntity> reports, string report, string subject)
    {
        var own = message.From.Mailboxes.Select(mailbox => mailbox.Address).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = RefusedAddresses.In(report, own);
        if ((message.Headers["X-Failed-Recipients"] ?? "").Split([',', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } named)
            return [.. named.Select(address => found.FirstOrDefault(one => one.Address.Equals(address, StringComparison.OrdinalIgnoreCase)) ?? new(address, found.Count > 0 ? found[0].Words : report))];
        if (found.Count == 0)
            found = RefusedAddresses.In(subject, own);
        return found.Count > 0 ? found : [.. Originals.Recipients(reports).Where(address => !own.Contains(address)).Select(address => new RefusedAddress(address, report))];
    }

    /// <summary>"Re: failure notice" is a person who asks about one.</summary>
    private static bool IsAnswer(MimeMessage message)
    {
        var subject = (message.Headers["Subject"] ?? "").TrimStart();
        var colon = subject.IndexOf(':');
        return colon is > 0 and <= 4 && subject[..colon].Trim().ToLowerInvariant() is "re" or "aw" or "sv" or "fw" or "fwd" or "tr" or "wg" or "rv" or "vs" or "odp" or "enc" or "i" or "rif" or "antw" or "vb" or "pd" or "ynt" or "回复" or "转发" or "答复";
    }

    private static (string Report, string Below) Cut(string text)
    {
        var at = MachineWords.OriginalBelow.Select(words => text.IndexOf(words, StringComparison.OrdinalIgnoreCase)).Where(at => at > 0).DefaultIfEmpty(text.Length).Min();
        return (text[..at], text[at..]);
    }

    private static bool Has(string text, string[] words) => Array.Exists(words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
