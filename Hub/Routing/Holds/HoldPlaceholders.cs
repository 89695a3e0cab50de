using SupportHub.Shared;

namespace SupportHub.Routing.Holds;

/// <summary>The names that may stand in braces, by occasion. With a capital, {Agent}, the value begins with one.</summary>
public static class HoldPlaceholders
{
    private static readonly string[] Agent = ["agent", "pronoun", "doing"];
    private static readonly string[] Other = ["agent", "pronoun", "colleague", "reason"];
    private static readonly string[] Wait = ["place", "range", "from", "to"];
    private static readonly string[] Always = ["customer", "topic", "site", "phone"];

    public static IReadOnlyList<string> For(HoldKind kind) => kind switch
    {
        HoldKind.Renamed => [.. Other, .. Wait, .. Always],
        HoldKind.AnsweredByOther => [.. Other, .. Always],
        HoldKind.AgentLost => ["agent", "pronoun", "colleague", .. Wait, .. Always],
        HoldKind.Nobody => ["colleague", "reason", "opens", .. Always],
        HoldKind.Closed => ["opens", .. Always],
        HoldKind.Team => ["team", .. Wait, .. Always],
        _ => [.. Agent, .. Wait, .. Always],
    };

    /// <summary>What a name stands for, or null where that is not known.</summary>
    public static string? Value(string name, HoldValues values, HoldLanguage language) => name switch
    {
        "agent" => Line(values.Agent?.FirstName),
        "pronoun" => values.Agent is { } agent ? language.Pronoun(agent) : null,
        "doing" => values.Doing is { } doing ? language.Doing(doing, values.Agent?.Pronoun) : null,
        "colleague" => Line(values.Colleague?.FirstName),
        "reason" => values.Reason is { } reason ? language.Reason(reason, values) : null,
        "team" => Line(language.Either([.. values.Team.Select(p => p.FirstName)])),
        "place" => values.Place is > 0 and { } place ? language.Ordinal(place) : null,
        "range" => values.ToMinutes is { } until ? language.Range(values.FromMinutes ?? 0, Math.Max(1, until)) : null,
        "from" => values.FromMinutes is >= 0 and { } from ? language.Number(from) : null,
        "to" => values.ToMinutes is { } to ? language.Number(Math.Max(1, to)) : null,
        "customer" => Line(values.Customer),
        "topic" => Line(values.Topic),
        "site" => Line(values.Site),
        "phone" => Line(values.Phone),
        "opens" => values.Opens,
        _ => null,
    };

    /// <summary>As one line: a name that somebody chose must not look like a message of ours.</summary>
    private static string? Line(string? text)
    {
        var line = string.Join(' ', string.Concat((text ?? "").Where(c => !TurnsText(c))).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? null : line;
    }

    /// <summary>Controls of direction (Unicode UAX 9) and others that are not space: they would change how our own words are shown.</summary>
    private static bool TurnsText(char c) =>
        c is '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') || (char.IsControl(c) && !char.IsWhiteSpace(c));
}
