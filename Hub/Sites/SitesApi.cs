using Microsoft.AspNetCore.Http.HttpResults;
using SupportHub.Agents;
using SupportHub.Agents.SignIn;
using SupportHub.Shared;
using SupportHub.Wording;

namespace SupportHub.Sites;

using SavedSite = Results<Ok<SiteSettings>, ValidationProblem, NotFound>;

/// <summary>Settings of the sites and their topics, for administrators.</summary>
public static class SitesApi
{
    public static void MapSitesApi(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/sites").RequireAuthorization(Policies.Administrator).RequireCsrfHeader();
        group.MapGet("", async (HttpContext http, SiteDesk desk) =>
            TypedResults.Ok(new SitesSettings([.. (await desk.All(http.RequestAborted)).Select(s => View(s, http))])));
        group.MapPost("", async (HttpContext http, SiteDesk desk, SiteEdit edit) => Answer(await desk.Create(edit), http));
        group.MapPut("/{id:long}", async (HttpContext http, SiteDesk desk, long id, SiteEdit edit) => Answer(await desk.Update(id, edit), http));

        group.MapPost("/{id:long}/topics", async (HttpContext http, SiteDesk desk, long id, TopicEdit edit) =>
            Answer(await desk.CreateTopic(id, edit), http));
        group.MapPut("/{id:long}/topics/{topic:long}", async (HttpContext http, SiteDesk desk, long id, long topic, TopicEdit edit) =>
            Answer(await desk.UpdateTopic(id, topic, edit), http));
        group.MapPut("/{id:long}/topics/order", async (HttpContext http, SiteDesk desk, long id, TopicOrder order) =>
            Answer(await desk.OrderTopics(id, order), http));
    }

    private static SavedSite Answer(Saved<StoredSite> saved, HttpContext http) => saved.ToResult(http, s => View(s, http));

    private static SiteSettings View(StoredSite site, HttpContext http) => site.ToSettings(http.Request.Hub(), CallerLanguage.Of(http));
}
