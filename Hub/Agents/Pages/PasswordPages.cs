using SupportHub.Agents.SignIn;
using SupportHub.Wording;

namespace SupportHub.Agents.Pages;

/// <summary>Choosing a password through a one-time link.</summary>
public static class PasswordPages
{
    public static void MapPasswordPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("/password").RequireFormToken().RequireRateLimiting(SignInLimit.Policy);
        pages.MapGet("", async (HttpContext http, LoginDesk desk, string? code) => await Draw(http, desk, code ?? ""));
        pages.MapPost("", async (HttpContext http, LoginDesk desk, string? code) =>
        {
            var form = await http.Request.ReadFormAsync();
            var (password, again) = (form["password"].ToString(), form["again"].ToString());
            if (password != again)
                return await Draw(http, desk, code ?? "", new FieldFault("again", Fault.PasswordsDiffer));
            var saved = await desk.ChoosePassword(code ?? "", password);
            return saved.Value is null ? await Draw(http, desk, code ?? "", [.. saved.Faults]) : (IResult)TypedResults.Redirect("/sign-in");
        });
    }

    private static async Task<IResult> Draw(HttpContext http, LoginDesk desk, string code, params FieldFault[] faults) =>
        await desk.ByLink(code) is { } login
            ? Page.For(http, faults).Draw<PasswordPage>(http, new { login.Email })
            : NoticePage.Show(http, StatusCodes.Status410Gone, w => w.LinkOverTitle, w => w.LinkOver);
}
