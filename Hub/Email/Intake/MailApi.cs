using Microsoft.AspNetCore.Http.HttpResults;
using SupportHub.Agents;
using SupportHub.Agents.SignIn;
using SupportHub.Email.Mailboxes;
using SupportHub.Email.Reading;
using SupportHub.Shared;
using SupportHub.Wording;

namespace SupportHub.Email.Intake;

/// <summary>The signed door for whole mails, and what agents see of them.</summary>
public static class MailApi
{
    /// <summary>With a mail's encoding, room for attachments of 30 MB.</summary>
    private const int LargestMail = 42 * 1024 * 1024;

    private const int AsideShown = 200;

    public static void MapMails(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/mail/inbound/{site:long}", Post).DisableAntiforgery();
        var staff = app.MapGroup("/api/mail").RequireAuthorization(Policies.Agent);
        staff.MapGet("/aside", async (HttpContext http, MailSql mails) => new MailsAside(
            [.. (await mails.Aside(AsideShown)).Select(m => new MailAside(m.Id, m.SiteId, m.At, m.Sender, m.Subject, AsideWords.Say(m.Reason, CallerLanguage.Of(http)), $"/api/mail/{m.Id}"))]));
        staff.MapPost("/aside/{id:long}/looked-at", async Task<Results<NoContent, NotFound>> (MailSql mails, long id) =>
            await mails.LookedAt(id) ? TypedResults.NoContent() : TypedResults.NotFound()).RequireCsrfHeader();
        staff.MapGet("/{id:long}", Raw);
        staff.MapGet("/{id:long}/page", Page);
    }

    private static async Task<Results<Ok, StatusCodeHttpResult>> Post(long site, HttpContext context, MailboxDirectory mailboxes, MailIntake intake, TimeProvider clock, CancellationToken cancel)
    {
        if (context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = LargestMail;
        if (mailboxes.Of(site) is not { } mailbox)
            return TypedResults.StatusCode(StatusCodes.Status404NotFound);
        if (context.Request.ContentLength > LargestMail)
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, cancel);
        }
        catch (BadHttpRequestException failure)
        {
            return TypedResults.StatusCode(failure.StatusCode);
        }
        var raw = body.ToArray();
        if (!InboundSignature.IsGood(mailbox.InboundSecret, context.Request.Headers[InboundSignature.TimeHeader], context.Request.Headers[InboundSignature.Header], raw, clock.NowMs()))
            return TypedResults.StatusCode(StatusCodes.Status401Unauthorized);
        try
        {
            await intake.Take(mailbox, null, raw, cancel);
            return TypedResults.Ok();
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or IOException or TimeoutException)
        {
            context.Response.Headers.RetryAfter = "10";
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
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
