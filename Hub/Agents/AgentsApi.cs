using Microsoft.AspNetCore.Http.HttpResults;
using SupportHub.Agents.SignIn;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Wording;

namespace SupportHub.Agents;

using SavedAgent = Results<Ok<AgentProfile>, ValidationProblem, NotFound>;

/// <summary>Accounts: one's own for every agent, everybody's for administrators.</summary>
public static class AgentsApi
{
    public static void MapAgentsApi(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/session", (HttpContext http, AgentDirectory agents) => agents.Find(http.User.AgentId() ?? 0) is { } me
                ? Results.Ok(new Session(me.ToProfile(), Csrf.Token(http)))
                : Results.Unauthorized())
            .RequireAuthorization(Policies.Agent);

        app.MapPut("/api/account", async (HttpContext http, AccountDesk desk, AccountEdit edit) =>
                Answer(await desk.UpdateOwn(http.User.AgentId()!.Value, edit), http))
            .RequireAuthorization(Policies.Agent).RequireCsrfHeader();

        var group = app.MapGroup("/api/agents").RequireAuthorization(Policies.Administrator).RequireCsrfHeader();
        group.MapGet("", (AgentDirectory agents) => TypedResults.Ok(new AgentProfiles(
            [.. agents.All.OrderBy(a => a.DisabledAt is not null).ThenBy(a => a.FirstName, StringComparer.CurrentCultureIgnoreCase).ThenBy(a => a.Id).Select(a => a.ToProfile())])));
        group.MapPost("", Create);
        group.MapPut("/{id:long}", async (HttpContext http, AccountDesk desk, long id, AgentEdit edit) => Answer(await desk.Update(id, edit), http));
        group.MapPost("/{id:long}/disable", async (HttpContext http, AccountDesk desk, long id) => Answer(await desk.Disable(id), http));
        group.MapPost("/{id:long}/enable", async (HttpContext http, AccountDesk desk, long id) => Answer(await desk.Enable(id), http));
        group.MapPost("/{id:long}/sign-out", async (HttpContext http, AccountDesk desk, long id) => Answer(await desk.SignOutEverywhere(id), http));
        group.MapPost("/{id:long}/password-link", OfferLink);
    }

    private static async Task<Results<Ok<NewAgent>, ValidationProblem>> Create(HttpContext http, AccountDesk desk, AgentEdit edit)
    {
        var saved = await desk.Create(edit);
        return saved.Value is { } account
            ? TypedResults.Ok(new NewAgent(account.ToProfile(), await Link(http, desk, account.Id)))
            : saved.Faults.ToProblem(http);
    }

    private static async Task<Results<Ok<PasswordLink>, NotFound>> OfferLink(
        HttpContext http, AccountDesk desk, AgentDirectory agents, long id, PasswordReset reset)
    {
        if (agents.Find(id) is not { DisabledAt: null })
            return TypedResults.NotFound();
        if (reset.ResetTwoFactor)
            await desk.ForgetSecondFactor(id);
        return TypedResults.Ok(await Link(http, desk, id));
    }

    private static async Task<PasswordLink> Link(HttpContext http, AccountDesk desk, long id)
    {
        var (code, until) = await desk.OfferLink(id);
        http.Response.Headers.CacheControl = "no-store";
        return new PasswordLink($"{http.Request.Hub()}/password?code={code}", until);
    }

    private static SavedAgent Answer(Saved<AgentAccount> saved, HttpContext http) => saved.ToResult(http, a => a.ToProfile());
}
