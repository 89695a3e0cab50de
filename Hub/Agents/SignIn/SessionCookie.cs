using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace SupportHub.Agents.SignIn;

/// <summary>The cookie that is an agent's session.</summary>
public static class SessionCookie
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
    public const string Name = "__Host-supporthub";
    public const string StampClaim = "stamp";

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = Name;
        options.Cookie.HttpOnly = true;
        // Browsers take a secure cookie from http://localhost too. Lax, because a link in a mail must find the agent signed in.
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.Path = "/";
        options.ExpireTimeSpan = TimeSpan.FromDays(7);
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "return";
        options.Events.OnValidatePrincipal = Validate;
        options.Events.OnRedirectToLogin = c => Turn(c, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = c => Turn(c, StatusCodes.Status403Forbidden);
    }

    public static Task Open(HttpContext http, AgentAccount agent) => http.SignInAsync(
        Scheme, Principal(agent), new AuthenticationProperties { IsPersistent = true });

    public static ClaimsPrincipal Principal(AgentAccount agent) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, agent.Id.ToString(CultureInfo.InvariantCulture)),
            new Claim(ClaimTypes.Role, agent.Role.ToString()),
            new Claim(StampClaim, agent.SecurityStamp),
        ],
        Scheme));

    public static bool IsCurrent(ClaimsPrincipal user, AgentDirectory agents) =>
        user.AgentId() is { } id && agents.IsValid(id, user.FindFirstValue(StampClaim));

    public static long? AgentId(this ClaimsPrincipal user) =>
        long.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id) ? id : null;

    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        var agents = context.HttpContext.RequestServices.GetRequiredService<AgentDirectory>();
        var clock = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
        if (IsCurrent(context.Principal!, agents))
            return;
        // A cookie of this moment may come from another node, whose change this one has not read yet.
        if (clock.GetUtcNow() - context.Properties.IssuedUtc < TimeSpan.FromSeconds(10))
        {
            await agents.Refresh(context.HttpContext.RequestAborted);
            if (IsCurrent(context.Principal!, agents))
                return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }

    /// <summary>People are shown a page; programs are told the status.</summary>
    private static Task Turn(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        var request = context.Request;
        var byPerson = HttpMethods.IsGet(request.Method) && !request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/hubs");
        if (byPerson && status == StatusCodes.Status401Unauthorized)
            context.Response.Redirect(context.RedirectUri);
        else
            context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
