using System.Globalization;

namespace SupportHub.Lab.Mail.Inbox;

/// <summary>Every word of the customers' mail, in one language.</summary>
public sealed record InboxWords
{
    public required string Language { get; init; }
    public required CultureInfo Culture { get; init; }
    public required string Title { get; init; }
    public required string Skip { get; init; }
    public required string Write { get; init; }
    public required string Mailboxes { get; init; }
    public required string NoMailboxes { get; init; }
    public required string NoMail { get; init; }
    public required string Choose { get; init; }
    public required string Unread { get; init; }
    public required Func<int, string> UnreadCount { get; init; }
    public required string To { get; init; }
    public required string From { get; init; }
    public required string FromHint { get; init; }
    public required string Subject { get; init; }
    public required string Message { get; init; }
    public required string NoSubject { get; init; }
    public required string Back { get; init; }
    public required string AsHtml { get; init; }
    public required string AsText { get; init; }
    public required string Headers { get; init; }
    public required string Source { get; init; }
    public required string Attachments { get; init; }
    public required string AddFiles { get; init; }
    public required string Empty { get; init; }
    public required string Body { get; init; }
    public required string Answer { get; init; }
    public required Func<string, string> AnswerTo { get; init; }
    public required string Quoting { get; init; }
    public required string QuotingPlain { get; init; }
    public required string Send { get; init; }
    public required string Cancel { get; init; }
    public required string Play { get; init; }
    public required string Bounce { get; init; }
    public required string BounceHint { get; init; }
    public required string NoSuchAddress { get; init; }
    public required string MailboxFull { get; init; }
    public required string Delayed { get; init; }
    public required string NoBounce { get; init; }
    public required string Away { get; init; }
    public required string AwayHint { get; init; }
    public required string AwayToMachine { get; init; }
    public required string Waits { get; init; }
    public required string Taken { get; init; }
    public required string Refused { get; init; }
    public required string RefusedWhy { get; init; }
    public required string NotThere { get; init; }
    public required string NotTrusted { get; init; }
    public required string NotNow { get; init; }
    public required string BadAddress { get; init; }
    public required string NothingWritten { get; init; }
    public required string Gone { get; init; }

    /// <summary>French unless English comes first, as on the sample website.</summary>
    public static InboxWords For(string acceptLanguage) => acceptLanguage.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English : French;

    public string Size(long octets) => octets < 1024 * 1024
        ? $"{Math.Max(1, octets / 1024)} {(Language == "fr" ? "Ko" : "KB")}"
        : $"{(octets / 1048576.0).ToString("0.0", Culture)} {(Language == "fr" ? "Mo" : "MB")}";

    /// <summary>The time today, the day before that.</summary>
    public string Short(DateTimeOffset at, DateTimeOffset now) => at.Date == now.Date ? Time(at) : at.ToString(at.Year == now.Year ? "d MMM" : "d MMM yyyy", Culture);

    public string Long(DateTimeOffset at) => $"{at.ToString("dddd d MMMM yyyy", Culture)}, {Time(at)}";

    private string Time(DateTimeOffset at) => Language == "fr" ? at.ToString("HH:mm", Culture) : at.ToString("h:mm tt", CultureInfo.InvariantCulture).ToLowerInvariant();

