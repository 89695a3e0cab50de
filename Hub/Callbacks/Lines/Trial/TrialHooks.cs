using SupportHub.Callbacks.Twilio;
using SupportHub.Callbacks.Voice;
using SupportHub.Shared;
using SupportHub.Sites;

namespace SupportHub.Callbacks.Lines.Trial;

/// <summary>
/// Where the network asks and reports about a test call: believed by its signature with the token that is tried, over the address that is tried. A report whose
/// signature is not good is remembered, because an administrator wants to know that it came.
/// </summary>
public static class TrialHooks
{
    public const string Voice = "voice";
    public const string Status = "status";

    public static void MapTrialHooks(this WebApplication app)
    {
        var hooks = app.MapGroup("/api/calls/{site:long}/test/{id:long}").DisableAntiforgery();
        hooks.MapPost(Voice, Asked);
        hooks.MapPost(Status, Heard);
    }

    public static Uri Address(OpenLine line, long id, string what) =>
        WebhookAddresses.Of(new Uri(line.Settings.PublicUrl!), FormattableString.Invariant($"/api/calls/{line.SiteId}/test/{id}/{what}"));

    private static async Task<IResult> Asked(HttpContext http, TrialSql sql, LineDirectory lines, SiteDirectory sites, TimeProvider clock, long site, long id)
    {
        if (await Read(http, sql, lines, clock, site, id) is null)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        await sql.Asked(id, clock.NowMs());
        await sql.Stands(id, LegStatus.Answered, clock.NowMs());
        var named = sites.ById(site);
        return Results.Content(VoiceAnswers.LineWorks(named?.Languages.FirstOrDefault() ?? "en", named?.Name ?? ""), Twiml.ContentType);
    }

    private static async Task<IResult> Heard(HttpContext http, TrialSql sql, LineDirectory lines, TimeProvider clock, long site, long id)
    {
        if (await Read(http, sql, lines, clock, site, id) is not { } report)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        await sql.Heard(id, clock.NowMs());
        await sql.Stands(id, report.Status, clock.NowMs());
        // Whoever asked may have left the page.
        if (await sql.Find(site, id) is { OverAt: null } trial && TrialRules.Read(trial, clock.NowMs()).IsOver)
            await sql.Over(id, clock.NowMs());
        return Results.NoContent();
    }

    private static async Task<StatusReport?> Read(HttpContext http, TrialSql sql, LineDirectory lines, TimeProvider clock, long site, long id)
    {
        if (!http.Request.HasFormContentType || await sql.Find(site, id) is not { } trial || lines.Open(trial.Line) is not { } line)
            return null;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (StatusReport.Read(name => form.TryGetValue(name, out var value) ? (string?)value : null) is not { } report || report.Account != line.Account.Sid)
            return null;
        var url = WebhookAddresses.Of(new Uri(line.Settings.PublicUrl!), $"{http.Request.Path}{http.Request.QueryString}").AbsoluteUri;
        var posted = form.SelectMany(f => f.Value, (f, value) => KeyValuePair.Create(f.Key, value ?? ""));
        if (!TwilioSignature.IsGood(line.AuthToken, url, posted, http.Request.Headers[TwilioSignature.Header]))
        {
            await sql.Doubted(id, clock.NowMs());
            return null;
        }
        await sql.Named(id, report.Sid);
        return report;
    }
}
