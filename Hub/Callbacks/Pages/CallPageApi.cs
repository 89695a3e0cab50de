using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportHub.Agents.Pages;
using SupportHub.Delivery;
using SupportHub.Wording;

namespace SupportHub.Callbacks.Pages;

/// <summary>The page behind the link in a mail: without a script, without a cookie. Its address is the right to use it.</summary>
public static class CallPageApi
{
    private const string Policy = "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void MapCallPages(this IEndpointRouteBuilder app)
    {
        var page = app.MapGroup($"{CallPages.Path}{{token}}").DisableAntiforgery();
        page.MapGet("", (HttpContext http, CallPageDesk desk, string token, bool? cancelled) => Show(http, desk, token, cancelled ?? false));
        page.MapPost("", Ask);
        page.MapPost("/cancel", Cancel);
    }

    private static async Task<IResult> Show(HttpContext http, CallPageDesk desk, string token, bool cancelled) => await desk.Look(token) is { } view
        ? Draw<CallPage>(http, new() { ["View"] = view, ["Here"] = Here(token), ["Country"] = view.Times?.Countries[0], ["At"] = view.State.CallAt, ["Cancelled"] = cancelled && !view.IsWanted })
        : Gone(http);

    private static async Task<IResult> Ask(HttpContext http, CallPageDesk desk, string token)
    {
        if (await desk.Look(token) is not { } view)
            return Gone(http);
        var form = await http.Request.ReadFormAsync();
        var (number, country) = (form["number"].ToString(), form["country"].ToString());
        var at = long.TryParse(form["at"], out var chosen) ? chosen : (long?)null;
        var refusal = await desk.Ask(view, number, country, at, Network.Of(http));
        if (refusal is null)
            return Results.Redirect(Here(token));
        if (await desk.Look(token) is not { } now)
            return Gone(http);
        return Draw<CallPage>(
            http, new() { ["View"] = now, ["Here"] = Here(token), ["Fault"] = CallPageFault.Of(now.Words, refusal.Code, number), ["Number"] = number, ["Country"] = country, ["At"] = at }, StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> Cancel(HttpContext http, CallPageDesk desk, string token)
    {
        if (await desk.Look(token) is not { } view)
            return Gone(http);
        return await desk.Cancel(view) is { } refusal
            ? Draw<CallPage>(http, new() { ["View"] = view, ["Here"] = Here(token), ["Fault"] = CallPageFault.Of(view.Words, refusal.Code, null) }, StatusCodes.Status400BadRequest)
            : Results.Redirect($"{Here(token)}?cancelled=true");
    }

    private static IResult Gone(HttpContext http) =>
        Draw<CallGonePage>(http, new() { ["Words"] = CallPageWords.In(CallerLanguage.Of(http)) }, StatusCodes.Status410Gone);

    private static string Here(string token) => $"{CallPages.Path}{token}";

    private static RazorComponentResult<TPage> Draw<TPage>(HttpContext http, Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent => DrawnPage.Draw<TPage>(http, Policy, parameters, status);
}
