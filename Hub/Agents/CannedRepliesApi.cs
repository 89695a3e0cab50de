using Microsoft.AspNetCore.Http.HttpResults;
using SupportHub.Agents.SignIn;
using SupportHub.Shared;
using SupportHub.Wording;

namespace SupportHub.Agents;

/// <summary>Settings of the canned replies, for administrators. Agents receive them with their welcome.</summary>
public static class CannedRepliesApi
{
    public static void MapCannedReplies(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/canned-replies").RequireAuthorization(Policies.Administrator).RequireCsrfHeader();
        group.MapGet("", (CannedReplyDirectory replies) => TypedResults.Ok(new CannedReplyList(replies.All)));
        group.MapPost("", async (HttpContext http, CannedReplyDesk desk, CannedReplyEdit edit) => Answer(await desk.Create(edit), http));
        group.MapPut("/{id:long}", async (HttpContext http, CannedReplyDesk desk, long id, CannedReplyEdit edit) => Answer(await desk.Update(id, edit), http));
        group.MapDelete("/{id:long}", async (CannedReplyDesk desk, long id) =>
        {
            await desk.Delete(id);
            return TypedResults.NoContent();
        });
    }

    private static Results<Ok<CannedReply>, ValidationProblem, NotFound> Answer(Saved<CannedReply> saved, HttpContext http) =>
        saved.ToResult(http, r => r);
}
