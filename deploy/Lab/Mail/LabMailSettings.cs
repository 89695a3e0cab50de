namespace SupportHub.Lab.Mail;

/// <param name="Web">Where the customers' mailboxes are looked at.</param>
/// <param name="SmtpPort">On loopback: where the hub sends.</param>
/// <param name="Door">Where answers go: the hub's signed door for whole mails.</param>
/// <param name="Secret">Signs the answers; the hub has the same one.</param>
/// <param name="Folder">Keeps the mails.</param>
public sealed record LabMailSettings(Uri Web, int SmtpPort, Uri Door, string Secret, string Folder)
{
    /// <summary>The hub's own addresses, offered to who writes a first mail.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