    public static InboxWords English { get; } = new()
    {
        Language = "en",
        Culture = CultureInfo.GetCultureInfo("en-GB"),
        Title = "Customers’ mail",
        Skip = "Skip to the mail",
        Write = "Write",
        Mailboxes = "Mailboxes",
        NoMailboxes = "Nobody has had mail yet. What the hub sends to anyone arrives here; or write the first mail yourself.",
        NoMail = "This mailbox is empty.",
        Choose = "Choose a mail to read it.",
        Unread = "unread",
        UnreadCount = count => count switch { 0 => "Nothing unread", 1 => "1 unread mail", _ => $"{count} unread mails" },
        To = "To",
        From = "From",
        FromHint = "Any address: it gets a mailbox here.",
        Subject = "Subject",
        Message = "Message",
        NoSubject = "(no subject)",
        Back = "Back",
        AsHtml = "Formatted",
        AsText = "Text only",
        Headers = "Headers",
        Source = "Download the source",
        Attachments = "Attachments",
        AddFiles = "Attach files",
        Empty = "This mail has no text.",
        Body = "The mail",
        Answer = "Answer",
        AnswerTo = to => $"Answer to {to}",
        Quoting = "Quote as",
        QuotingPlain = "Plain text, with >",
        Send = "Send",
        Cancel = "Cancel",
        Play = "What else could happen",
        Bounce = "Bounce it",
        BounceHint = "The hub gets the report of a mail server that could not deliver.",
        NoSuchAddress = "the address does not exist",
        MailboxFull = "the mailbox is full",
        Delayed = "later, not yet delivered",
        NoBounce = "This mail has no return path, so it is never bounced.",
        Away = "Out of office",
        AwayHint = "The hub gets the automatic answer of somebody who is away.",
        AwayToMachine = "A machine wrote this mail, so a correct program would not answer it. Some do.",
        Waits = "Waits for the hub",
        Taken = "The hub has it",
        Refused = "Not taken",
        RefusedWhy = "The hub says that it is too large.",
        NotThere = "The hub does not answer. What was written waits here and goes by itself.",
        NotTrusted = "The hub does not accept the signature of this mail server: the secrets differ. What was written waits here.",
        NotNow = "The hub is not taking mail now. What was written waits here and goes by itself.",
        BadAddress = "This is not an e-mail address.",
        NothingWritten = "There is nothing to send yet.",
        Gone = "There is no such mail.",
    };

    public static InboxWords French { get; } = new()
    {
        Language = "fr",
        Culture = CultureInfo.GetCultureInfo("fr-FR"),
        Title = "Courrier des clients",
        Skip = "Aller au courrier",
        Write = "Écrire",
        Mailboxes = "Boîtes",
        NoMailboxes = "Personne n’a encore reçu de courrier. Ce que le hub envoie, à qui que ce soit, arrive ici ; vous pouvez aussi écrire le premier message.",
        NoMail = "Cette boîte est vide.",
        Choose = "Choisissez un message pour le lire.",
        Unread = "non lu",
        UnreadCount = count => count switch { 0 => "Tout est lu", 1 => "1 message non lu", _ => $"{count} messages non lus" },
        To = "À",
        From = "De",
        FromHint = "N’importe quelle adresse : elle aura sa boîte ici.",
        Subject = "Objet",
        Message = "Message",
        NoSubject = "(sans objet)",
        Back = "Retour",
        AsHtml = "Mis en forme",
        AsText = "Texte seul",
        Headers = "En-têtes",
        Source = "Télécharger la source",
        Attachments = "Pièces jointes",
        AddFiles = "Joindre des fichiers",
        Empty = "Ce message n’a pas de texte.",
        Body = "Le message",
        Answer = "Répondre",
        AnswerTo = to => $"Répondre à {to}",
        Quoting = "Citer comme",
        QuotingPlain = "Texte seul, avec >",
        Send = "Envoyer",
        Cancel = "Annuler",
        Play = "Ce qui pourrait arriver d’autre",
        Bounce = "Faire revenir",
        BounceHint = "Le hub reçoit le rapport d’un serveur qui n’a pas pu livrer le message.",
        NoSuchAddress = "l’adresse n’existe pas",
        MailboxFull = "la boîte est pleine",
        Delayed = "plus tard, pas encore livré",
        NoBounce = "Ce message n’a pas d’adresse de retour : il ne revient jamais.",
        Away = "Absence",
        AwayHint = "Le hub reçoit la réponse automatique de quelqu’un qui est absent.",
        AwayToMachine = "Une machine a écrit ce message : un programme correct n’y répondrait pas. Certains le font.",
        Waits = "Attend le hub",
        Taken = "Le hub l’a reçu",
        Refused = "Refusé",
        RefusedWhy = "Le hub dit qu’il est trop volumineux.",
        NotThere = "Le hub ne répond pas. Ce qui est écrit attend ici et partira de lui-même.",
        NotTrusted = "Le hub ne reconnaît pas la signature de ce serveur : les secrets diffèrent. Ce qui est écrit attend ici.",
        NotNow = "Le hub ne prend pas de courrier pour le moment. Ce qui est écrit attend ici et partira de lui-même.",
        BadAddress = "Ce n’est pas une adresse e-mail.",
        NothingWritten = "Il n’y a encore rien à envoyer.",
        Gone = "Ce message n’existe pas.",
    };
}
