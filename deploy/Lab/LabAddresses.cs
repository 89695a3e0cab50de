namespace SupportHub.Lab;

/// <param name="Hub">And the console.</param>
/// <param name="Site">The sample website, under another host name than the hub's, so that the widget runs across sites, as it does at a customer's.</param>
/// <param name="Mail">The customers' mailboxes.</param>
/// <param name="Phones">The page with the telephones.</param>
/// <param name="SmtpPort">Where the hub sends mail.</param>
public sealed record LabAddresses(Uri Hub, Uri Site, Uri Mail, Uri Phones, int SmtpPort)
{
    public static LabAddresses Of(LabOptions options) => new(
        new Uri($"http://localhost:{options.HubPort}"), new Uri($"http://127.0.0.1:{options.SitePort}"), new Uri($"http://127.0.0.1:{options.MailPort}"),
        new Uri($"http://127.0.0.1:{options.PhonePort}"), options.SmtpPort);
}
