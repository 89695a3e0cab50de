using Microsoft.AspNetCore.Antiforgery;

namespace SupportHub.Agents.SignIn;

/// <summary>Protection against requests that another website makes a signed-in browser send.</summary>
public static class Csrf
{
    public const string Header = "X-CSRF-TOKEN";
    public const string Field = "csrf";

    public static void Configure(AntiforgeryOptions options)
    {
        options.HeaderName = Header;
        options.FormFieldName = Field;
        options.Cookie = new SecureCookie("__Host-supporthub-csrf");
        // The pages say for themselves who may frame them.
        options.SuppressXFrameOptionsHeader = true;
    }

    public static string Token(HttpContext http) =>
        http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken!;

    /// <summary>Writes of the group need the token of <c>GET /api/session</c> in the header.</summary>
    public static TBuilder RequireCsrfHeader<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            if (HttpMethods.IsGet(http.Request.Method) || await IsValid(http))
                return await next(context);
            return TypedResults.Problem(
                title: "The header X-CSRF-TOKEN is missing or out of date. Read /api/session again.",
                statusCode: StatusCodes.Status400BadRequest);
        });

    public static Task<bool> IsValid(HttpContext http) =>
        http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http);
}
