using System.Globalization;
using static SupportHub.Wording.Fault;

namespace SupportHub.Wording;

/// <summary>A sentence for each fault, in the reader's language.</summary>
public static class FaultWords
{
    public static string Say(FieldFault fault, string language) => fault.Names is { } names
        ? string.Format(CultureInfo.InvariantCulture, Say(fault.Fault, language), names(language))
        : Say(fault.Fault, language);

    public static string Say(Fault fault, string language) => (language == "fr" ? French : English)[fault];

    public static IReadOnlyDictionary<Fault, string> English { get; } = new Dictionary<Fault, string>
    {
        [Required] = "Please fill this in.",
        [TooLong] = "This is longer than what fits here.",
        [EmailInvalid] = "This does not look like an e-mail address, for example name@example.com.",
        [EmailTaken] = "Another account uses this address already.",
        [PasswordShort] = "Please choose at least 10 characters. A few words in a row work well.",
        [PasswordGuessable] = "This one would be guessed soon. A few words in a row work well.",
        [PasswordWrong] = "This is not the current password.",
        [PasswordsDiffer] = "The two passwords are not the same.",
        [CapacityRange] = "A whole number from 1 to 20.",
        [RoleUnknown] = "Please choose one of the roles.",
        [LanguageUnknown] = "Please choose at least one of the languages that SupportHub speaks.",
        [LastAdministrator] = "This is the only administrator. Make someone else administrator first.",
        [PictureType] = "Please choose a PNG, JPEG or WebP picture.",
        [PictureTooLarge] = "The picture may have 512 KB at most.",
        [AddressInvalid] = "Please give the address as the browser shows it, for example https://www.example.com.",
        [OriginInvalid] = "Each address is the beginning only, without a path: https://www.example.com.",
        [OriginNotAlone] = "The star means everywhere, so it stands alone.",
        [ColorInvalid] = "Six digits after a #, for example #0f6b5c.",
        [PhoneInvalid] = "Digits, spaces and + ( ) . - only, for example +33 1 84 80 00 00.",
        [WordingInvalid] = "The texts must belong to one of the site's languages and stay under 2,000 characters each.",
        [TopicOrder] = "The topics changed meanwhile. Here they are as they are now.",
        [ShortcutInvalid] = "Letters, digits and hyphens, up to 32, for example welcome.",
        [ShortcutTaken] = "Another reply in this language has this shortcut.",
        [CodeWrong] = "This code does not fit. It changes every 30 seconds; please take the current one.",
        [NewerPage] = "This page had been open for long. Please try again.",
        [NumberRange] = "A whole number from {0} to {1}.",
        [TopicUnknown] = "This topic is not there any more.",
        [SkillLevel] = "Please choose one of the three levels, or none.",
        [RoutingModeUnknown] = "Please choose one of the two ways.",
        [PlaceholderUnknown] = "{0} means nothing in this message. These do: {1}.",
        [PlaceholderMisspelt] = "{0} means nothing in this message. Did you mean {1}? There are: {2}.",
        [BraceAlone] = "Each {0} needs its {1}, as in {2}.",
        [TimeZoneUnknown] = "Please choose one from the list, for example Europe/Paris.",
        [RegionUnknown] = "Please choose one from the list.",
        [WeekInvalid] = "This week could not be read. Please load the page again.",
        [SpanReversed] = "{0}: {1} ends before it begins. If it goes past midnight, tick “next day”.",
        [SpanTooLong] = "{0}: {1} is longer than a whole day.",
        [SpansOverlap] = "{0}: {1} and {2} overlap.",
        [SpansOverlapNextDay] = "{0}: {1} lasts into {2} of the next day.",
        [DateInvalid] = "Please choose a date.",
        [DateTwice] = "This date is in the list already.",
        [ScheduleUnknown] = "These hours are not there any more. Please choose others.",
        [AnswerRange] = "From one minute to 720 hours.",
        [LineBreak] = "One line only, please.",
        [AddressTwice] = "This address is in the list already.",
        [HostInvalid] = "Please give the server's name, for example mail.example.com.",
    };

