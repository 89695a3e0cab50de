using MimeKit;

namespace SupportHub.Lab.Mail.Mailboxes;

/// <summary>Where a mail lies in its mailbox.</summary>
public enum Tray
{
    /// <summary>The hub sent it.</summary>
    Received,

    /// <summary>Written here, and not with the hub yet.</summary>
    Outgoing,

    /// <summary>The hub has it.</summary>
    Sent,

    /// <summary>The hub will not take it.</summary>
    Refused,
}

/// <summary>One line of a mailbox.</summary>
/// <param name="Address">The customer's: whose mailbox it is.</param>
/// <param name="Id">Sorts by time; different for each mail in the folder.</param>
/// <param name="Other">The other side as its header names it: sender of what was received, recipient of what was written.</param>
public sealed record MailCard(string Address, string Id, Tray Tray, string Other, string Subject, DateTimeOffset At, bool Read)
{
    public bool Unread => Tray == Tray.Received && !Read;

    /// <summary>What the headers do not say stays empty, and so does what nobody can read.</summary>
    public static MailCard Of(string address, string id, Tray tray, DateTimeOffset at, bool read, HeaderList headers)
    {
        var other = headers[tray == Tray.Received ? HeaderId.From : HeaderId.To] ?? "";
        var named = InternetAddressList.TryParse(other, out var list) && list.Mailboxes.FirstOrDefault() is { } first
            ? string.IsNullOrWhiteSpace(first.Name) ? first.Address : first.Name
            : other;
        return new MailCard(address, id, tray, named, headers[HeaderId.Subject] ?? "", at, read);
    }
}
