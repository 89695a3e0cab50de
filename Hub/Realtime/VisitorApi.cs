using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Storage;

namespace SupportHub.Realtime;

/// <summary>What the widget asks over HTTP: who it is, and whether something is unread.</summary>
public static class VisitorApi
{
    /// <summary>Name of the policy that lets the sites' own pages in.</summary>
    public const string Cors = "sites";

    /// <summary>Name of the limit on new visitors.</summary>
    public const string NewVisitors = "new-visitors";

    public static void MapVisitors(this WebApplication app)
    {
        app.MapPost("/api/widget/{siteKey}/visitor", Create).RequireCors(Cors).RequireRateLimiting(NewVisitors).DisableAntiforgery();
        app.MapGet("/api/widget/{siteKey}/unread", Unread).RequireCors(Cors);
    }

    /// <summary>A sliding minute per address. What is given here is kept as long as the address is counted, so it must not hold the request.</summary>
    public static RateLimitPartition<string> Limit(HttpContext context)
    {
        var permits = context.RequestServices.GetRequiredService<IOptions<LimitsOptions>>().Value.NewVisitorsPerMinute;
        return RateLimitPartition.GetSlidingWindowLimiter(
            Network.Of(context) ?? "",
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 });
    }

    private static async Task<Results<Ok<VisitorPass>, JsonHttpResult<HttpRefusal>>> Create(
        string siteKey, HttpContext context, SiteDirectory sites, VisitorTokens tokens, Database database, Ids ids, TimeProvider clock)
    {
        if (sites.ByKey(siteKey) is not { } site)
            return Refusals.Json(StatusCodes.Status404NotFound, RefusalCode.Invalid, "There is no site with this key. Check data-site in the widget's tag.");
        if (!site.Allows(context.Request.Headers.Origin))
            return Refusals.Json(StatusCodes.Status403Forbidden, RefusalCode.NotAllowed, "This website is not on the list of addresses where the widget may run.");
        long id;
        do
            id = ids.Next();
        while (!await VisitorSql.Create(database, id, site.Id, Browsers.Name(context.Request.Headers.UserAgent), clock.NowMs()));
        return TypedResults.Ok(new VisitorPass(tokens.Issue(id, site.Id), id));
    }

    private static async Task<Results<Ok<UnreadCount>, JsonHttpResult<HttpRefusal>>> Unread(HttpContext context, VisitorTokens tokens, VisitorDesk desk)
    {
        return tokens.Who(context.Request) is { } who
            ? TypedResults.Ok(await desk.Unread(who.Visitor))
            : Refusals.Json(StatusCodes.Status401Unauthorized, RefusalCode.NotAllowed, "The token is missing or not valid. Ask for a new one.");
    }
}
