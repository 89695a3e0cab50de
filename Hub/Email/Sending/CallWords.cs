namespace SupportHub.Email.Sending;

/// <summary>The sentences of the mails about calls. Pure.</summary>
internal static class CallWords
{
    public static string AgreedSubject(string company, string language) => MailWords.IsFrench(language) ? $"{company} vous appelle" : $"{company} calls you";

    public static string AgreedAt(string when, string zone, string ends, string language) => MailWords.IsFrench(language)
        ? $"C’est noté : nous vous appelons {when} (heure de {zone}), au numéro qui se termine par {ends}."
        : $"It is noted: we call you {when} ({zone} time), at the number that ends in {ends}.";

    public static string AgreedSoon(string ends, string language) => MailWords.IsFrench(language)
        ? $"C’est noté : nous vous appelons dès que c’est votre tour, au numéro qui se termine par {ends}."
        : $"It is noted: we call you as soon as it is your turn, at the number that ends in {ends}.";

    public static string Who(string? agent, string? from, string language) => (agent, MailWords.IsFrench(language)) switch
    {
        ({ } name, true) => $"{name} ou un collègue vous appellera, du {from}, sans frais pour vous.",
        ({ } name, false) => $"{name} or a colleague calls, from {from}, and it costs you nothing.",
        (null, true) => $"L’appel viendra du {from}, sans frais pour vous.",
        (null, false) => $"The call comes from {from}, and costs you nothing.",
    };

    public static string Change(string page, string language) => MailWords.IsFrench(language)
        ? $"Une autre heure, un autre numéro, ou pas d’appel du tout :\n{page}"
        : $"Another time, another number, or no call at all:\n{page}";

    public static string ChooseHere(string page, string language) => MailWords.IsFrench(language)
        ? $"Pour être appelé, répondez avec un numéro et vos disponibilités, ou choisissez ici :\n{page}"
        : $"To be called, answer with a number and the times that suit you, or choose here:\n{page}";

    public static string NotReachedSubject(string company, string language) =>
        MailWords.IsFrench(language) ? $"{company} n’a pas pu vous joindre par téléphone" : $"{company} could not reach you by phone";

    public static string NotReached(string? agent, string company, string when, string language) => (agent, MailWords.IsFrench(language)) switch
    {
        ({ } name, true) => $"{name}, de {company}, a essayé de vous appeler {when}, comme convenu, et n’a pas réussi à vous joindre.",
        ({ } name, false) => $"{name} of {company} tried to call you {when}, as agreed, and did not reach you.",
        (null, true) => $"{company} a essayé de vous appeler {when}, comme convenu, et n’a pas réussi à vous joindre.",
        (null, false) => $"{company} tried to call you {when}, as agreed, and did not reach you.",
    };

    public static string NotConnected(string company, string language) => MailWords.IsFrench(language)
        ? $"{company} voulait vous appeler, comme convenu, mais l’appel n’a pas pu aboutir."
        : $"{company} wanted to call you, as agreed, but the call could not be connected.";

    public static string Again(string when, string language) => MailWords.IsFrench(language) ? $"Nous réessayons {when}." : $"We try again {when}.";

    public static string AnotherTime(string page, string language) => MailWords.IsFrench(language)
        ? $"Choisissez une autre heure ici, ou répondez simplement à ce message :\n{page}"
        : $"Choose another time here, or simply answer this message:\n{page}";

    public static string JustWrite(string language) => MailWords.IsFrench(language)
        ? "Pour changer quelque chose, répondez simplement à ce message."
        : "To change something, simply answer this message.";
}
