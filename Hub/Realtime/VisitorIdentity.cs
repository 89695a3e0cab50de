using System.Security.Claims;

namespace SupportHub.Realtime;

/// <summary>Who a visitor's token says that somebody is. Two numbers, because they are read with every call and kept with every connection.</summary>
public sealed class VisitorIdentity(long visitor, long site) : ClaimsIdentity("Visitor")
{
    public long Visitor => visitor;

    public long Site => site;
}

internal static class VisitorRequests
{
    /// <summary>The site a visitor's request is about: in the route of the HTTP endpoints, in the query of the hub.</summary>
    public static string? SiteKey(this HttpRequest request) =>
        request.RouteValues["siteKey"] as string ?? (request.Query.TryGetValue("site", out var site) ? site.ToString() : null);

    /// <summary>Of a connection that <see cref="HubGate"/> let in.</summary>
    public static VisitorIdentity Visitor(this ClaimsPrincipal? user) => (VisitorIdentity)user!.Identity!;
}
