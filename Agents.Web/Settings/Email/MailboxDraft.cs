using System.Globalization;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Settings.Email;

/// <summary>A mailbox while it is being changed.</summary>
public sealed class MailboxDraft
{
    public string Address { get; private set; } = "";
    public string Name { get; set; } = "";
    public ServerDraft Smtp { get; private init; } = new(ServerDraft.SmtpPorts);
    public ServerDraft Imap { get; private init; } = new(ServerDraft.ImapPorts);

    /// <summary>Mail is fetched; otherwise it comes by the signed door only.</summary>
    public bool Fetches { get; set; } = true;
    public MailSignIn SignIn { get; set; }
    public string User { get; set; } = "";

    /// <summary>Empty: the stored one stays.</summary>
    public string Password { get; set; } = "";
    public bool TokenInAddress { get; set; } = true;

    /// <summary>Access tokens come from a token service; otherwise the password is one.</summary>
    public bool RenewsTokens { get; set; } = true;
    public MailGrant Grant { get; set; }
    public string TokenUrl { get; set; } = "";
    public string ClientId { get; set; } = "";

    /// <summary>Empty: the stored one stays.</summary>
    public string ClientSecret { get; set; } = "";
    public string Scope { get; set; } = "";
    public List<AliasDraft> Addresses { get; private init; } = [];

    public static MailboxDraft Of(Mailbox? saved) => saved is null ? new() : new()
    {
        Address = saved.Address ?? "",
        Name = saved.Name ?? "",
        Smtp = new ServerDraft(ServerDraft.SmtpPorts, saved.Smtp),
        Imap = new ServerDraft(ServerDraft.ImapPorts, saved.Imap),
        Fetches = saved.Imap is not null,
        SignIn = saved.SignIn,
        User = saved.User ?? "",
        TokenInAddress = saved.TokenInAddress,
        RenewsTokens = saved.SignIn != MailSignIn.Token || saved.Tokens is not null,
        Grant = saved.Tokens?.Grant ?? MailGrant.Refresh,
        TokenUrl = saved.Tokens?.Url ?? "",
        ClientId = saved.Tokens?.ClientId ?? "",
        Scope = saved.Tokens?.Scope ?? "",
        Addresses = [.. (saved.Addresses ?? []).Select(a => new AliasDraft { Address = a.Address ?? "", Topic = a.TopicId, Language = a.Language ?? "" })],
    };

    /// <summary>Most servers want the address as the user name, too: it follows until something else is typed there.</summary>
    public void TypeAddress(string address)
    {
        if (User == Address)
            User = address;
        Address = address;
    }

    /// <summary>A line that was added and not filled in is no mistake.</summary>
    public void DropEmptyLines() => Addresses.RemoveAll(a => string.IsNullOrWhiteSpace(a.Address) && a.Topic is null && a.Language.Length == 0);

    public Mailbox ToEdit() => new(
        Address,
        string.IsNullOrWhiteSpace(Name) ? null : Name.Trim(),
        Smtp.ToEdit(),
        Fetches ? Imap.ToEdit() : null,
        SignIn == MailSignIn.None ? null : User,
        SignIn == MailSignIn.None || Password.Length == 0 ? null : Password,
        SignIn,
        TokenInAddress,
        [.. Addresses.Select(a => new MailAlias(a.Address, a.Topic, a.Language.Length == 0 ? null : a.Language))],
        SignIn == MailSignIn.Token && RenewsTokens ? new MailTokens(TokenUrl, ClientId, ClientSecret.Length == 0 ? null : ClientSecret, Scope, Grant) : null);
}

public sealed class AliasDraft
{
    public string Address { get; set; } = "";
    public long? Topic { get; set; }

    /// <summary>Empty: the site's first.</summary>
    public string Language { get; set; } = "";
}

/// <summary>A mail server while it is being changed. What is no number becomes port 0, which the server refuses with the sentence that fits.</summary>
public sealed class ServerDraft
{
    /// <summary>RFC 8314 for both; 25 and 143 without encryption.</summary>
    public static readonly IReadOnlyDictionary<MailSecurity, int> SmtpPorts = Ports(465, 587, 25);
    public static readonly IReadOnlyDictionary<MailSecurity, int> ImapPorts = Ports(993, 143, 143);
    private readonly IReadOnlyDictionary<MailSecurity, int> _usual;

    public ServerDraft(IReadOnlyDictionary<MailSecurity, int> usual, MailServer? saved = null)
    {
        _usual = usual;
        Host = saved?.Host ?? "";
        Security = saved?.Security ?? MailSecurity.Tls;
        Port = Write(saved?.Port ?? usual[Security]);
    }

    public string Host { get; set; }
    public string Port { get; set; }
    public MailSecurity Security { get; private set; }

    /// <summary>The port follows, unless it is one of the administrator's own.</summary>
    public void Choose(MailSecurity security)
    {
        if (Port.Trim().Length == 0 || Port.Trim() == Write(_usual[Security]))
            Port = Write(_usual[security]);
        Security = security;
    }

    public MailServer ToEdit() => new(Host, int.TryParse(Port, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : 0, Security);

    private static string Write(int port) => port.ToString(CultureInfo.InvariantCulture);

    private static Dictionary<MailSecurity, int> Ports(int tls, int startTls, int none) =>
        new() { [MailSecurity.Tls] = tls, [MailSecurity.StartTls] = startTls, [MailSecurity.None] = none };
}
