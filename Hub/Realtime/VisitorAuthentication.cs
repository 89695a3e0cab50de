using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using SupportHub.Sites;

namespace SupportHub.Realtime;

/// <summary>
/// Knows a visitor by the token in the Authorization header, or, where a browser cannot set one (WebSockets), in the query's
/// <c>access_token</c>. The token must belong to the site that is asked for.
/// </summary>
public sealed class VisitorAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    VisitorTokens tokens,
    SiteDirectory sites) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "Visitor";
    public const string SiteClaim = "site";
    private const string Bearer = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        var token = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..] : Request.Query["access_token"].ToString();
        if (token.Length == 0)
            return Task.FromResult(AuthenticateResult.NoResult());
        if (tokens.Read(token) is not { } who || sites.ById(who.Site) is not { } site)
            return Task.FromResult(AuthenticateResult.Fail("Not a token of this server."));
        if (Request.SiteKey() is { } asked && asked != site.Key)
            return Task.FromResult(AuthenticateResult.Fail("A token of another site."));

        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, $"{who.Visitor}"), new Claim(SiteClaim, $"{who.Site}")], SchemeName);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName)));
    }
}

internal static class VisitorRequests
{
    /// <summary>The site a visitor's request is about: in the route of the HTTP endpoints, in the query of the hub.</summary>
    public static string? SiteKey(this HttpRequest request) =>
        request.RouteValues["siteKey"] as string ?? (request.Query.TryGetValue("site", out var site) ? site.ToString() : null);

    public static long Id(this ClaimsPrincipal user) => long.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!, System.Globalization.CultureInfo.InvariantCulture);

    public static long SiteId(this ClaimsPrincipal user) => long.Parse(user.FindFirstValue(VisitorAuthentication.SiteClaim)!, System.Globalization.CultureInfo.InvariantCulture);
}
