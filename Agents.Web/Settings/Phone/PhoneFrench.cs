using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Settings.Phone;

public sealed class PhoneFrench : PhoneTexts
{
    public override string Title => "Téléphone";
    public override string Lead => "Les clients demandent à être appelés, et c’est l’entreprise qui appelle : le téléphone de l’agent sonne d’abord, puis celui du client.";
    public override string BeginWhy => "SupportHub n’a pas de téléphone à lui : les appels passent par un compte chez Twilio, un service de téléphonie pour entreprises. Ce qu’il vous faut, dans cet ordre :";
    public override string BeginAccount => "Un compte chez Twilio. Sa console affiche l’identifiant du compte (Account SID) et le jeton (Auth Token).";
    public override string BeginNumber => "Un numéro, là-bas, qui peut passer des appels vocaux, ou le vôtre, vérifié chez eux. C’est lui que vos clients voient.";
    public override string BeginReach => "Ce serveur à une adresse publique en https, pour que Twilio puisse lui demander quoi faire pendant un appel.";
    public override string BeginTest => "Les téléphones de vos agents. Ensuite, appelez-vous vous-même ci-dessous, avant d’appeler un client.";
    public override string BeginCost => "Chaque appel est facturé à votre compte comme deux communications. Ce qu’une journée peut coûter est limité ci-dessous.";
    public override string Enabled => "Les clients peuvent être appelés";
    public override string EnabledMeans => "désactivé, personne ne peut demander d’appel et aucun n’est passé ; tout le reste demeure.";
    public override string NoTopics => "Aucun sujet n’est encore traité par téléphone : les clients ne peuvent donc pas demander d’appel.";
    public override string Topics(string topics) => $"Traités par téléphone : {topics}.";
    public override string NoTopic => "sans sujet";
    public override string ToHours => "Sujets et horaires";

    public override string Account => "Compte chez Twilio";
    public override string AccountSid => "Identifiant du compte (SID)";
    public override string AccountSidHint => "Sur la première page de la console de Twilio.";
    public override string AuthToken => "Jeton (Auth Token)";
    public override string SecretHint => "Conservé chiffré, jamais réaffiché.";
    public override string SecretKept => "Conservé chiffré. Laissez vide pour le garder.";
    public override string Number => "Numéro de l’entreprise";
    public override string NumberExample => "+33 1 84 80 00 00";
    public override string NumberHint => "C’est lui qui appelle, et que voient clients et agents.";
    public override string PublicUrl => "Adresse publique de ce serveur";
    public override string PublicUrlHint => "À laquelle Twilio le joint depuis Internet.";
    public override string Advanced => "Clé d’API, région, autre adresse";
    public override string AdvancedHint => "La plupart des comptes n’ont besoin de rien de cela.";
    public override string ApiKey => "Clé d’API";
    public override string ApiKeyHint => "Se connecte à la place du jeton, qui reste nécessaire pour les signatures.";
    public override string ApiSecret => "Son secret";
    public override string Region => "Région";
    public override string RegionHint => "Où Twilio conserve vos appels ; vide : aux États-Unis.";
    public override string Edge => "Point d’entrée (edge)";
    public override string EdgeHint => "Par où l’on entre dans le réseau de Twilio.";
    public override string Address => "Une autre adresse que celle de Twilio";
    public override string AddressHint => "Pour un réseau téléphonique à vous qui parle la langue de Twilio.";

    public override string Countries => "Pays que l’on peut appeler";
    public override string CountriesHint => "Les numéros de tous les autres pays sont refusés, et partout ceux qui coûtent plus qu’une ligne ordinaire.";
    public override string Home => "pays du site";
    public override string MakeHome(string country) => $"Faire de {country} le pays du site";
    public override string RemoveCountry(string country) => $"Retirer {country}";
    public override string AddCountry => "Ajouter un pays";
    public override string CountryUnknown => "Aucun pays ne porte ce nom. Merci d’en choisir un dans la liste.";
    public override string Phones => "Téléphones des agents";
    public override string PhonesHint => "Avec l’indicatif du pays, par exemple +33 6 12 34 56 78. Qui n’en a pas n’est jamais chargé d’un appel. Les mêmes pour tous les sites.";
    public override string NoPhone => "ne peut pas appeler";

