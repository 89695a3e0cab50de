using MimeKit;

namespace SupportHub.Email.Reading.Machines;

/// <summary>Reports that programs write for programs: delivery status notifications (RFC 3464) and receipts (RFC 8098).</summary>
internal static class StandardReports
{
    public static MachineSigns? Read(MimeMessage message, IReadOnlyList<MimeEntity> reports)
    {
        var type = MachineRules.ReportType(message);
        if (type is "disposition-notification" || type is not null && reports.OfType<MessageDispositionNotification>().Any())
            return new(MachineKind.AutoReply, "disposition-notification", true);
        var status = reports.OfType<MessageDeliveryStatus>().FirstOrDefault();
        if (status is null || type is null && !Senders.IsMachine(message))
            return null;
        var groups = Groups(status);
        var failed = groups.Select(Failed).OfType<FailedRecipient>().ToList();
        if (failed.Count > 0)
            return new(MachineKind.Bounce, "delivery-status", true, new(failed, failed.Exists(recipient => recipient.IsPermanent), Originals.MessageId(reports, "")));
        return groups.Count > 0 && groups.TrueForAll(group => Action(group) is "delivered" or "relayed" or "expanded") ? new(MachineKind.AutoReply, "delivery receipt", true) : null;
    }

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
        return new(Words(group["Final-Recipient"] is { } final && final.Contains('@') ? final : group["Original-Recipient"] ?? group["Final-Recipient"])?.Trim('<', '>', ' ') ?? "", permanent, status ?? Replies.Find(diagnostic), Replies.Line(diagnostic));
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
