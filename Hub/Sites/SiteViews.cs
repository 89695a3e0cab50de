using System.Net;
using SupportHub.Shared;
using SupportHub.Sites.Hours;

namespace SupportHub.Sites;

/// <summary>Sites as the settings and the widget see them.</summary>
public static class SiteViews
{
    public static SiteSettings ToSettings(this StoredSite stored, string hub, string language)
    {
        var site = stored.ToSite();
        return new SiteSettings(
            site.Id,
            site.Key,
            site.Name,
            site.Origins,
            site.Languages,
            site.Color,
            ColorNotes.For(site.Color, language),
            site.Phone,
            site.PreChat,
            site.Wording,
            Tag(site, hub),
            [.. stored.Topics.OrderBy(t => t.ArchivedAt is not null).Select(t => new TopicSettings(t.Id, t.ToBrief().Title, t.ArchivedAt is not null))]);
    }

    public static WidgetSite ToWidget(this Site site, SiteNow now, Channels channels, long nowMs)
    {
        var offered = site.Topics.Select(t => (long?)t.Id).Append(null).Select(t => Offered(site, t, now, channels, nowMs)).ToList();
        return new WidgetSite(
            site.Key, site.Name, site.Languages, site.Color, site.Phone, site.Topics, site.PreChat, site.Wording, now.Team,
            site.Hours.Plan.TimeZone!, offered, ChannelRules.ChangesAt(offered));
    }

    private static TopicChannels Offered(Site site, long? topic, SiteNow now, Channels channels, long nowMs)
    {
        var ways = ChannelRules.Now(site.Hours, topic, channel => channels.Serves(channel, site), site.Phone is not null, nowMs, channels.Answers(site, topic));
        return new(topic, ways, ways.Any(w => w is { Channel: ChannelKind.Chat, Open: true }) ? now.Wait(topic) : null);
    }

    /// <summary>The HTML to paste. <paramref name="hub"/> is this server as browsers reach it: "https://chat.example.com".</summary>
    public static string Tag(Site site, string hub) =>
        $"<script async src=\"{WebUtility.HtmlEncode(hub)}/widget/loader.js\" data-site=\"{site.Key}\" data-color=\"{site.Color}\"></script>";

    public static string Hub(this HttpRequest request) => $"{request.Scheme}://{request.Host.ToUriComponent()}";
}
