namespace SupportHub.Sites;

public static class SitesFeature
{
    public static IServiceCollection AddSites(this IServiceCollection services) =>
        services.AddSingleton<SiteDirectory>();

    public static void MapSites(this WebApplication app)
    {
    }
}
