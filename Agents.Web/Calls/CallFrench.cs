using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Calls;

public sealed class CallFrench : CallTexts
{
    public override string ByPhone => "Veut être appelé";
    public override string WantsCall => "Appelez ce client. Votre téléphone sonne d’abord ; appuyez sur la touche 1 pour être mis en relation.";
    public override string AcceptCall => "Appeler";
    public override string Wanted(string number, string? when) => when is null ? $"À appeler au {number}, dès que possible" : $"À appeler au {number}, {when}";
    public override string Cancelled => "Ne souhaite plus être appelé";
    public override string Reached(string? agent, string lasted) => $"{Called(agent)} · {lasted} de conversation";

    public override string NotReached(string? agent, CallOutcome outcome, string? when) => $"{Called(agent)} · " + outcome switch
    {
        CallOutcome.Busy => "la ligne était occupée",
        CallOutcome.Voicemail => "une messagerie a répondu",
        CallOutcome.Failed => "l’appel n’a pas pu aboutir",
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
