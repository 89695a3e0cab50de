using SupportHub.Lab.Phone.Network;

namespace SupportHub.Lab.Phone.Pages;

internal static class PhoneFrench
{
    public static PhoneWords Words { get; } = new()
    {
        Language = "fr",
        Title = "Téléphones",
        Hint = "Tous les téléphones que le hub appelle sonnent ici, ceux de l’équipe comme ceux des clients.",
        None = "Aucun téléphone pour l’instant. Tout numéro appelé en aura un ici.",
        Rings = name => $"{name} : ça sonne",
        RingsFrom = from => $"Sonne, appel du {from}",
        TalksWith = name => $"En ligne avec {name}",
        OnTheLine = "Une voix est en ligne",
        MachineListens = "La messagerie enregistre",
        Idle = "Au repos",
        PickUp = "Décrocher",
        Decline = "Refuser",
        Voicemail = "Vers la messagerie",
        HangUp = "Raccrocher",
        Keys = "Touches",
        Heard = "Ce qui a été dit",
        WhenCalled = "Quand on l’appelle",
        Set = "Choisir",
        Add = "Ajouter un téléphone",
        Number = "Numéro, avec + et l’indicatif du pays",
        WrongNumber = "Un numéro commence par + et l’indicatif du pays, par exemple +33 6 12 34 56 78.",
        FaultsTitle = "Ce qui peut mal tourner",
        FaultsOn = "Une panne est en cours.",
        Orders = "Quand le hub demande un appel",
        Reports = "Quand le réseau rend compte des appels",
        Troubles = "Requêtes sans réponse valable",
        TroublesHint = "Ce que le réseau a demandé au hub, et ce qu’il a reçu au lieu d’une réponse.",
        Habits = new Dictionary<Habit, string>
        {
            [Habit.ByHand] = "il sonne, et vous décidez",
            [Habit.PicksUp] = "on décroche aussitôt",
            [Habit.Busy] = "il est occupé",
            [Habit.Voicemail] = "la messagerie répond",
            [Habit.Fails] = "le numéro n’existe pas",
        },
        OrderFaults = new Dictionary<OrderFault, string>
        {
            [OrderFault.None] = "tout va bien",
            [OrderFault.TooFast] = "« trop de requêtes » (429), rien n’est composé",
            [OrderFault.Error] = "une erreur (500), rien n’est composé",
            [OrderFault.ErrorAfterDialling] = "une erreur (500), et pourtant ça sonne",
            [OrderFault.SilenceAfterDialling] = "pas de réponse, et pourtant ça sonne",
            [OrderFault.CutAfterDialling] = "la ligne est coupée, et pourtant ça sonne",
        },
        ReportFaults = new Dictionary<ReportFault, string>
        {
            [ReportFault.None] = "tout va bien",
            [ReportFault.Twice] = "chacun arrive deux fois",
            [ReportFault.Backwards] = "ils arrivent après l’appel, le dernier d’abord",
            [ReportFault.Late] = "ils arrivent en retard",
            [ReportFault.Lost] = "aucun n’arrive",
        },
        Ends = new Dictionary<string, string>
        {
            ["completed"] = "Communication", ["no-answer"] = "Pas de réponse", ["busy"] = "Occupé ou refusé", ["failed"] = "Non établi", ["canceled"] = "L’appelant a raccroché",
        },
    };
}
