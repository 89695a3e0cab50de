using SupportHub.Shared;

namespace SupportHub.Routing.Holds;

/// <summary>French, to somebody who waits to be called.</summary>
internal sealed class HoldFrenchCalls : HoldFrench
{
    protected override IReadOnlyList<string> Sentences(HoldKind kind) => kind switch
    {
        HoldKind.First =>
        [
            "{agent} va vous appeler, ou un collègue s’il est libre avant. | Quelqu’un va vous appeler dès que possible.",
            "{Pronoun} {doing}.",
            Where,
        ],
        HoldKind.Renamed =>
        [
            "C’est maintenant {agent} qui va vous appeler : {reason}. | C’est maintenant {agent} qui va vous appeler. | Quelqu’un d’autre va vous appeler : {reason}. | Quelqu’un d’autre va vous appeler.",
            "Vous gardez votre place.",
            "Comptez {range}.",
        ],
        HoldKind.Longer =>
        [
            "C’est plus long que ce que nous avions dit, et nous en sommes désolés.",
            "Comptez maintenant {range}.",
            "C’est toujours {agent} qui va vous appeler.",
        ],
        HoldKind.AnsweredByOther =>
        [
            "{agent} vous appelle à la place de {colleague} : {reason}. | {agent} vous appelle à la place de {colleague}. | {agent} vous appelle. | Un collègue vous appelle.",
        ],
        HoldKind.AgentLost =>
        [
            "{colleague} a perdu la connexion, {agent} vous appelle. | {agent} vous appelle. | {colleague} a perdu la connexion : vous passez en tête de la file, quelqu’un vous appelle dès que possible. | Vous passez en tête de la file, quelqu’un vous appelle dès que possible.",
        ],
        HoldKind.Nobody =>
        [
            "{Reason}, et personne d’autre n’est là pour le moment. | Personne n’est là pour le moment.",
            "Nous revenons {opens}.",
            "Votre place est gardée : on vous appelle dès que quelqu’un est là.",
        ],
        HoldKind.Closed =>
        [
            "Nous sommes fermés pour le moment.",
            "Nous rouvrons {opens}.",
            "Votre place est gardée : on vous appellera à ce moment-là.",
        ],
        HoldKind.Team =>
        [
            "{Team} vous appellera au sujet de « {topic} ». | {Team} vous appellera. | Quelqu’un vous appellera dès que possible.",
            Where,
        ],
        HoldKind.Finishing =>
        [
            "{agent} termine avec un autre client et vous appelle juste après. | Encore un instant : quelqu’un vous appelle.",
            "Comptez {range}.",
        ],
        HoldKind.WrappingUp =>
        [
            "{agent} {doing} et vous appelle juste après. | {agent} vous appelle dans un instant. | Encore un instant : quelqu’un vous appelle.",
            "Comptez {range}.",
        ],
        _ => base.Sentences(kind),
    };
}
