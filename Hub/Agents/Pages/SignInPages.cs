using Microsoft.AspNetCore.Authentication;
using SupportHub.Agents.SignIn;
using SupportHub.Wording;

namespace SupportHub.Agents.Pages;

/// <summary>Sign-in and sign-out: plain pages that work without a script.</summary>
public static class SignInPages
{
    public static void MapSignInPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/pages.css", PageStyle.Serve);
        app.MapGet("/language", (HttpContext http, string? to, string? @return) =>
        {
            CallerLanguage.Choose(http, to ?? "");
            return TypedResults.Redirect(ReturnUrl.Local(@return));
        });

        var pages = app.MapGroup("").RequireFormToken().RequireRateLimiting(SignInLimit.Policy);
        pages.MapGet("/sign-in", (HttpContext http, string? @return) =>
            SessionIsOpen(http) ? TypedResults.Redirect(ReturnUrl.Local(@return)) : Draw(http, @return));
        pages.MapPost("/sign-in", WithPassword);
        pages.MapPost("/sign-in/code", WithCode).BelongsTo("/sign-in");
        pages.MapPost("/sign-out", async (HttpContext http) =>
        {
            await http.SignOutAsync(SessionCookie.Scheme);
            return TypedResults.Redirect("/sign-in?out");
        }).DisableRateLimiting().BelongsTo("/account");
    }

    private static async Task<IResult> WithPassword(HttpContext http, SignInDesk desk, SecondStep second, AgentDirectory agents)
    {
        var form = await http.Request.ReadFormAsync();
        var back = ReturnUrl.Local(form["return"]);
        var email = form["email"].ToString();
        var answer = await desk.WithPassword(Short(email), Short(form["password"].ToString()));
        return answer.Step switch
        {
            SignInStep.SignedIn => await Open(http, agents, answer.Login!, back),
            SignInStep.NeedsCode => DrawCode(http, second.Begin(answer.Login!), back),
            _ => Draw(http, back, email, w => w.SignInRefused),
        };
    }

    private static async Task<IResult> WithCode(HttpContext http, SignInDesk desk, SecondStep second, AgentDirectory agents)
    {
        var form = await http.Request.ReadFormAsync();
        var back = ReturnUrl.Local(form["return"]);
        var step = form["step"].ToString();
        if (second.Read(step) is not { } begun)
            return Draw(http, back, refusal: w => FaultWords.Say(Fault.NewerPage, w.Language));

        var answer = await desk.WithCode(begun.AgentId, begun.Stamp, Short(form["code"].ToString()));
        return answer.Step switch
        {
            SignInStep.SignedIn => await Open(http, agents, answer.Login!, back),
            SignInStep.CodeRefused => DrawCode(http, step, back, w => w.CodeRefused),
            SignInStep.Resting => Draw(http, back, refusal: w => w.Resting),
            _ => Draw(http, back, refusal: w => FaultWords.Say(Fault.NewerPage, w.Language)),
        };
    }

    private static async Task<IResult> Open(HttpContext http, AgentDirectory agents, AgentLogin login, string back)
    {
        await agents.Refresh(http.RequestAborted);
        await SessionCookie.Open(http, agents.Find(login.Id)! with { SecurityStamp = login.SecurityStamp });
        return TypedResults.Redirect(back);
    }

    private static IResult Draw(HttpContext http, string? back, string? email = null, Func<PageWords, string>? refusal = null)
    {
        var page = Page.For(http);
        return page.Draw<SignInPage>(http, new
        {
            Email = email,
            Return = ReturnUrl.Local(back),
            Refusal = refusal?.Invoke(page.Words),
            SignedOut = refusal is null && http.Request.Query.ContainsKey("out"),
            WithoutTls = BrowserKeepsNoCookie(http.Request),
        });
    }

    private static IResult DrawCode(HttpContext http, string step, string back, Func<PageWords, string>? refusal = null)
    {
        var page = Page.For(http);
        return page.Draw<CodePage>(http, new { Step = step, Return = back, Refusal = refusal?.Invoke(page.Words) });
    }

    /// <summary>A secure cookie is kept over https, and over http from this very machine. A proxy's word that it speaks https is taken.</summary>
    private static bool BrowserKeepsNoCookie(HttpRequest request) =>
        !request.IsHttps
        && request.Host.Host is not ("localhost" or "127.0.0.1" or "[::1]")
        && !request.Host.Host.EndsWith(".localhost", StringComparison.Ordinal)
        && request.Headers["X-Forwarded-Proto"] != "https";

    private static bool SessionIsOpen(HttpContext http) => http.User.Identity?.IsAuthenticated == true;

    /// <summary>Hashing takes time by length: nobody's password is longer.</summary>
    private static string Short(string typed) => typed.Length <= 256 ? typed : typed[..256];
}
