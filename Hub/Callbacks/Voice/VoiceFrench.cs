using System.Globalization;

namespace SupportHub.Callbacks.Voice;

internal sealed class VoiceFrench : VoiceLanguage
{
    public static readonly VoiceLanguage Only = new VoiceFrench();

    public override string Tag => "fr-FR";

    public override string Briefing(AgentBriefing briefing) =>
        $"{briefing.Company}, un rappel pour vous. {briefing.Customer ?? "Une personne"}{About(briefing.Topic)} {Since(briefing.Since)}.";

    public override string Keys => "Pour l’appeler maintenant, appuyez sur 1. Pour laisser cet appel à un collègue, appuyez sur 2.";

    public override string Connecting => "Merci. J’appelle.";

    public override string Declined => "Bien, un collègue s’en charge. Au revoir.";

    public override string NoKey => "Aucune touche n’a été pressée : un collègue s’en charge. Au revoir.";

    public override string NoAnswer => "Désolé, personne ne répond. La suite est sur votre écran. Au revoir.";

    public override string Busy => "Désolé, la ligne est occupée. La suite est sur votre écran. Au revoir.";

    public override string NotConnected => "Désolé, ce numéro n’a pas pu être joint. La suite est sur votre écran. Au revoir.";

    public override string WasVoicemail => "C’était un répondeur : un mot y a été laissé. La suite est sur votre écran. Au revoir.";

    public override string NotNeeded => "Cet appel n’est plus nécessaire. Au revoir.";

    public override string Voicemail(string company) => $"Bonjour, c’est {company}. Nous avons essayé de vous rappeler, comme convenu. Vous aurez bientôt de nos nouvelles. Au revoir.";

    public override string LineWorks(string company) => $"Bonjour, c’est {company}. La ligne téléphonique fonctionne. Au revoir.";

    private static string About(string? topic) => topic is null ? "" : $", au sujet de : {topic},";

    private static string Since(CallSince since) => since switch
    {
        { AgreedAt: null, Waited: null } => "est la personne que vous rappelez",
        { AgreedAt: { } at } => $"attend votre appel à {at.Hour} heure{(at.Hour > 1 ? "s" : "")}{(at.Minute == 0 ? "" : $" {at.Minute}")}",
        { Waited: { } waited } when Minutes(waited) >= 1 => $"attend depuis {Duration(Minutes(waited))}",
        _ => "vient de demander à être appelé",
    };

    private static string Duration(int minutes) => minutes < 60 ? Count(minutes, "minute") : minutes % 60 == 0 ? Count(minutes / 60, "heure") : $"{Count(minutes / 60, "heure")} et {Count(minutes % 60, "minute")}";

    private static string Count(int number, string word) => $"{(number == 1 ? "une" : number.ToString(CultureInfo.InvariantCulture))} {word}{(number == 1 ? "" : "s")}";
}
