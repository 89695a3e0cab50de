using SupportHub.Agents;
using SupportHub.Agents.SignIn;
using SupportHub.Routing.Holds;
using SupportHub.Routing.Skills;
using SupportHub.Shared;
using SupportHub.Wording;

namespace SupportHub.Routing.Settings;

/// <summary>Settings of the routing, for administrators.</summary>
public static class RoutingApi
{
    public static void MapRoutingApi(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api").RequireAuthorization(Policies.Administrator).RequireCsrfHeader();
        group.MapGet("/sites/{id:long}/routing", (HttpContext http, RoutingDesk desk, long id) => desk.Read(id).ToResult(http, r => r));
        group.MapPut("/sites/{id:long}/routing", async (HttpContext http, RoutingDesk desk, long id, SiteRouting edit) =>
            (await desk.Update(id, edit)).ToResult(http, r => r));

        group.MapGet("/agents/{id:long}/skills", (HttpContext http, SkillDesk desk, long id) => desk.Read(id).ToResult(http, s => s));
        group.MapPut("/agents/{id:long}/skills", async (HttpContext http, SkillDesk desk, long id, AgentSkills edit) =>
            (await desk.Update(id, edit)).ToResult(http, s => s));

        group.MapGet("/sites/{id:long}/holds", (HttpContext http, HoldDesk desk, long id) => desk.Read(id).ToResult(http, h => h));
        group.MapPut("/sites/{id:long}/holds", async (HttpContext http, HoldDesk desk, long id, HoldEdit edit) =>
            (await desk.Update(id, edit)).ToResult(http, h => h));
        group.MapPost("/sites/{id:long}/holds/preview", (HttpContext http, HoldDesk desk, long id, HoldEdit edit) =>
            desk.Preview(id, edit).ToResult(http, p => p));
    }
}
