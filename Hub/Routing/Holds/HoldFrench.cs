using System.Text.RegularExpressions;
using SupportHub.Shared;

namespace SupportHub.Routing.Holds;

internal partial class HoldFrench : HoldLanguage
{
    protected const string Where = "Vous êtes à la {place} place, comptez {range}. | Vous êtes à la {place} place. | Comptez {range}.";

    public override string Tag => "fr";

    protected override string She => "elle";
    protected override string He => "il";
    protected override string Or => "ou";
    protected override string To => "à";
    protected override string About => "environ";
    protected override string Under => "moins de";

    /// <summary>Of a place in the line, which is feminine.</summary>
    public override string Ordinal(int place) => place == 1 ? "1re" : $"{place}e";

    public override string? Doing(AgentDoing doing, Pronoun? whose) => doing switch
    {
        AgentDoing.WithAnother => "est en conversation avec un autre client",
        AgentDoing.Finishing => "termine avec un autre client",
        AgentDoing.WrappingUp => "termine ses notes",
        _ => null,
    };

    protected override string Because(HoldReason reason) => reason switch
    {
        HoldReason.Away => "a dû s’absenter",
        HoldReason.Leaving => "termine sa journée",
        HoldReason.ConnectionLost => "a perdu la connexion",
        HoldReason.NotHere => "n’est pas là en ce moment",
        HoldReason.NotFree => "n’est pas disponible en ce moment",
        HoldReason.Held => "est encore avec un autre client",
        _ => "est libre plus tôt",
    };

    /// <summary>"de" and "que" lose their e before a vowel: "à la place d’Arnaud". An h is mute in first names, and may be anything elsewhere.</summary>
    public override string Joined(string before, string value, bool person)
    {
        if (before.Length == 0 || value.Length == 0)
            return before + value;
        var letter = char.ToLowerInvariant(value[0]);
        return "aeiouàâäéèêëîïôöùûüœæ".Contains(letter, StringComparison.Ordinal) || (person && letter == 'h') ? $"{before[..^2]}’{value}" : before + value;
    }

    public override string Unbroken(string text) => Wide().Replace(Narrow().Replace(text, "\u202f"), "\u00a0");

    [GeneratedRegex(" (?=[?!;»])|(?<=«) ")]
    private static partial Regex Narrow();

    [GeneratedRegex(@" (?=:)|(?<=[\d}]) (?=min\b)")]
    private static partial Regex Wide();

    protected override IReadOnlyList<string> Sentences(HoldKind kind) => kind switch
    {
        HoldKind.First =>
        [
            "{agent} va vous répondre, ou un collègue s’il est libre avant. | Quelqu’un va vous répondre dès que possible.",
            "{Pronoun} {doing}.",
            Where,
        ],
        HoldKind.Refresh =>
        [
            "Toujours {agent}, toujours {range}. | Toujours {agent}. | Toujours {range}.",
            "Merci de votre patience.",
        ],
        HoldKind.Renamed =>
        [
            "C’est maintenant {agent} qui va vous répondre : {reason}. | C’est maintenant {agent} qui va vous répondre. | Quelqu’un d’autre va vous répondre : {reason}. | Quelqu’un d’autre va vous répondre.",
            "Vous gardez votre place.",
            "Comptez {range}.",
        ],
        HoldKind.Longer =>
        [
            "C’est plus long que ce que nous avions dit, et nous en sommes désolés.",
            "Comptez maintenant {range}.",
            "C’est toujours {agent} qui va vous répondre.",
        ],
        HoldKind.AnsweredByOther =>
        [
            "{agent} vous répond à la place de {colleague} : {reason}. | {agent} vous répond à la place de {colleague}. | {agent} vous répond. | Un collègue vous répond.",
        ],
        HoldKind.AgentLost =>
        [
            "{colleague} a perdu la connexion, {agent} prend le relais. | {agent} prend le relais. | {colleague} a perdu la connexion : vous passez en tête de la file, quelqu’un prend le relais dès que possible. | La connexion avec la personne qui vous répondait est perdue : vous passez en tête de la file.",
            "Rien de ce que vous avez écrit n’est perdu.",
        ],
        HoldKind.Nobody =>
        [
            "{Reason}, et personne d’autre n’est là pour le moment. | Personne n’est là pour le moment.",
            "Nous revenons {opens}.",
            "Votre message est bien enregistré : la réponse vous attendra ici.",
        ],
        HoldKind.Closed =>
        [
            "Nous sommes fermés pour le moment.",
            "Nous rouvrons {opens}.",
            "Votre message est bien enregistré : la réponse vous attendra ici.",
        ],
        HoldKind.Team =>
        [
            "{Team} vous répondra au sujet de « {topic} ». | {Team} vous répondra. | Quelqu’un vous répondra dès que possible.",
            Where,
        ],
        HoldKind.Finishing =>
        [
            "{agent} termine avec un autre client et vous répond juste après. | Encore un instant : quelqu’un arrive.",
            "Comptez {range}.",
        ],
        HoldKind.WrappingUp =>
        [
            "{agent} {doing} et vous répond juste après. | {agent} vous répond dans un instant. | Encore un instant : quelqu’un arrive.",
            "Comptez {range}.",
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
