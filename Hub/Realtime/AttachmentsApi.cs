using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using SupportHub.Attachments;
using SupportHub.Conversations;
using SupportHub.Shared;

namespace SupportHub.Realtime;

/// <summary>Uploads and downloads, for the people of the conversation: its visitor, by token, and agents, by cookie.</summary>
public static class AttachmentsApi
{
    public static void MapAttachments(this WebApplication app)
    {
        app.MapPost("/api/conversations/{conversation:long}/attachments", Upload).RequireCors(VisitorApi.Cors).DisableAntiforgery();
        app.MapGet("/api/attachments/{id:long}", (long id, HttpContext context, AttachmentStore store, OpenConversations conversations) =>
            Download(id, preview: false, context, store, conversations)).RequireCors(VisitorApi.Cors);
        app.MapGet("/api/attachments/{id:long}/preview", (long id, HttpContext context, AttachmentStore store, OpenConversations conversations) =>
            Download(id, preview: true, context, store, conversations)).RequireCors(VisitorApi.Cors);
    }

    private static async Task<Results<Ok<Attachment>, JsonHttpResult<HttpRefusal>>> Upload(
        long conversation, HttpContext context, AttachmentStore store, OpenConversations conversations, IOptions<LimitsOptions> limits, CancellationToken cancel)
    {
        if (await Who(context, conversation, conversations, writes: true) is not { } by)
            return Refusals.Json(StatusCodes.Status404NotFound, RefusalCode.UnknownConversation, "There is no such conversation for you.");
        var limit = limits.Value.AttachmentBytes;
        // More is taken off the line than is kept: who is cut off in the middle of sending may never read why.
        if (context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = Math.Max(size.MaxRequestBodySize ?? 0, 4 * limit);
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
            return Refusals.Json(StatusCodes.Status415UnsupportedMediaType, RefusalCode.Invalid, "Send the file as multipart/form-data.");

        try
        {
            var parts = new MultipartReader(boundary, context.Request.Body);
            while (await parts.ReadNextSectionAsync(cancel) is { } part)
            {
                if (part.GetContentDispositionHeader() is not { } disposition || !disposition.IsFileDisposition() || disposition.Name != "file")
                    continue;
                var name = FileNames.Clean(disposition.FileNameStar.HasValue ? disposition.FileNameStar.Value : disposition.FileName.Value);
                return await store.Save(conversation, by, name, part.Body, limit, cancel) is { } stored
                    ? TypedResults.Ok(stored)
                    : TooLarge(limit);
            }
        }
        catch (BadHttpRequestException failure) when (failure.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge(limit);
        }
        catch (InvalidDataException)
        {
            return Refusals.Json(StatusCodes.Status400BadRequest, RefusalCode.Invalid, "The upload is not whole. Send the file again.");
        }
        return Refusals.Json(StatusCodes.Status400BadRequest, RefusalCode.Empty, "There is no file in the upload.");
    }

    private static async Task<Results<FileStreamHttpResult, JsonHttpResult<HttpRefusal>>> Download(
        long id, bool preview, HttpContext context, AttachmentStore store, OpenConversations conversations)
    {
        var stored = await store.Find(id);
        if (stored is null || (preview && !FileTypes.IsPicture(stored.Type)) || await Who(context, stored.ConversationId, conversations, writes: false) is null || store.Open(id) is not { } bytes)
            return Refusals.Json(StatusCodes.Status404NotFound, RefusalCode.UnknownAttachment, "There is no such file for you.");
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return preview ? TypedResults.File(bytes, stored.Type) : TypedResults.File(bytes, FileTypes.Unknown, stored.Name);
    }

    /// <summary>Which side asks, if it may.</summary>
    private static async Task<AuthorKind?> Who(HttpContext context, long conversation, OpenConversations conversations, bool writes)
    {
        if (await conversations.Get(conversation) is not { } row)
            return null;
        if (context.RequestServices.GetRequiredService<VisitorTokens>().Who(context.Request) is { } visitor)
            return visitor.Visitor == row.State.VisitorId ? AuthorKind.Visitor : null;
        if (await context.AuthenticateAsync() is not { Succeeded: true })
            return null;
        return !writes || await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context) ? AuthorKind.Agent : null;
    }

    private static JsonHttpResult<HttpRefusal> TooLarge(long limit) =>
        Refusals.Json(StatusCodes.Status413PayloadTooLarge, RefusalCode.TooLong, $"The file is larger than {limit} bytes.");
}
