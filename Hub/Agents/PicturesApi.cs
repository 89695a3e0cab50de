using Microsoft.AspNetCore.Http.HttpResults;
using SupportHub.Agents.SignIn;
using SupportHub.Shared;
using SupportHub.Wording;

namespace SupportHub.Agents;

using SavedAgent = Results<Ok<AgentProfile>, ValidationProblem, NotFound>;

/// <summary>Pictures: shown to everyone, since customers see who answers them; set by their owner or an administrator. The body is the file itself.</summary>
public static class PicturesApi
{
    public static void MapPictures(this IEndpointRouteBuilder app)
    {
        app.MapGet("/pictures/{id:long}", Show);

        var own = app.MapGroup("/api/account/picture").RequireAuthorization(Policies.Agent).RequireCsrfHeader();
        own.MapPut("", (HttpContext http, PictureDesk desk) => Set(http, desk, http.User.AgentId()!.Value));
        own.MapDelete("", (HttpContext http, PictureDesk desk) => Remove(http, desk, http.User.AgentId()!.Value));

        var anyones = app.MapGroup("/api/agents/{id:long}/picture").RequireAuthorization(Policies.Administrator).RequireCsrfHeader();
        anyones.MapPut("", (HttpContext http, PictureDesk desk, long id) => Set(http, desk, id));
        anyones.MapDelete("", (HttpContext http, PictureDesk desk, long id) => Remove(http, desk, id));
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> Show(HttpContext http, PictureDesk desk, long id, string? v)
    {
        if (await desk.Find(id) is not { } picture)
            return TypedResults.NotFound();
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        // Websites that isolate themselves (COEP) may show it too.
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers.CacheControl = v is null ? "no-cache" : "public, max-age=31536000, immutable";
        return TypedResults.File(picture.Content, picture.Type);
    }

    private static async Task<SavedAgent> Set(HttpContext http, PictureDesk desk, long agent)
    {
        var content = await Read(http.Request.Body, http.RequestAborted);
        var saved = content is { } bytes ? await desk.Set(agent, bytes) : new FieldFault("picture", Fault.PictureTooLarge);
        return saved.ToResult(http, a => a.ToProfile());
    }

    private static async Task<SavedAgent> Remove(HttpContext http, PictureDesk desk, long agent) =>
        (await desk.Remove(agent)).ToResult(http, a => a.ToProfile());

    /// <summary>Null as soon as it is more than a picture may have.</summary>
    private static async Task<ReadOnlyMemory<byte>?> Read(Stream body, CancellationToken cancel)
    {
        var bytes = new byte[PictureRules.SizeLimit + 1];
        var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        return length > PictureRules.SizeLimit ? null : bytes.AsMemory(0, length);
    }
}
