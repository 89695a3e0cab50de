namespace SupportHub.AgentsWeb.Reports;

public sealed class ReportFrench : ReportTexts
{
    public override string Title => "L’attente";
    public override string Lead => "Combien de temps on a attendu, et ce que valait ce que nous avions annoncé.";
    public override string NotAllowed => "Ce rapport est réservé aux superviseurs et aux administrateurs.";
    public override string Failed => "Le rapport n’a pas pu être chargé. Rien n’est perdu.";
    public override string Retry => "Réessayer";
    public override string Empty => "Rien n’a encore été annoncé. Cette page se remplit à mesure que des clients attendent.";
    public override string Export => "Télécharger en CSV";
    public override string ExportName => "attente";
    public override string Period => "Période";
    public override string Days(int days) => days == 1 ? "24 heures" : $"{days} jours";
    public override string Site => "Site";
    public override string AllSites => "Tous les sites";

    public override string Now => "En ce moment";
    public override string WaitingNow => "En attente";
    public override string LongestNow => "La plus longue attente";
    public override string OnlineNow => "Agents en ligne";
    public override string PlacesNow => "Places libres";

    public override string Waits => "Combien de temps on a attendu";
    public override string All => "Tout";
    public override string Answered => "Répondues";
    public override string Left => "Parties avant";
    public override string LeftShare(string percent) => $"{percent} du total";
    public override string ServiceLevel => "Répondues à temps";
    public override string TargetMet(string percent, string within) => $"Objectif tenu : {percent} en {within}";
    public override string TargetMissed(string percent, string within) => $"Sous l’objectif : {percent} en {within}";
    public override string SpeedOfAnswer => "Attente moyenne";
    public override string Longest => "Attente la plus longue";
    public override string OffersMissed => "Sonneries manquées";

    public override string Truth => "Était-ce vrai ?";
    public override string TruthLead => "Ce qui a été annoncé aux clients, à côté de ce qui s’est passé.";
    public override string NothingAnnounced => "Aucune attente annoncée n’a reçu de réponse sur cette période.";
    public override string Announcements => "Durées annoncées";
    public override string Of(string count) => $"sur {count} durées annoncées";
    public override string Within => "Répondues dans la durée annoncée, ou avant";
    public override string WithinShort => "Comme annoncé, ou avant";
    public override string MedianError => "Erreur médiane";
    public override string MedianErrorMeans => "entre l’attente probable et la vraie";
    public override string Bias => "Biais";
    public override string BiasLonger => "on attend plus que nous ne pensons";
    public override string BiasShorter => "on attend moins que nous ne pensons";
    public override string NamedAnswered => "La personne annoncée a répondu";
    public override string NamedNever => "personne n’a été nommé";

    public override string Plot => "Attentes annoncées et réelles";
    public override string PlotMeans(int within, int sooner, int later) =>
        $"Chaque signe est une attente qui a reçu sa réponse : en largeur, la première durée annoncée ; en hauteur, la vraie attente à partir de là. {within} dans la durée annoncée, {sooner} plus tôt, {later} plus tard. Le tableau dessous dit la même chose.";
    public override string AxisAnnounced => "Annoncé, en minutes";
    public override string AxisWaited => "Attendu, en minutes";
    public override string Diagonal => "comme annoncé";
    public override string Outcome(Outcome outcome) => outcome switch
    {
        Reports.Outcome.Within => "dans la durée annoncée",
        Reports.Outcome.Sooner => "plus tôt",
        _ => "plus tard",
    };
    public override string AsTable => "En tableau";
    public override string AnnouncedAt => "Annoncé le";
    public override string AnnouncedRange => "Annoncé";
    public override string Waited => "Attendu";
    public override string Result => "Résultat";
    public override string Minutes(int from, int to) => from == 0 ? $"moins de {to} min" : from == to ? $"{to} min" : $"{from} à {to} min";

    public override string ByTopic => "Par sujet";
    public override string ByHour => "Par heure";
    public override string ByHourMeans => "L’heure à laquelle l’attente a commencé, à l’horloge du site.";
    public override string Topic => "Sujet";
    public override string NoTopic => "Sans sujet";
    public override string Hour => "Heure";
    public override string FromHour(int hour) => $"{hour} h";
}
