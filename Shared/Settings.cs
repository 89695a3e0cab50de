namespace SupportHub.Shared;

/// <summary>From <c>GET /api/session</c>: who is signed in. Writes over HTTP carry the token in the header <c>X-CSRF-TOKEN</c>.</summary>
public sealed record Session(AgentProfile Me, string AntiforgeryToken);

/// <summary>An agent's account as its owner and administrators see it.</summary>
/// <param name="Picture">Address relative to the server.</param>
/// <param name="TwoFactor">Sign-in asks for a code of an authenticator app.</param>
public sealed record AgentProfile(
    long Id,
    string Email,
    string FirstName,
    string LastName,
    Pronoun Pronoun,
    string? Picture,
    Role Role,
    int Capacity,
    string Language,
    bool TwoFactor,
    bool Disabled,
    int MailCapacity = 10);

public sealed record AgentProfiles(IReadOnlyList<AgentProfile> Agents);

/// <summary>What an administrator may change of an account.</summary>
/// <param name="Capacity">Chats at once, 1 to 20.</param>
/// <param name="Language">"en" or "fr".</param>
/// <param name="MailCapacity">E-mails to be answered at once, beside the chats, 0 to 50; none with 0.</param>
public sealed record AgentEdit(
    string? Email,
    string? FirstName,
    string? LastName,
    Pronoun Pronoun,
    Role Role,
    int Capacity,
    string? Language,
    int MailCapacity = 10);

/// <summary>What agents may change of their own account.</summary>
public sealed record AccountEdit(string? FirstName, string? LastName, Pronoun Pronoun, string? Language);

/// <summary>A link with which an agent chooses a password, once. Shown to the administrator, who passes it on.</summary>
/// <param name="ValidUntil">Unix milliseconds.</param>
public sealed record PasswordLink(string Url, long ValidUntil);

public sealed record NewAgent(AgentProfile Agent, PasswordLink Link);

/// <param name="ResetTwoFactor">Also forget the authenticator app, for somebody who lost it.</param>
public sealed record PasswordReset(bool ResetTwoFactor);

/// <summary>A site with all that an administrator may set.</summary>
/// <param name="ColorNote">A sentence where the colour would be hard to read, in the caller's language.</param>
/// <param name="Tag">The HTML to paste into the website.</param>
/// <param name="Topics">In their order, the archived ones last.</param>
public sealed record SiteSettings(
    long Id,
    string Key,
    string Name,
    IReadOnlyList<string> Origins,
    IReadOnlyList<string> Languages,
    string Color,
    string? ColorNote,
    string? Phone,
    PreChat PreChat,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Wording,
    string Tag,
    IReadOnlyList<TopicSettings> Topics);

public sealed record SitesSettings(IReadOnlyList<SiteSettings> Sites);

/// <param name="Origins">Scheme, host and port: "https://www.example.com"; or "*" alone.</param>
/// <param name="Languages">The default first.</param>
/// <param name="Wording">By language, then by the key of the widget's text that it replaces.</param>
public sealed record SiteEdit(
    string? Name,
    IReadOnlyList<string>? Origins,
    IReadOnlyList<string>? Languages,
    string? Color,
    string? Phone,
    PreChat? PreChat,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? Wording);

/// <param name="Title">By language tag.</param>
public sealed record TopicSettings(long Id, IReadOnlyDictionary<string, string> Title, bool Archived);

public sealed record TopicEdit(IReadOnlyDictionary<string, string>? Title, bool Archived);

/// <summary>All topics that are not archived, in the order in which visitors shall see them.</summary>
public sealed record TopicOrder(IReadOnlyList<long>? Ids);

public sealed record CannedReplyList(IReadOnlyList<CannedReply> Replies);

/// <param name="Shortcut">Letters, digits and hyphens.</param>
/// <param name="Language">Absent: fits any.</param>
public sealed record CannedReplyEdit(string? Shortcut, string? Title, string? Language, string? Body);
