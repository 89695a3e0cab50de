using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportHub.Shared;

namespace SupportHub.Sites;

/// <summary>What the widget needs to draw itself. Public.</summary>
public static class WidgetApi
{
    private const int FreshSeconds = 60;

    public static void MapWidgetApi(this IEndpointRouteBuilder app) => app.MapGet("/api/widget/{siteKey}", Read);

    private static Results<Ok<WidgetSite>, JsonHttpResult<HttpRefusal>> Read(
        string siteKey, HttpContext http, SiteDirectory sites, Func<Site, SiteNow> now, Channels channels, TimeProvider clock)
    {
        http.Response.Headers.Vary = "Origin";
        if (sites.ByKey(siteKey) is not { } site)
        {
            // Readable from anywhere: whoever pasted a wrong key finds the reason in the browser's console.
            http.Response.Headers.AccessControlAllowOrigin = "*";
            return TypedResults.Json(
                new HttpRefusal(RefusalCode.Invalid, "There is no site with this key. Check data-site in the widget's tag."),
                statusCode: StatusCodes.Status404NotFound);
        }
        if (site.Allows(http.Request.Headers.Origin))
            http.Response.Headers.AccessControlAllowOrigin = http.Request.Headers.Origin;
        var nowMs = clock.NowMs();
        var widget = site.ToWidget(now(site), channels, nowMs);
        // Never kept beyond an opening or a closing.
        var seconds = Math.Clamp(((widget.ChangesAt ?? long.MaxValue) - nowMs) / 1000, 0, FreshSeconds);
        http.Response.Headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"public, max-age={seconds}");
        return TypedResults.Ok(widget);
    }
}
