using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportHub.Agents;
using SupportHub.Agents.SignIn;
using SupportHub.Email.Mailboxes;
using SupportHub.Email.Reading;
using SupportHub.Shared;
using SupportHub.Storage;
using SupportHub.Wording;

namespace SupportHub.Email.Intake;

/// <summary>The signed door for whole mails, and what agents see of them.</summary>
public static class MailApi
{
    private const int AsideShown = 200;

    /// <summary>Where agents find a whole mail, relative to the server.</summary>
    public static string Whole(long id) => $"/api/mail/{id}";

    public static void MapMails(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/mail/inbound/{site:long}", Post).DisableAntiforgery();
        var staff = app.MapGroup("/api/mail").RequireAuthorization(Policies.Agent);
        staff.MapGet("/aside", async (HttpContext http, MailSql mails) => new MailsAside(
            [.. (await mails.Aside(AsideShown)).Select(m => new MailAside(m.Id, m.SiteId, m.At, m.Sender, m.Subject, AsideWords.Say(m.Reason, CallerLanguage.Of(http)), Whole(m.Id)))]));
        staff.MapPost("/aside/{id:long}/looked-at", async Task<Results<NoContent, NotFound>> (MailSql mails, long id) =>
            await mails.LookedAt(id) ? TypedResults.NoContent() : TypedResults.NotFound()).RequireCsrfHeader();
        staff.MapGet("/{id:long}", Raw);
        staff.MapGet("/{id:long}/page", Page);
    }

    private static async Task<Results<Ok, StatusCodeHttpResult, JsonHttpResult<HttpRefusal>>> Post(
        long site, HttpContext context, MailboxDirectory mailboxes, MailIntake intake, TimeProvider clock, CancellationToken cancel)
    {
        if (mailboxes.Of(site) is not { } mailbox)
            return TypedResults.StatusCode(StatusCodes.Status404NotFound);
        if (context.Request.ContentLength > IntakeLimits.Mail)
            return TooLarge();
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = IntakeLimits.Mail;
        // Nobody has shown yet that this is a mail for us: what is large goes to a file for now, not into the memory.
        context.Request.EnableBuffering(bufferThreshold: IntakeLimits.Large);
        try
        {
            if (!await IsSigned(context.Request, mailbox.InboundSecret, clock.NowMs(), cancel))
                return TypedResults.StatusCode(StatusCodes.Status401Unauthorized);
            context.Request.Body.Position = 0;
            await intake.Take(mailbox, null, context.Request.Body, context.Request.Body.Length, cancel);
            return TypedResults.Ok();
        }
        catch (BadHttpRequestException failure)
        {
            return failure.StatusCode == StatusCodes.Status413PayloadTooLarge ? TooLarge() : TypedResults.StatusCode(failure.StatusCode);
        }
        catch (Exception failure) when (Database.Failed(failure))
        {
            context.Response.Headers.RetryAfter = "10";
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static JsonHttpResult<HttpRefusal> TooLarge() => TypedResults.Json(
        new HttpRefusal(RefusalCode.TooLong, $"A mail may have {IntakeLimits.Mail / IntakeLimits.Megabyte} MB at most, with its files as they are encoded."),
        statusCode: StatusCodes.Status413PayloadTooLarge);

    private static async Task<bool> IsSigned(HttpRequest request, string secret, long nowMs, CancellationToken cancel)
    {
        var time = (string?)request.Headers[InboundSignature.TimeHeader];
        using var signed = InboundSignature.Begin(secret, time);
        var buffer = new byte[64 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancel)) > 0;)
            signed.AppendData(buffer, 0, read);
        return InboundSignature.IsGood(signed, time, request.Headers[InboundSignature.Header], nowMs);
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> Raw(long id, HttpContext context, RawMails raws, CancellationToken cancel)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return await raws.Read(id, cancel) is { } raw ? TypedResults.File(raw, "message/rfc822", $"{id}.eml") : TypedResults.NotFound();
    }

    /// <summary>The mail as its sender laid it out: no script, nothing from elsewhere unless asked for with <c>?remote=true</c>, in a frame without rights.</summary>
    private static async Task<Results<ContentHttpResult, NotFound>> Page(long id, bool? remote, HttpContext context, RawMails raws, CancellationToken cancel)
    {
        if (await raws.Read(id, cancel) is not { } raw)
            return TypedResults.NotFound();
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'unsafe-inline'; img-src data:{(remote == true ? " https:" : "")}; sandbox allow-popups allow-popups-to-escape-sandbox; frame-ancestors 'self'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        return TypedResults.Content(MailPage.Of(MailReading.Read(raw), remote == true), "text/html; charset=utf-8");
    }
}
