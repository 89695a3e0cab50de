using SupportHub.Agents;
using SupportHub.Agents.SignIn;
using SupportHub.Callbacks.Lines.Trial;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Wording;

namespace SupportHub.Callbacks.Lines;

/// <summary>A site's telephone account, for administrators.</summary>
public static class LineApi
{
    public static void MapLines(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/sites/{id:long}/phone").RequireAuthorization(Policies.Administrator).RequireCsrfHeader();
        group.MapGet("", (HttpContext http, LineDesk desk, long id) => desk.Read(id).ToResult(http, p => p));
        group.MapPut("", async (HttpContext http, LineDesk desk, long id, PhoneLine edit) => (await desk.Update(id, edit)).ToResult(http, p => p));
        group.MapDelete("", async (HttpContext http, LineDesk desk, long id) => (await desk.Remove(id)).ToResult(http, p => p));
        group.MapPost("/test", async (HttpContext http, TrialDesk desk, long id, PhoneTestOrder order) =>
            (await desk.Begin(id, order, CallerLanguage.Of(http))).ToResult(http, t => t));
        group.MapGet("/test/{test:long}", async (HttpContext http, TrialDesk desk, long id, long test) =>
            await desk.Look(id, test, CallerLanguage.Of(http)) is { } found ? Results.Ok(found) : Results.NotFound());
    }
}
