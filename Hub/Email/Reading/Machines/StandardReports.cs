using MimeKit;

namespace SupportHub.Email.Reading.Machines;

/// <summary>Reports that programs write for programs: delivery status notifications (RFC 3464) and receipts (RFC 8098).</summary>
internal static class StandardReports
{
    public static MachineSigns? Read(MimeMessage message, IReadOnlyList<MimeEntity> reports)
    {
        var type = MachineRules.ReportType(message);
        if (type is "disposition-notification" && !SaysDeleted(reports))
            return new(MachineKind.AutoReply, "disposition-notification", true);
        if (Wrapped(message, reports) is { } inner)
            return Read(inner, [.. inner.BodyParts]);
        var status = reports.OfType<MessageDeliveryStatus>().FirstOrDefault();
        if (status is null || type is null && !Senders.IsMachine(message))
            return null;
        var groups = Groups(status);
        var failed = groups.Select(Failed).OfType<FailedRecipient>().ToList();
        if (failed.Count > 0)
            return new(MachineKind.Bounce, "delivery-status", true, new(failed, failed.Exists(recipient => recipient.IsPermanent), Originals.MessageId(reports, "")));
        return groups.Count > 0 && groups.TrueForAll(group => Action(group) is "delivered" or "relayed" or "expanded") ? new(MachineKind.AutoReply, "delivery receipt", true) : null;
    }

    /// <summary>Dovecot says with a receipt that it threw a mail away: the words tell why.</summary>
    private static bool SaysDeleted(IReadOnlyList<MimeEntity> reports) =>
        reports.OfType<MessageDispositionNotification>().Any(receipt => (receipt.Fields["Disposition"] ?? "").Contains("deleted", StringComparison.OrdinalIgnoreCase));

    /// <summary>A gateway put the whole report into a mail of the same subject.</summary>
    private static MimeMessage? Wrapped(MimeMessage message, IReadOnlyList<MimeEntity> reports) =>
        reports.OfType<MessagePart>().Select(part => part.Message).FirstOrDefault(inner =>
            inner?.Body is MultipartReport && MachineRules.ReportType(inner) is "delivery-status" && inner.Subject == message.Subject && (Senders.IsMachine(message) || Senders.IsAdministrator(message)));

    /// <summary>The groups about recipients; the first is about the message, unless it names a recipient itself.</summary>
    private static List<HeaderList> Groups(MessageDeliveryStatus status)
    {
        try
        {
            return [.. status.StatusGroups.Where(group => group["Final-Recipient"] is not null || group["Original-Recipient"] is not null || group["Action"] is not null)];
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private static string? Action(HeaderList group) => group["Action"]?.Trim().Split(' ', ';')[0].ToLowerInvariant();

    private static FailedRecipient? Failed(HeaderList group)
    {
        var action = Action(group);
        var status = Replies.Enhanced(group["Status"] ?? "");
        if (action is "delivered" or "relayed" or "expanded" || action is null && status is null)
            return null;
        var diagnostic = Words(group["Diagnostic-Code"]) ?? Words(group["Status"]) ?? "";
        var permanent = action is not "delayed" && Replies.IsPermanent(status ?? Replies.Find(diagnostic), otherwise: true);
        return new(Recipient(group), permanent, status ?? Replies.Find(diagnostic), Replies.Line(diagnostic));
    }

    /// <summary>The one that we wrote to, where it is said; a server may have sent it on to another.</summary>
    private static string Recipient(HeaderList group)
    {
        var named = new[] { group["Original-Recipient"], group["Final-Recipient"] }.Select(value => Words(value)?.Trim('<', '>', ' ') ?? "").ToList();
        return named.Find(address => address.Contains('@')) ?? named.Find(address => address.Length > 0) ?? "";
    }

    /// <summary>"type; value" without the type.</summary>
    private static string? Words(string? value)
    {
        if (value is null)
            return null;
        var semicolon = value.IndexOf(';');
        return value[(semicolon is >= 0 and < 20 ? semicolon + 1 : 0)..].Trim();
    }
}
