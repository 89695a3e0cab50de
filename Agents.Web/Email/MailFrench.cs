namespace SupportHub.AgentsWeb.Email;

internal sealed class MailFrench : MailTexts
{
    public override string ByMail => "Par e-mail";
    public override string GoesOn(string address) => $"La suite se fait par e-mail avec {address}";
    public override string Promised(string when) => $"réponse promise avant {when}";
    public override string Subject(string subject) => $"Objet\u00a0: {subject}";
    public override string Quoted => "Afficher le texte cité";
    public override string Whole => "E-mail entier";
    public override string Unverified => "Expéditeur non vérifié";
    public override string UnverifiedMeans => "Cet e-mail répond à une autre conversation, depuis une adresse qui n’en fait pas partie. Rien de cette conversation n’a été montré à son auteur.";
    public override string OtherConversation => "Ouvrir l’autre conversation";
    public override string FilesRefused(string files) => $"Non repris, car trop lourd\u00a0: {files}.";
    public override string MailsHeld => "Cet expéditeur a écrit beaucoup d’e-mails en peu de temps. Les suivants sont mis de côté.";
    public override string SenderToldSo => "L’expéditeur en a été prévenu par e-mail.";
    public override string Waiting => "en attente d’envoi";
    public override string WaitingAgain => "en attente d’un nouvel envoi";
    public override string Sent => "envoyé par e-mail";
    public override string Deferred => "pas encore accepté, réessayé automatiquement";
    public override string Refused => "Le serveur de messagerie l’a refusé";
    public override string Bounced => "Il est revenu sans être distribué";
    public override string ConfirmationLost => "L’e-mail automatique au client n’est pas arrivé";
    public override string OursLost => "Un e-mail précédent au client n’est pas arrivé";
    public override string ServerSaid(string words) => $"Le serveur a dit\u00a0: «\u00a0{words}\u00a0»";
    public override string ToMessage => "Voir ce message";
    public override string AutoReplied(string name) => $"La messagerie de {name} a répondu automatiquement";
    public override string Again => "Renvoyer";
    public override string Elsewhere => "À une autre adresse";
    public override string ElsewhereTitle => "Envoyer à une autre adresse";
    public override string ElsewhereHint => "La conversation continue désormais à cette adresse.";
    public override string Address => "Adresse e-mail";
    public override string OnItsWay => "L’e-mail repart.";

    public override string Bold => "Gras, dans l’e-mail";
    public override string Italic => "Italique, dans l’e-mail";
    public override string Transcript(string address) => $"Transcription pour {address}";
    public override string SendTranscript => "Envoyer la transcription";
    public override string TranscriptLeaves => "La transcription est en route.";
    public override string TranscriptEmpty => "Rien à envoyer encore\u00a0: aucun agent n’a écrit ici.";

    public override string WholeTitle => "L’e-mail entier";
    public override string Pictures => "Afficher les images distantes";
    public override string PicturesMean => "Les images venues d’ailleurs ne sont pas chargées\u00a0: elles diraient à l’expéditeur quand vous lisez.";
    public override string PicturesShown => "Les images venues d’ailleurs sont affichées.";
    public override string Download => "Télécharger";

    public override string WayLabel => "Comment part votre réponse";
    public override string Chat => "Chat";
    public override string Mail => "E-mail";
    public override string OtherWay => "Répondre par chat ou par e-mail";
    public override string OutAway(string address, string name) => $"Part par e-mail à {address}\u00a0: {name} n’est pas sur le site.";
    public override string OutOnline(string address, string name) => $"Part par e-mail à {address}, et s’affiche sur le site, où {name} est en ce moment.";
    public override string OnSite(string name) => $"S’affiche sur le site, où {name} est en ce moment.";
    public override string Waits(string name) => $"{name} n’est pas sur le site et n’a pas donné d’adresse e-mail\u00a0: votre réponse y attendra.";
    public override string SendMail => "Envoyer par e-mail";
    public override string AskPhone => "Demander un numéro et des disponibilités";
    public override string AskPhoneText => "Bonjour {customer},\n\nJe vous propose d’en parler au téléphone. À quel numéro puis-je vous joindre, et quand êtes-vous disponible\u00a0? Par exemple\u00a0: «\u00a0tous les jours de 10\u00a0h à 18\u00a0h\u00a0».";
    public override string NoMail => "Aucune adresse e-mail de ce client n’est connue, ou la boîte du site a été déconnectée.";
    public override string AddressInvalid => "Cela ne ressemble pas à une adresse e-mail.";

    public override string AnswerBy(string when) => $"réponse avant {when}";
    public override string Late(string when) => $"en retard\u00a0: promis {when}";
    public override string Before(string when) => $"avant {when}";
    public override string LateShort(string when) => $"retard\u00a0: {when}";
    public override string Mails(int count) => count == 1 ? "1 e-mail" : $"{count} e-mails";

    public override string Aside => "E-mails à regarder";
    public override string AsideCount(int count) => count == 1 ? "1 e-mail à regarder" : $"{count} e-mails à regarder";
    public override string AsideLead => "Ils sont arrivés sans appartenir à une conversation, ou n’ont pas pu être lus. Rien n’est jeté.";
    public override string AsideEmpty => "Rien à regarder. Un e-mail illisible, ou venu d’une liste, attend ici.";
    public override string AsideMany => "Ce sont les 200 plus récents. Les autres suivent quand vous en aurez regardé.";
    public override string AsideFailed => "La liste n’a pas pu être chargée. Rien n’est perdu.";
    public override string NoSender => "Sans expéditeur";
    public override string NoSubject => "Sans objet";
    public override string Look => "Regarder";
    public override string LookedAt => "Vu, retirer";
    public override string Retry => "Réessayer";
}
