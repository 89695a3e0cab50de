using Microsoft.Extensions.DependencyInjection.Extensions;
using SupportHub.Shared;
using SupportHub.Sites.Hours;

namespace SupportHub.Sites;

public static class SitesFeature
{
    public static IServiceCollection AddSites(this IServiceCollection services)
    {
        services.AddSingleton<SiteSql>().AddDirectory<SiteDirectory>().AddSingleton<SiteDesk>();
        services.AddSingleton<HoursSql>().AddSingleton<HoursDesk>().AddSingleton<Channels>();
        // Who is here now is known where presence is; without it, nobody is shown.
        services.TryAddSingleton<Func<Site, SiteNow>>(_ => new SiteNow([], _ => null));
        return services;
    }

    public static void MapSites(this WebApplication app)
    {
        app.MapSitesApi();
        app.MapHoursApi();
        app.MapWidgetApi();
    }
}