    public static IReadOnlyDictionary<Fault, string> French { get; } = new Dictionary<Fault, string>
    {
        [Required] = "Merci de remplir ce champ.",
        [TooLong] = "C’est trop long pour ce champ.",
        [EmailInvalid] = "Cela ne ressemble pas à une adresse e-mail, par exemple nom@exemple.fr.",
        [EmailTaken] = "Un autre compte utilise déjà cette adresse.",
        [PasswordShort] = "Merci de choisir au moins 10 caractères. Quelques mots à la suite conviennent bien.",
        [PasswordGuessable] = "Celui-ci serait vite deviné. Quelques mots à la suite conviennent bien.",
        [PasswordWrong] = "Ce n’est pas le mot de passe actuel.",
        [PasswordsDiffer] = "Les deux mots de passe ne sont pas identiques.",
        [CapacityRange] = "Un nombre entier de 1 à 20.",
        [RoleUnknown] = "Merci de choisir l’un des rôles.",
        [LanguageUnknown] = "Merci de choisir au moins une des langues que SupportHub parle.",
        [LastAdministrator] = "C’est le seul compte administrateur. Nommez d’abord une autre personne.",
        [PictureType] = "Merci de choisir une image PNG, JPEG ou WebP.",
        [PictureTooLarge] = "L’image peut peser 512 Ko au plus.",
        [AddressInvalid] = "Merci de donner l’adresse telle que le navigateur l’affiche, par exemple https://www.exemple.fr.",
        [OriginInvalid] = "Seulement le début de l’adresse, sans chemin : https://www.exemple.fr.",
        [OriginNotAlone] = "L’étoile signifie partout : elle va seule.",
        [ColorInvalid] = "Six chiffres après un #, par exemple #0f6b5c.",
        [PhoneInvalid] = "Seulement chiffres, espaces et + ( ) . -, par exemple 01 84 80 00 00.",
        [WordingInvalid] = "Les textes doivent être dans une des langues du site et faire moins de 2 000 caractères chacun.",
        [TopicOrder] = "Les sujets ont changé entre-temps. Les voici tels qu’ils sont.",
        [ShortcutInvalid] = "Lettres, chiffres et traits d’union, 32 au plus, par exemple bienvenue.",
        [ShortcutTaken] = "Une autre réponse dans cette langue a ce raccourci.",
        [CodeWrong] = "Ce code ne convient pas. Il change toutes les 30 secondes ; prenez celui du moment.",
        [NewerPage] = "Cette page était ouverte depuis longtemps. Merci de réessayer.",
        [NumberRange] = "Un nombre entier de {0} à {1}.",
        [TopicUnknown] = "Ce sujet n’existe plus.",
        [SkillLevel] = "Merci de choisir l’un des trois niveaux, ou aucun.",
        [RoutingModeUnknown] = "Merci de choisir l’une des deux manières.",
        [PlaceholderUnknown] = "{0} ne veut rien dire dans ce message. Vous avez le choix entre {1}.",
        [PlaceholderMisspelt] = "{0} ne veut rien dire dans ce message. Pensiez-vous à {1} ? Vous avez le choix entre {2}.",
        [BraceAlone] = "Chaque {0} a besoin de son {1}, comme dans {2}.",
        [TimeZoneUnknown] = "Merci d’en choisir un dans la liste, par exemple Europe/Paris.",
        [RegionUnknown] = "Merci d’en choisir un dans la liste.",
        [WeekInvalid] = "Cette semaine n’a pas pu être lue. Merci de recharger la page.",
        [SpanReversed] = "{0} : {1} finit avant d’avoir commencé. Si cela passe minuit, cochez « le lendemain ».",
        [SpanTooLong] = "{0} : {1} dépasse une journée entière.",
        [SpansOverlap] = "{0} : {1} et {2} se chevauchent.",
        [SpansOverlapNextDay] = "{0} : {1} déborde sur {2} du lendemain.",
        [DateInvalid] = "Merci de choisir une date.",
        [DateTwice] = "Cette date est déjà dans la liste.",
        [ScheduleUnknown] = "Ces horaires n’existent plus. Merci d’en choisir d’autres.",
        [AnswerRange] = "D’une minute à 720 heures.",
        [LineBreak] = "Sur une seule ligne, s’il vous plaît.",
        [AddressTwice] = "Cette adresse est déjà dans la liste.",
        [HostInvalid] = "Merci de donner le nom du serveur, par exemple mail.example.com.",
    };
}
