using SupportHub.Agents.SignIn;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Wording;

namespace SupportHub.Agents.Pages;

/// <summary>A new server's first minutes: its administrator, its first site, the tag to paste.</summary>
public static class SetupPages
{
    public static void MapSetupPages(this IEndpointRouteBuilder app)
    {
        var first = app.MapGroup("/setup").RequireFormToken().RequireRateLimiting(SignInLimit.Policy);
        first.MapGet("", async (HttpContext http, SetupCode setup, AccountDesk accounts, string? code) =>
            setup.Matches(code) && !await accounts.HasAdministrator() ? Page.For(http).Draw<SetupPage>(http, new { Form = new SetupForm() }) : Over(http));
        first.MapPost("", CreateAdministrator);

        var then = app.MapGroup("/setup").RequireAuthorization(Policies.Administrator).RequireFormToken();
        then.MapGet("/site", IResult (HttpContext http) => Page.For(http).Draw<SetupSitePage>(http, new { Form = new SetupSiteForm { Languages = [CallerLanguage.Of(http)] } }));
        then.MapPost("/site", CreateSite);
        then.MapGet("/tag", (HttpContext http, SiteDirectory sites, long? site) => sites.ById(site ?? 0) is { } found
            ? Page.For(http).Draw<SetupTagPage>(http, new { Tag = SiteViews.Tag(found, http.Request.Hub()), Hub = http.Request.Hub() })
            : (IResult)TypedResults.Redirect("/"));
    }

    private static async Task<IResult> CreateAdministrator(HttpContext http, SetupCode setup, AccountDesk accounts, string? code)
    {
        var form = SetupForm.Of(await http.Request.ReadFormAsync());
        var language = CallerLanguage.Of(http);
        Saved<AgentAccount>? saved = null;
        await setup.Use(code, async () =>
        {
            if (!await accounts.HasAdministrator())
                saved = await accounts.Create(form.ToEdit(language), form.Password);
            return saved?.Value is not null;
        });
        if (saved is null)
            return Over(http);
        if (saved.Value is null)
            return Page.For(http, saved.Faults).Draw<SetupPage>(http, new { Form = form });
        await SessionCookie.Open(http, saved.Value);
        return TypedResults.Redirect("/setup/site");
    }

    private static async Task<IResult> CreateSite(HttpContext http, SiteDesk sites)
    {
        var form = SetupSiteForm.Of(await http.Request.ReadFormAsync());
        var origin = OriginRules.OfAddress(form.Address);
        var saved = await sites.Create(form.ToEdit(origin));
        if (saved.Value is { } site)
            return TypedResults.Redirect($"/setup/tag?site={site.Row.Id}");
        return Page.For(http, [.. saved.Faults.Select(f => f is { Field: "origins" } ? new FieldFault("address", Fault.AddressInvalid) : f)])
            .Draw<SetupSitePage>(http, new { Form = form });
    }

    private static IResult Over(HttpContext http) =>
        NoticePage.Show(http, StatusCodes.Status410Gone, w => w.SetupOverTitle, w => w.SetupOver);
}
