using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Calls.Board;

public sealed class BoardFrench : BoardTexts
{
    public override string Title => "Rappels";
    public override string Lead => "Qui veut être appelé, qui l’est en ce moment, et ce qu’il en est advenu.";
    public override string Day => "Jour";
    public override string Today => "Aujourd’hui";
    public override string Tomorrow => "Demain";
    public override string Site => "Site";
    public override string AllSites => "Tous les sites";
    public override string NotSetUp => "Aucun téléphone n’est connecté : personne ne peut demander à être appelé. Les administrateurs le connectent dans les réglages d’un site.";
    public override string Nothing => "Aucun rappel aujourd’hui. Dès qu’un client demande à être appelé, il apparaît ici.";
    public override string NothingTomorrow => "Personne n’a encore réservé d’appel pour demain.";
    public override string Failed => "Le tableau n’a pas pu être lu. Ce qui est affiché n’est peut-être plus à jour.";
    public override string Retry => "Réessayer";

    public override string Stage(CallStage stage) => stage switch
    {
        CallStage.Asked => "Demandés",
        CallStage.Booked => "Réservés",
        CallStage.Ringing => "Ça sonne",
        CallStage.Talking => "En ligne",
        CallStage.Done => "Faits",
        _ => "Manqués",
    };

    public override string Empty(CallStage stage) => stage switch
    {
        CallStage.Asked => "Personne n’attend.",
        CallStage.Booked => "Aucun créneau réservé.",
        CallStage.Ringing => "Aucun téléphone ne sonne.",
        CallStage.Talking => "Personne n’est en ligne.",
        CallStage.Done => "Personne n’a encore été joint.",
        _ => "Personne n’a été manqué.",
    };

    public override string More(string count) => $"et {count} de plus";
    public override string Tried(int tries) => tries == 1 ? "essayé une fois" : $"essayé {tries} fois";
    public override string Elsewhere(string time, string city) => $"{time} à {city}";
    public override string Calls(string agent) => $"{agent} appelle";
    public override string Called(string agent) => $"{agent} a appelé";
    public override string Talked(string lasted) => $"{lasted} de conversation";
}
