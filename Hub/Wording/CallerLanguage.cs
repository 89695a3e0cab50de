using System.Security.Claims;
using SupportHub.Agents;

namespace SupportHub.Wording;

/// <summary>The language in which the server speaks to whoever asks: chosen on a page, else the account's, else the browser's.</summary>
public static class CallerLanguage
{
    public const string Cookie = "__Host-supporthub-language";

    public static readonly IReadOnlyList<string> Spoken = ["en", "fr"];

    public static string Of(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is { } chosen && Spoken.Contains(chosen))
            return chosen;
        if (long.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            && http.RequestServices.GetRequiredService<AgentDirectory>().Find(id) is { } agent && Spoken.Contains(agent.Language))
            return agent.Language;
        return FromHeader(http);
    }

    private static string FromHeader(HttpContext http) =>
        http.Request.GetTypedHeaders().AcceptLanguage
            .Where(l => l.Quality is null or > 0)
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.ToString().Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(Spoken.Contains) ?? "en";

    public static void Choose(HttpContext http, string language)
    {
        if (Spoken.Contains(language))
            http.Response.Cookies.Append(Cookie, language, new CookieOptions
            {
                Secure = true,
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                MaxAge = TimeSpan.FromDays(365),
                IsEssential = true,
            });
    }
}
