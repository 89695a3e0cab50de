namespace SupportHub.Shared;

/// <summary>What the widget needs to draw itself, from <c>GET /api/widget/{siteKey}</c>. Public, cacheable for a minute.</summary>
/// <param name="Languages">The site's languages, the default first.</param>
/// <param name="Color">Brand colour as "#rrggbb".</param>
/// <param name="Wording">The site's own texts, by language, then by the key of the widget's text that it replaces.</param>
/// <param name="Team">Agents who are here now, at most five.</param>
/// <param name="TimeZone">IANA name: where the site keeps its hours.</param>
/// <param name="Channels">What each topic offers now; the last is a conversation without a topic.</param>
/// <param name="ChangesAt">When that changes by itself, Unix milliseconds: ask again then.</param>
public sealed record WidgetSite(
    string Key,
    string Name,
    IReadOnlyList<string> Languages,
    string Color,
    string? Phone,
    IReadOnlyList<TopicBrief> Topics,
    PreChat PreChat,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Wording,
    IReadOnlyList<Person> Team,
    string TimeZone,
    IReadOnlyList<TopicChannels> Channels,
    long? ChangesAt);

/// <summary>Which fields the pre-chat form shows.</summary>
public sealed record PreChat(Field Topic, Field Name, Field Email);

public enum Field
{
    Hidden,
    Optional,
    Required,
}

/// <summary>From <c>POST /api/widget/{siteKey}/visitor</c>: a new visitor's token, to be kept by the browser.</summary>
public sealed record VisitorPass(string Token, long VisitorId);

/// <summary>From <c>GET /api/widget/{siteKey}/unread</c>: for a closed widget's badge.</summary>
public sealed record UnreadCount(int Unread, bool Open);

/// <summary>An HTTP refusal's body, with the status that fits.</summary>
public sealed record HttpRefusal(RefusalCode Code, string Title);
