using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Settings.Routing;

public static class TopicNames
{
    /// <summary>In the reader's language, else in the site's first, else in any.</summary>
    public static string Name(this SiteSettings site, TopicSettings topic, string language) =>
        topic.Title.GetValueOrDefault(language) ?? topic.Title.GetValueOrDefault(site.Languages[0]) ?? topic.Title.Values.FirstOrDefault() ?? "";
}
