using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using SupportHub.Shared;
using SupportHub.Sites;

namespace SupportHub.Realtime;

/// <summary>
/// Stands before the hubs: lets a page in only from the site's own origins, and only so many connections per visitor and address. A
/// WebSocket's request lasts as long as its connection, so counting requests counts connections. The agents' hub takes only its own pages,
/// because a browser sends cookies along with a WebSocket from anywhere. A visitor goes from here straight to the hub: the rest of the way
/// is about cookies, and whatever it makes for a request would be kept for as long as the connection lives.
/// </summary>
public sealed partial class HubGate(RequestDelegate next, SiteDirectory sites, VisitorTokens tokens, IOptions<LimitsOptions> limits, ILogger<HubGate> log)
{
    private readonly ConcurrentDictionary<string, int> _byAddress = new();
    private readonly ConcurrentDictionary<long, int> _byVisitor = new();

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments(Protocol.VisitorHubPath, StringComparison.Ordinal) && context.GetEndpoint()?.RequestDelegate is { } hub)
            return LetVisitorIn(context, hub);
        if (!context.Request.Path.StartsWithSegments(Protocol.AgentHubPath, StringComparison.Ordinal) || IsOwnPage(context.Request))
            return next(context);
        Log.Origin(log, null);
        return Refuse(context, StatusCodes.Status403Forbidden, RefusalCode.NotAllowed, "The console runs only on its own address.");
    }

    /// <summary>Without an origin it is no browser, and brings its cookie on purpose.</summary>
    private static bool IsOwnPage(HttpRequest request) =>
        request.Headers.Origin is not [{ Length: > 0 } origin] || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Authority == request.Host.Value);

    private async Task LetVisitorIn(HttpContext context, RequestDelegate hub)
    {
        var site = sites.ByKey(context.Request.SiteKey());
        if (site is null || !site.Allows(context.Request.Headers.Origin))
        {
            Log.Origin(log, site?.Id);
            await Refuse(context, StatusCodes.Status403Forbidden, RefusalCode.NotAllowed, "This website is not on the list of addresses where the widget may run.");
            return;
        }
        if (tokens.Who(context.Request) is not { } who)
        {
            Log.Token(log, site.Id);
            await Refuse(context, StatusCodes.Status401Unauthorized, RefusalCode.NotAllowed, "The token is missing or not valid. Ask for a new one.");
            return;
        }

        var address = Network.Of(context) ?? "";
        var visitor = who.Visitor;
        context.User = new ClaimsPrincipal(who);
        Forget(context, VisitorTokens.InQuery);
        var (ofAddress, ofVisitor) = (Add(_byAddress, address, 1), Add(_byVisitor, visitor, 1));
        try
        {
            if (ofAddress > limits.Value.ConnectionsPerAddress || ofVisitor > limits.Value.ConnectionsPerVisitor)
            {
                Log.TooMany(log, site.Id, ofVisitor);
                await Refuse(context, StatusCodes.Status429TooManyRequests, RefusalCode.TooFast, "Too many connections are open from here. Close a tab and try again.");
                return;
            }
            await hub(context);
        }
        finally
        {
            Add(_byAddress, address, -1);
            Add(_byVisitor, visitor, -1);
        }
    }

    /// <summary>What is in the query stays in memory while the connection lives, and is what logs of requests show.</summary>
    private static void Forget(HttpContext context, string name)
    {
        var kept = context.Request.Query.Where(q => q.Key != name).SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value));
        context.Request.QueryString = QueryString.Create(kept);
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = "";
    }

    private static int Add<T>(ConcurrentDictionary<T, int> counts, T key, int change)
        where T : notnull
    {
        var now = counts.AddOrUpdate(key, change, (_, n) => n + change);
        if (now == 0)
            counts.TryRemove(new KeyValuePair<T, int>(key, 0));
        return now;
    }

    private static Task Refuse(HttpContext context, int status, RefusalCode code, string title)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new HttpRefusal(code, title));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "A connection to site {Site} was refused: the page's origin is not allowed")]
        public static partial void Origin(ILogger logger, long? site);

        [LoggerMessage(Level = LogLevel.Information, Message = "A connection to site {Site} was refused: no valid token")]
        public static partial void Token(ILogger logger, long site);

        [LoggerMessage(Level = LogLevel.Information, Message = "A connection to site {Site} was refused: too many, {OfVisitor} of this visitor")]
        public static partial void TooMany(ILogger logger, long site, int ofVisitor);
    }
}
