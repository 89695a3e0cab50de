using SupportHub.Agents;
using SupportHub.Agents.SignIn;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Wording;

namespace SupportHub.Email.Mailboxes;

/// <summary>A site's mailbox, for administrators.</summary>
public static class MailboxApi
{
    public static void MapMailboxes(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/sites/{id:long}/mailbox").RequireAuthorization(Policies.Administrator).RequireCsrfHeader();
        group.MapGet("", (HttpContext http, MailboxDesk desk, long id) => desk.Read(id, http.Request.Hub()).ToResult(http, m => m));
        group.MapPut("", async (HttpContext http, MailboxDesk desk, long id, Mailbox edit) => (await desk.Update(id, edit, http.Request.Hub())).ToResult(http, m => m));
        group.MapDelete("", async (HttpContext http, MailboxDesk desk, long id) => (await desk.Remove(id)).ToResult(http, m => m));
        group.MapPost("/test", async (HttpContext http, MailboxDesk desk, long id, Mailbox edit, CancellationToken cancel) =>
            (await desk.Test(id, edit, CallerLanguage.Of(http), cancel)).ToResult(http, t => t));
    }
}
