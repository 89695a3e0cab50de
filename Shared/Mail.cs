namespace SupportHub.Shared;

/// <summary>From <c>GET /api/sites/{id}/mailbox</c>, for administrators: how a site sends and receives mail.</summary>
/// <param name="Mailbox">Absent until one is connected. Without its password, which is never given out.</param>
/// <param name="Inbound">Where mail services, a pipe or a program may post whole mails instead of IMAP.</param>
public sealed record MailboxSettings(Mailbox? Mailbox, InboundDoor? Inbound);

/// <summary>A mailbox, written whole with <c>PUT /api/sites/{id}/mailbox</c>.</summary>
/// <param name="Address">From which answers go out: "support@example.com".</param>
/// <param name="Name">Shown beside it; absent: the site's name.</param>
/// <param name="Imap">Absent: mail comes in by the signed door only.</param>
/// <param name="Password">Absent: the stored one stays.</param>
/// <param name="TokenInAddress">Answers come back to "support+token@example.com". Off where the server knows no such addresses: then threads are told by Message-ID alone.</param>
/// <param name="Addresses">Which topic and language mail to an address is about.</param>
/// <param name="Tokens">With <see cref="MailSignIn.Token"/>: the service that gives access tokens; the password is then the refresh token.</param>
public sealed record Mailbox(
    string? Address,
    string? Name,
    MailServer? Smtp,
    MailServer? Imap,
    string? User,
    string? Password,
    MailSignIn SignIn,
    bool TokenInAddress,
    IReadOnlyList<MailAlias>? Addresses,
    MailTokens? Tokens = null);

/// <summary>An OAuth2 token service (RFC 6749).</summary>
/// <param name="Url">Token endpoint, with https.</param>
/// <param name="ClientSecret">Never given out. Absent: the stored one stays, if there is one.</param>
/// <param name="Scope">Separated by spaces.</param>
public sealed record MailTokens(string? Url, string? ClientId, string? ClientSecret, string? Scope, MailGrant Grant = MailGrant.Refresh);

public enum MailGrant
{
    /// <summary>Somebody signed in and has a refresh token.</summary>
    Refresh,

    /// <summary>The application signs in for itself, with its secret.</summary>
    Client,
}

/// <param name="Security">Without any, passwords and texts can be read on the way: for a server on the same machine only.</param>
public sealed record MailServer(string? Host, int Port, MailSecurity Security);

public enum MailSecurity
{
    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>Begins plain and must go on with TLS.</summary>
    StartTls,
    None,
}

public enum MailSignIn
{
    Password,

    /// <summary>An OAuth2 access token (XOAUTH2): the password itself, or one that a token service gives.</summary>
    Token,

    /// <summary>The server asks for none.</summary>
    None,
}

/// <param name="Address">"hosting-fr@example.com"; delivered into the same mailbox.</param>
/// <param name="Language">Absent: the site's first.</param>
public sealed record MailAlias(string? Address, long? TopicId, string? Language);

/// <param name="Url">Post a whole mail (message/rfc822) here.</param>
/// <param name="Secret">Signs each: see PROTOCOL.md.</param>
public sealed record InboundDoor(string Url, string Secret);

/// <summary>From <c>POST /api/sites/{id}/mailbox/test</c>: what a connection to both servers came to, in the caller's language.</summary>
/// <param name="Smtp">What is wrong; absent where it works.</param>
/// <param name="Imap">Likewise.</param>
public sealed record MailboxTest(string? Smtp, string? Imap);

/// <summary>From <c>GET /api/mail/aside</c>: mails that wait for somebody to look at them, newest first.</summary>
public sealed record MailsAside(IReadOnlyList<MailAside> Mails);

/// <param name="Why">A sentence in the caller's language.</param>
/// <param name="Raw">Where the whole mail is, relative to the server.</param>
public sealed record MailAside(long Id, long SiteId, long At, string? From, string? Subject, string Why, string Raw);
