using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportHub.Agents.SignIn;
using SupportHub.Wording;

namespace SupportHub.Agents.Pages;

/// <summary>What every page drawn by the server knows: its words, the form's token, and what was wrong with the form.</summary>
public sealed record Page(PageWords Words, string Csrf, string Here, IReadOnlyList<FieldFault> Faults)
{
    // Nothing but our own style sheet and inline pictures: there is no script to run.
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public string? FaultOf(string field) =>
        Faults.FirstOrDefault(f => f.Field == field) is { } fault ? FaultWords.Say(fault, Words.Language) : null;

    public static Page For(HttpContext http, IReadOnlyList<FieldFault>? faults = null) => new(
        PageWords.In(CallerLanguage.Of(http)),
        SignIn.Csrf.Token(http),
        http.Request.Path + http.Request.QueryString,
        faults ?? (http.Request.Query.ContainsKey("stale") ? [new("form", Fault.NewerPage)] : []));

    /// <summary>Draws <typeparamref name="TPage"/>, which takes the parameter <c>Page</c> and those given.</summary>
    public RazorComponentResult<TPage> Draw<TPage>(HttpContext http, object? parameters = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent
    {
        var all = new RouteValueDictionary(parameters) { [nameof(Page)] = this };
        return DrawnPage.Draw<TPage>(http, Policy, all.ToDictionary(p => p.Key, p => p.Value), status);
    }
}
