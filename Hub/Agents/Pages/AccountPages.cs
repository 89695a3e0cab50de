using Microsoft.AspNetCore.Http.HttpResults;
using SupportHub.Agents.SignIn;
using SupportHub.Wording;

namespace SupportHub.Agents.Pages;

/// <summary>One's own password, authenticator app and sessions.</summary>
public static class AccountPages
{
    public static void MapAccountPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("/account").RequireAuthorization(Policies.Agent).RequireFormToken();
        pages.MapGet("", (HttpContext http, LoginDesk desk) => Draw(http, desk));
        pages.MapPost("/password", ChangePassword).BelongsTo("/account");
        pages.MapPost("/sign-out-everywhere", async (HttpContext http, AccountDesk desk) =>
        {
            await desk.SignOutEverywhere(Me(http));
            return TypedResults.Redirect("/sign-in?out");
        }).BelongsTo("/account");

        pages.MapPost("/authenticator/start", async (HttpContext http, LoginDesk desk) =>
        {
            await desk.OfferKey(Me(http));
            return TypedResults.Redirect("/account/authenticator");
        }).BelongsTo("/account");
        pages.MapGet("/authenticator", (HttpContext http, LoginDesk desk) => DrawKey(http, desk));
        pages.MapPost("/authenticator", TurnOn);
        pages.MapPost("/authenticator/off", TurnOff).BelongsTo("/account");
        pages.MapPost("/recovery", NewCodes).BelongsTo("/account");
    }

    private static async Task<IResult> ChangePassword(HttpContext http, LoginDesk desk, AgentDirectory agents)
    {
        var form = await http.Request.ReadFormAsync();
        if (form["password"] != form["again"])
            return await Draw(http, desk, [new("again", Fault.PasswordsDiffer)]);
        var saved = await desk.ChangePassword(Me(http), form["current"].ToString(), form["password"].ToString());
        if (saved.Value is null)
            return await Draw(http, desk, saved.Faults);
        await Reopen(http, agents);
        return TypedResults.Redirect("/account?changed");
    }

    private static async Task<IResult> TurnOn(HttpContext http, LoginDesk desk, AgentDirectory agents)
    {
        var form = await http.Request.ReadFormAsync();
        var (saved, codes) = await desk.TurnOn(Me(http), form["code"].ToString());
        return saved.Value is null ? await DrawKey(http, desk, saved.Faults) : await DrawCodes(http, agents, codes);
    }

    private static async Task<IResult> TurnOff(HttpContext http, LoginDesk desk, AgentDirectory agents)
    {
        var form = await http.Request.ReadFormAsync();
        var saved = await desk.TurnOff(Me(http), form["factor"].ToString());
        if (saved.Value is null)
            return await Draw(http, desk, saved.Faults);
        await Reopen(http, agents);
        return TypedResults.Redirect("/account");
    }

    private static async Task<IResult> NewCodes(HttpContext http, LoginDesk desk, AgentDirectory agents)
    {
        var form = await http.Request.ReadFormAsync();
        var (saved, codes) = await desk.NewCodes(Me(http), form["factor"].ToString());
        return saved.Value is null ? await Draw(http, desk, saved.Faults) : await DrawCodes(http, agents, codes);
    }

    private static async Task<IResult> Draw(HttpContext http, LoginDesk desk, IReadOnlyList<FieldFault>? faults = null) =>
        await desk.Find(Me(http)) is { } login
            ? Page.For(http, faults).Draw<AccountPage>(http, new { login.Email, login.TwoFactor, Changed = faults is null && http.Request.Query.ContainsKey("changed") })
            : TypedResults.Redirect("/sign-in");

    private static async Task<IResult> DrawKey(HttpContext http, LoginDesk desk, IReadOnlyList<FieldFault>? faults = null) =>
        await desk.Find(Me(http)) is { TwoFactor: false, AuthenticatorKey: { } key } login
            ? Page.For(http, faults).Draw<AuthenticatorPage>(http, new { Key = key, login.Email })
            : TypedResults.Redirect("/account");

    private static async Task<RazorComponentResult<RecoveryPage>> DrawCodes(HttpContext http, AgentDirectory agents, IReadOnlyList<string> codes)
    {
        await Reopen(http, agents);
        return Page.For(http).Draw<RecoveryPage>(http, new { Codes = codes });
    }

    /// <summary>The change ended all sessions; this one begins anew.</summary>
    private static Task Reopen(HttpContext http, AgentDirectory agents) => SessionCookie.Open(http, agents.Find(Me(http))!);

    private static long Me(HttpContext http) => http.User.AgentId()!.Value;
}
