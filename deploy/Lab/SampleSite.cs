using System.Net.Mime;

namespace SupportHub.Lab;

/// <summary>
/// The website of a small hosting company, on an origin of its own and under a strict Content-Security-Policy: what the widget may do is
/// what it may do at a customer's.
/// </summary>
public static class SampleSite
{
    public const string Key = "hebergeur-du-rhin";

    /// <param name="address">Of the site itself.</param>
    /// <param name="hub">Address of the hub that the widget talks to.</param>
    public static WebApplication Create(Uri address, Uri hub)
    {
        var builder = WebApplication.CreateSlimBuilder([$"--urls={address}"]);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var policy = Policy(hub);
        app.Use((http, next) =>
        {
            http.Response.Headers.ContentSecurityPolicy = policy;
            http.Response.Headers.XContentTypeOptions = "nosniff";
            return next(http);
        });
        app.MapGet("/", (HttpContext http) => Results.Redirect(SamplePages.HomeFor(http.Request.Headers.AcceptLanguage.ToString())));
        foreach (var page in SamplePages.All)
        {
            var html = page.Render(hub);
            app.MapGet(page.Path, () => Results.Content(html, "text/html; charset=utf-8"));
        }
        Serve(app, "/site.css", "text/css");
        Serve(app, "/mark.svg", MediaTypeNames.Image.Svg);
        Serve(app, "/river.svg", MediaTypeNames.Image.Svg);
        return app;
    }

    private static void Serve(WebApplication app, string path, string type)
    {
        var content = Embedded.Read($"Site{path}");
        app.MapGet(path, () => Results.Content(content, type));
    }

    private static string Policy(Uri hub)
    {
        var http = hub.GetLeftPart(UriPartial.Authority);
        var socket = $"ws://{hub.Authority}";
        return $"default-src 'none'; script-src {http}; style-src 'self'; img-src 'self' {http} blob:; media-src {http} blob:; connect-src {http} {socket}; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";
    }
}