    public override string Tries => "Qui ne répond pas";
    public override string TriesLabel => "Un client est appelé au plus";
    public override string TriesHint => "Ensuite, un e-mail propose un autre moment.";
    public override string Times => "fois";
    public override string Pause(int after) => $"Pause après l’appel {after}";
    public override string Minutes => "minutes";
    public override string DetectMachine => "Reconnaître les répondeurs";
    public override string DetectMachineMeans => "un mot y est laissé. Twilio le facture à part, et cela prend quelques secondes.";
    public override string Slots => "Créneaux que l’on peut réserver";
    public override string SlotLabel => "Chacun est gardé pendant";
    public override string LeadLabel => "Le premier n’est pas avant";
    public override string AtOnceLabel => "En même temps, au plus";
    public override string AtOnceHint => "Autant que vous avez d’agents au téléphone.";
    public override string Calls => "appels";
    public override string Limits => "Limites d’une journée";
    public override string LimitsHint => "Pour que personne ne se serve de votre ligne pour importuner les autres ou vous coûter de l’argent.";
    public override string PerNumber => "Avec un même numéro";
    public override string PerVisitor => "Par un même client";
    public override string PerAddress => "Depuis une même adresse réseau";
    public override string PerAddressHint => "Tout un bureau a souvent la même.";
    public override string PerSite => "Sur tout le site";
    public override string Cents => "centimes";
    public override string CentsAMinute => "Une minute d’un téléphone coûte environ";
    public override string CentsAMinuteHint => "Voir les tarifs de Twilio ; mieux vaut trop que trop peu.";
    public override string CentsADay => "Les appels d’une journée coûtent au plus";
    public override string CentsADayHint => "20000, c’est 200,00 dans la monnaie de votre compte. 0 : sans limite.";

    public override string Test => "Appel de test";
    public override string TestHint => "Avec ce qui est rempli ci-dessus, enregistré ou non. Une voix dit une phrase. Il compte et coûte comme tout appel.";
    public override string TestWhose => "Quel téléphone";
    public override string TestOther => "un autre numéro";
    public override string TestNumber => "Votre numéro";
    public override string TestCall => "Appelez-moi";

    public override string Step(PhoneTestStep step) => step switch
    {
        PhoneTestStep.Dialling => "On demande l’appel à Twilio…",
        PhoneTestStep.Ringing => "Le téléphone sonne. Décrochez.",
        PhoneTestStep.Answered => "Décroché. Écoutez jusqu’au bout…",
        PhoneTestStep.Works => "Tout fonctionne : l’appel a été décroché, et Twilio a joint ce serveur.",
        _ => "L’appel n’a pas fonctionné.",
    };

    public override string Connect => "Connecter";
    public override string Connected => "Le téléphone est connecté.";
    public override string Disconnect => "Déconnecter";
    public override string DisconnectTitle => "Déconnecter le téléphone ?";
    public override string DisconnectMeans => "Plus personne n’est appelé. Le compte et ses secrets sont effacés ici ; les téléphones des agents restent.";
    public override string Keep => "Le garder";
    public override string DisconnectUnderWay(int calls) =>
        (calls == 1 ? "Un appel est en cours. Ceux qui se parlent continuent" : $"{calls} appels sont en cours. Ceux qui se parlent continuent")
        + ", mais on ne saura plus ici comment cela finit\u00a0: après dix minutes, le fil de la conversation le dit, et l’agent qui a appelé indique l’issue.";

    public override string DisconnectWanted(int customers) =>
        (customers == 1 ? "Un client attend un appel ou a une heure réservée. Il garde sa place" : $"{customers} clients attendent un appel ou ont une heure réservée. Ils gardent leur place")
        + "\u00a0: l’agent qui s’en charge apprend que le téléphone est coupé, et répond par écrit.";

    public override string Disconnected => "Le téléphone est déconnecté.";
}
