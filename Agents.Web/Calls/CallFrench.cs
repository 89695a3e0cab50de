using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Calls;

public sealed class CallFrench : CallTexts
{
    public override string ByPhone => "Veut être appelé";
    public override string WantsCall => "Appelez ce client. Votre téléphone sonne d’abord\u00a0; appuyez sur la touche 1 pour être mis en relation.";
    public override string AcceptCall => "Appeler";
    public override string UnderWay => "Un appel est en cours";
    public override string CalledAt(string when, string? agent) => agent is null ? $"Rappel prévu {when}" : $"Rappel prévu {when} par {agent}";
    public override string BookedFor(string? agent) => agent is null ? "Rappel prévu" : $"Rappel par {agent}";
    public override string BookedCount(int count) => count == 1 ? "1 réservé" : $"{count} réservés";
    public override string MoreWait(string count) => $"et {count} de plus";

    public override string Going(CallPhase? phase, string agent, string customer) => phase switch
    {
        CallPhase.AgentRinging => $"Chez {agent}, le téléphone sonne",
        CallPhase.AgentAnswered => $"{agent} a décroché",
        CallPhase.CustomerRinging => $"Chez {customer}, le téléphone sonne",
        CallPhase.Talking => $"{agent} est en ligne avec {customer}",
        _ => $"On appelle le téléphone de l’agent ({agent})",
    };

    public override string MyGoing(CallPhase? phase, string customer) => phase switch
    {
        CallPhase.AgentRinging => "Votre téléphone sonne. Décrochez.",
        CallPhase.AgentAnswered => "Vous avez décroché. Appuyez sur la touche 1 de votre téléphone pour être mis en relation.",
        CallPhase.CustomerRinging => $"Chez {customer}, le téléphone sonne",
        CallPhase.Talking => $"Vous êtes en ligne avec {customer}",
        _ => "On appelle votre téléphone",
    };

    public override string Outcome(CallOutcome outcome) => outcome switch
    {
        CallOutcome.Reached => "joint",
        CallOutcome.Busy => "ligne occupée",
        CallOutcome.Voicemail => "messagerie",
        CallOutcome.WrongNumber => "mauvais numéro",
        CallOutcome.Refused => "n’a pas voulu parler",
        CallOutcome.Failed => "n’a pas pu aboutir",
        CallOutcome.AgentMissed => "pas décroché par l’agent",
        CallOutcome.Cancelled => "annulé",
        CallOutcome.Unknown => "on ne sait pas",
        _ => "pas de réponse",
    };

    public override string Corrected(string? agent, string outcome) => $"{(agent is null ? "Vous avez" : $"{agent} a")} corrigé l’appel : {outcome}";
    public override string AfterTitle => "Après l’appel";
    public override string AfterOutcome => "Comment l’appel s’est terminé";
    public override string AgainNow => "Rappeler maintenant";
    public override string AgainLater => "Rappeler à…";
    public override string AgainAt => "Rappeler, à votre heure";
    public override string AgainMine => "C’est moi qui appellerai";
    public override string AgainMineMeans => "un collègue appelle si vous ne pouvez pas\u00a0; sans cela, qui sera libre";
    public override string AgainBook => "Réserver l’appel";
    public override string AgainBooked => "L’appel est réservé. Le client en est informé.";
    public override string AgainWrong => "Merci de choisir un moment à venir.";
    public override string Write => "Écrire";
    public override string RefusedNoCalls => "Le client ne peut pas être appelé à ce moment : le téléphone est désactivé, vous n’en avez pas, ou c’est hors des horaires. Sans téléphone, laissez l’appel à un collègue.";
    public override string RefusedTime => "Ce créneau est complet. Merci d’en choisir un autre.";
    public override string RefusedTooMany => "Avec ce numéro, il y a eu autant d’appels que le permet une journée, ou le budget du jour est épuisé.";
    public override string RefusedCalling => "L’appel est en cours.";
    public override string Wanted(string number, string? when, string? by) => when is null ? $"À appeler au {number}, dès que possible" : $"À appeler au {number}, {when}" + (by is null ? "" : $", par {by}");
    public override string ByYou => "vous";
    public override string Cancelled => "Ne souhaite plus être appelé";
    public override string Reached(string? agent, string lasted) => $"{Called(agent)} · {lasted} de conversation";

    public override string NotReached(string? agent, CallOutcome outcome, string? when) => $"{Called(agent)} · " + outcome switch
    {
        CallOutcome.Busy => "la ligne était occupée",
        CallOutcome.Voicemail => "une messagerie a répondu",
        CallOutcome.Failed => "l’appel n’a pas pu aboutir",
        CallOutcome.Unknown => "on ne sait pas si le client a été joint\u00a0: le téléphone n’a pas répondu. Dites comment l’appel s’est terminé, ou rappelez",
        _ => "personne n’a répondu",
    } + (when is null ? "" : $" · nouvel essai {when}");

    public override string Phase(CallPhase phase) => phase switch
    {
        CallPhase.Dialling => "On compose le numéro de l’agent",
        CallPhase.AgentRinging => "Le téléphone de l’agent sonne",
        CallPhase.AgentAnswered => "L’agent a décroché",
        CallPhase.CustomerRinging => "Le téléphone du client sonne",
        _ => "En ligne avec le client",
    };

    public override string CameToNothing(string? agent, CallOutcome outcome) => outcome switch
    {
        CallOutcome.AgentMissed => agent is null ? "Vous n’avez pas décroché, ou appuyé sur aucune touche" : $"{agent} n’a pas décroché, ou n’a appuyé sur aucune touche",
        CallOutcome.Cancelled => "L’appel a été annulé",
        _ => "L’appel n’a pas pu être passé",
    };

    private static string Called(string? agent) => agent is null ? "Vous avez appelé" : $"{agent} a appelé";
}
