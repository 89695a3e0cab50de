using System.Globalization;
using SupportHub.Sites.Hours;

namespace SupportHub.Email;

/// <summary>What our mails say, in the customer's language. Pure; no sender's text is in a confirmation.</summary>
public static class MailWords
{
    public static string Promise(string? agent, long? answerBy, long nowMs, string timeZone, string language)
    {
        var french = IsFrench(language);
        var when = answerBy is { } by ? OpeningWords.When(by, nowMs, timeZone, language) : null;
        return (agent, when, french) switch
        {
            ({ } name, { } at, true) => $"{name} ou un collègue vous répondra par e-mail au plus tard {at}.",
            ({ } name, { } at, false) => $"{name} or a colleague will answer by e-mail, {at} at the latest.",
            (null, { } at, true) => $"Nous vous répondrons par e-mail au plus tard {at}.",
            (null, { } at, false) => $"We will answer by e-mail, {at} at the latest.",
            ({ } name, null, true) => $"{name} ou un collègue vous répondra par e-mail.",
            ({ } name, null, false) => $"{name} or a colleague will answer by e-mail.",
            (null, null, true) => "Nous vous répondrons par e-mail.",
            (null, null, false) => "We will answer by e-mail.",
        };
    }

    public static string Subject(string? theirs, string site, string language)
    {
        if (string.IsNullOrWhiteSpace(theirs))
            return IsFrench(language) ? $"Votre message à {site}" : $"Your message to {site}";
        return theirs.StartsWith("re:", StringComparison.OrdinalIgnoreCase) ? theirs : $"Re: {theirs}";
    }

    public static string Greeting(string? customer, string language) => (customer, IsFrench(language)) switch
    {
        (null, true) => "Bonjour,",
        (null, false) => "Hello,",
        ({ } name, true) => $"Bonjour {name},",
        ({ } name, false) => $"Hello {name},",
    };

    public static string Received(string site, string language) =>
        IsFrench(language) ? $"{site} a bien reçu votre message." : $"{site} has received your message.";

    public static string JustAnswer(string language) => IsFrench(language)
        ? "Pour ajouter quelque chose, répondez simplement à ce message."
        : "To add something, simply answer this message.";

    public static string NotYou(string language) => IsFrench(language)
        ? "Vous n’avez rien demandé ? Quelqu’un s’est trompé d’adresse : vous pouvez ignorer ce message."
        : "You did not ask for anything? Somebody mistyped an address: you can ignore this message.";

    public static string TranscriptSubject(string site, string language) =>
        IsFrench(language) ? $"Votre conversation avec {site}" : $"Your conversation with {site}";

    public static string TranscriptLead(string site, string language) => IsFrench(language)
        ? $"Voici votre conversation avec {site}, comme demandé."
        : $"Here is your conversation with {site}, as asked for.";

    /// <summary>For the agent: why a mail cannot go to such an address.</summary>
    public static string ForeignName(string language) => IsFrench(language)
        ? "Notre serveur de messagerie ne sait pas écrire à une adresse qui a des lettres accentuées ou d’un autre alphabet avant le @. Demandez au client une autre adresse."
        : "Our mail server cannot write to an address with accented letters, or letters of another alphabet, before the @. Ask the customer for another address.";

    public static string You(string language) => IsFrench(language) ? "Vous" : "You";

    public static string File(string name, string language) => IsFrench(language) ? $"[Fichier\u00a0: {name}]" : $"[File: {name}]";

    public static string At(long atMs, string timeZone, string language)
    {
        var local = NodaTime.Instant.FromUnixTimeMilliseconds(atMs).InZone(NodaTime.DateTimeZoneProviders.Tzdb[timeZone]).ToDateTimeUnspecified();
        return IsFrench(language)
            ? local.ToString("d MMMM yyyy, H:mm", CultureInfo.GetCultureInfo("fr-FR"))
            : local.ToString("d MMMM yyyy, H:mm", CultureInfo.GetCultureInfo("en-GB"));
    }

    internal static bool IsFrench(string language) => language.Split('-')[0] == "fr";
}
