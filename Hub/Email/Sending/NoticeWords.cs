using SupportHub.Email.Intake;
using SupportHub.Shared;

namespace SupportHub.Email.Sending;

/// <summary>What a sender is told of a mail that was not taken as it came. Pure; nothing that the sender wrote is in it, because the sender may be somebody else.</summary>
public static class NoticeWords
{
    private const int Limit = IntakeLimits.File / IntakeLimits.Megabyte;

    public static string Subject(MailNotice notice, string company, string language) => (notice, MailWords.IsFrench(language)) switch
    {
        (MailNotice.Held, true) => $"Vos messages à {company} attendent",
        (MailNotice.Held, false) => $"Your messages to {company} are waiting",
        (_, true) => $"Une pièce jointe de votre message à {company} est trop lourde",
        (_, false) => $"A file of your message to {company} is too large",
    };

    public static string Text(MailNotice notice, string company, string language) => string.Join(
        "\n\n", [MailWords.Greeting(null, language), .. Sentences(notice, company, MailWords.IsFrench(language)), $"-- \n{company}\n"]);

    private static string[] Sentences(MailNotice notice, string company, bool french) => (notice, french) switch
    {
        (MailNotice.Held, true) =>
        [
            $"Beaucoup de messages sont arrivés de votre adresse en peu de temps. Les premiers ont bien été transmis à {company}\u00a0; les suivants sont mis de côté, rien n’est perdu, et quelqu’un les regardera.",
            "Vous n’avez pas besoin de les renvoyer. Vous n’avez rien écrit\u00a0? Vous pouvez ignorer ce message.",
        ],
        (MailNotice.Held, false) =>
        [
            $"Very many messages came from your address in a short time. The first ones have reached {company}; the further ones are kept aside, nothing is lost, and somebody will look at them.",
            "There is no need to send them again. You wrote nothing? You can ignore this message.",
        ],
        (_, true) =>
        [
            $"{company} a bien reçu le texte de votre message, mais pas toutes ses pièces jointes\u00a0: un fichier peut avoir {Limit}\u00a0Mo au plus, et un message entier ne doit guère dépasser cette taille.",
            "Répondez simplement à ce message avec un lien vers le fichier, ou avec des fichiers plus petits.",
        ],
        (_, false) =>
        [
            $"{company} has received the text of your message, but not all of its files: a file may have {Limit} MB at most, and a whole message should not be much larger than that.",
            "Simply answer this message with a link to the file, or with smaller files.",
        ],
    };
}
