using Microsoft.AspNetCore.Http.HttpResults;

namespace SupportHub.Wording;

/// <summary>How a refused save looks over HTTP: ProblemDetails with a sentence for each field, in the caller's language.</summary>
public static class SavedResults
{
    public static Results<Ok<TView>, ValidationProblem, NotFound> ToResult<T, TView>(this Saved<T> saved, HttpContext http, Func<T, TView> view)
        where T : class
    {
        if (saved.Value is { } value)
            return TypedResults.Ok(view(value));
        return saved.Faults.Count == 0 ? TypedResults.NotFound() : saved.Faults.ToProblem(http);
    }

    public static ValidationProblem ToProblem(this IReadOnlyList<FieldFault> faults, HttpContext http)
    {
        var language = CallerLanguage.Of(http);
        return TypedResults.ValidationProblem(
            faults.GroupBy(f => f.Field).ToDictionary(g => g.Key, g => g.Select(f => FaultWords.Say(f, language)).ToArray()),
            title: language == "fr" ? "Certains champs sont à revoir." : "Some fields need another look.");
    }
}
