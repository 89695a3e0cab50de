using SupportHub.Agents.SignIn;

namespace SupportHub.Agents.Pages;

public static class FormToken
{
    /// <summary>
    /// Posts of the group carry the form's token. Where it is out of date (the page was open while somebody signed in or out), the page is
    /// drawn again with a word, and nothing is done.
    /// </summary>
    public static RouteGroupBuilder RequireFormToken(this RouteGroupBuilder group) =>
        group.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            if (HttpMethods.IsGet(http.Request.Method) || await Csrf.IsValid(http))
                return await next(context);
            var page = http.GetEndpoint()?.Metadata.GetMetadata<DrawnAt>()?.Path ?? http.Request.Path;
            return TypedResults.Redirect(page + http.Request.QueryString.Add("stale", "1"));
        });

    /// <summary>Names the page to which a post belongs, where it is not at the same path.</summary>
    public static RouteHandlerBuilder BelongsTo(this RouteHandlerBuilder endpoint, string page) => endpoint.WithMetadata(new DrawnAt(page));

    private sealed record DrawnAt(string Path);
}
