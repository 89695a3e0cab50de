using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Wording;

namespace SupportHub.Email.Mailboxes;

/// <summary>Which mailboxes can be connected. Pure.</summary>
public static class MailboxRules
{
    private const int AddressesLimit = 100;

    /// <param name="hasPassword">One is stored, and stays where none is given; likewise the client's secret.</param>
    public static List<FieldFault> Check(Mailbox edit, Site site, bool hasPassword, bool hasClientSecret)
    {
        List<FieldFault> faults = [];
        void Unless(bool right, string field, Fault fault)
        {
            if (!right)
                faults.Add(new FieldFault(field, fault));
        }

        Unless(Addresses.Clean(edit.Address) is not null, "address", Fault.EmailInvalid);
        Unless(edit.Name is not { Length: > Protocol.LineLimit }, "name", Fault.TooLong);
        Unless(edit.Name?.Any(char.IsControl) != true, "name", Fault.LineBreak);
        CheckServer(edit.Smtp, "smtp", required: true, faults);
        CheckServer(edit.Imap, "imap", required: false, faults);
        if (edit.SignIn != MailSignIn.None)
        {
            Unless(!string.IsNullOrWhiteSpace(edit.User), "user", Fault.Required);
            Unless(edit is { SignIn: MailSignIn.Token, Tokens.Grant: MailGrant.Client } || hasPassword || !string.IsNullOrEmpty(edit.Password), "password", Fault.Required);
        }
        if (edit is { SignIn: MailSignIn.Token, Tokens: { } service })
        {
            Unless(IsTokenService(service.Url), "tokens.url", Fault.UrlInvalid);
            Unless(!string.IsNullOrWhiteSpace(service.ClientId), "tokens.clientId", Fault.Required);
            Unless(service.Grant == MailGrant.Refresh || hasClientSecret || !string.IsNullOrEmpty(service.ClientSecret), "tokens.clientSecret", Fault.Required);
        }
        var addresses = edit.Addresses ?? [];
        Unless(addresses.Count <= AddressesLimit, "addresses", Fault.TooLong);
        for (var i = 0; i < addresses.Count; i++)
        {
            var address = addresses[i];
            Unless(Addresses.Clean(address.Address) is not null, $"addresses[{i}].address", Fault.EmailInvalid);
            Unless(addresses.Take(i).All(a => !string.Equals(a.Address?.Trim(), address.Address?.Trim(), StringComparison.OrdinalIgnoreCase)), $"addresses[{i}].address", Fault.AddressTwice);
            Unless(address.TopicId is null || site.Topics.Any(t => t.Id == address.TopicId), $"addresses[{i}].topicId", Fault.TopicUnknown);
            Unless(address.Language is null || site.Languages.Contains(address.Language), $"addresses[{i}].language", Fault.LanguageUnknown);
        }
        return faults;
    }

    /// <summary>What is shown there are secrets: never without encryption, but on this machine.</summary>
    private static bool IsTokenService(string? url) =>
        Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private static void CheckServer(MailServer? server, string field, bool required, List<FieldFault> faults)
    {
        if (server is null || string.IsNullOrWhiteSpace(server.Host))
        {
            if (required || server is not null)
                faults.Add(new FieldFault($"{field}.host", Fault.Required));
            return;
        }
        if (Uri.CheckHostName(server.Host.Trim()) == UriHostNameType.Unknown)
            faults.Add(new FieldFault($"{field}.host", Fault.HostInvalid));
        if (server.Port is < 1 or > 65535)
            faults.Add(new FieldFault($"{field}.port", Fault.NumberRange, ["1", "65535"]));
    }
}
