namespace SupportHub.AgentsWeb.Strings;

public sealed class Fr : Texts
{
    public override string Tag => "fr";

    // Places
    public override string Conversations => "Conversations";
    public override string Settings => "Réglages";
    public override string SearchLabel => "Rechercher";
    public override string SignOut => "Se déconnecter";
    public override string Menu => "Plus";
    public override string Close => "Fermer";
    public override string Cancel => "Annuler";
    public override string Back => "Retour à la liste";
    public override string Undo => "Annuler";
    public override string You => "vous";
    public override string YouCapital => "Vous";
    public override string Visitor => "Visiteur";
    public override string NotFound => "Cette page n’existe pas.";

    // Presence
    public override string Online => "En ligne";
    public override string Away => "Absent";
    public override string Offline => "Hors ligne";
    public override string OnlineMeans => "Vous recevez de nouvelles conversations";
    public override string AwayMeans => "Vous gardez les vôtres, sans en recevoir";
    public override string OfflineMeans => "Votre journée est finie";
    public override string PresenceLabel => "Votre présence";
    public override string NowPresence(string what) => $"Vous êtes maintenant {what}.";
    public override string Chats(int load, int capacity) => $"{load} / {capacity} chats";
    public override string Finishing => "En fin de service";
    public override string FinishingMeans => "Vous finissez les vôtres, puis êtes hors ligne";
    public override string MissedOffers => "Votre présence est passée à «\u00a0Absent\u00a0»\u00a0: deux conversations ont sonné sans réponse.";
    public override string IAmBack => "Je suis de retour";
    public override string Finished => "Votre dernière conversation est terminée\u00a0; vous êtes hors ligne.";
    public override string GoodEvening => "Bonne soirée.";
    public override string GoodDay => "Bonne fin de journée.";
    public override string OnlineAgain => "Revenir en ligne";
    public override string WrappingUp => "Notes en cours";
    public override string WrapUpLeft(string time) => $"encore {time}";
    public override string Ready => "Disponible";
    public override string KeyReady => "Terminer les notes";

    // Lists
    public override string Mine => "À moi";
    public override string Queue => "File d’attente";
    public override string Others => "Chez vos collègues";
    public override string Resolved => "Résolues";
    public override string QueueSummary(int count, string longest) => $"{count} · la plus longue {longest}";
    public override string NoneMine => "Aucune conversation pour l’instant. La prochaine arrive ici.";
    public override string NoneMineAway => "Vous êtes absent : rien de nouveau ne vous arrive.";
    public override string NoneMineOffline => "Vous êtes hors ligne : rien de nouveau ne vous arrive.";
    public override string NoneQueue => "Personne n’attend.";
    public override string Unread(int count) => count == 1 ? "1 message non lu" : $"{count} messages non lus";
    public override string WaitsFor => "attend";
    public override string WaitsForTeam(string names) => $"attend {names}";
    public override string NobodyHere => "personne n’est là";
    public override string Told(int from, int to) => from == 0 ? $"dit moins de {to} min" : from == to ? $"dit {to} min" : $"dit {from} à {to} min";
    public override string Or => "ou";
    public override string WithAgent(string name) => $"avec {name}";
    public override string Searching => "Recherche…";
    public override string SearchPlaceholder => "Rechercher dans les conversations résolues";
    public override string NothingFound(string text) => $"Rien pour « {text} ». Essayez un nom ou un mot du message.";
    public override string NothingResolved => "Les conversations résolues se retrouvent ici.";
    public override string ShowMore => "Afficher plus";
    public override string SearchFailed => "La recherche n’a pas abouti. Rien n’est perdu.";
    public override string NoneMineFinishing => "Vous êtes en fin de service : rien de nouveau ne vous arrive.";
    public override string Place(int place) => place == 1 ? "1re" : $"{place}e";
    public override string PlaceMeans(int place) => $"Place dans la file : {place}";
    public override string Closed => "fermé";
    public override string ClosedUntil(string when) => $"fermé, ouvre {when}";
    public override string NobodyUntil(string when) => $"personne n’est là, retour {when}";
    public override string AtHour(string time) => $"à {time}";
    public override string TomorrowAt(string time) => $"demain à {time}";
    public override string OnDayAt(string day, string time) => $"{day} à {time}";
    public override string OnDateAt(string date, string time) => $"{date} à {time}";
    public override string RingsAt => "sonne chez";

    // Offers
    public override string Offers => "Sonnent chez vous";
    public override string OfferSaid(string name, string? topic, string waited) => $"{name} sonne chez vous{(topic is null ? "" : $", {topic}")}, attend depuis {waited}. A pour accepter, D pour décliner.";
    public override string OfferLeft(int seconds) => seconds < 2 ? $"encore {seconds} seconde" : $"encore {seconds} secondes";
    public override string WaitsSince(string span) => $"attend depuis {span}";
    public override string OfferOver => "Ne sonne plus : quelqu’un d’autre est demandé.";
    public override string Accept => "Accepter";
    public override string Decline => "Décliner";
    public override string DeclineWhy => "Décliner avec une raison";
    public override string DeclineBusy => "Avec un autre client";
    public override string DeclineNotMine => "Pas mon sujet";
    public override string DeclineLeaving => "Je vais partir";
    public override string DeclineOther => "Autre raison, puis ↵";

    // A conversation
    public override string PickTitle => "Choisissez une conversation";
    public override string PickText => "À gauche, les vôtres et celles qui attendent. Tout se fait aussi au clavier.";
    public override string UnknownTitle => "Cette conversation est introuvable";
    public override string UnknownText => "Elle a peut-être été effacée, ou l’adresse est incomplète.";
    public override string Loading => "Chargement…";
    public override string Earlier => "Messages précédents";
    public override string Beginning => "Début de la conversation";
    public override string NewMessages(int count) => count == 1 ? "1 nouveau message" : $"{count} nouveaux messages";
    public override string ToEnd => "Aller à la fin";
    public override string Typing(string name) => $"{name} écrit…";
    public override string NoteLabel => "Note interne";
    public override string Sent => "envoyé";
    public override string ReadMark => "lu";
    public override string Sending => "envoi…";
    public override string WaitingForNetwork => "part au retour du réseau";
    public override string NotSent => "Non envoyé";
    public override string Retry => "Réessayer";
    public override string Edit => "Modifier";
    public override string TimelineLabel => "Messages";
    public override string Today => "Aujourd’hui";
    public override string Yesterday => "Hier";
    public override string Download => "Télécharger";
    public override string NoPreview => "L’aperçu n’est pas disponible.";

    // What happened, in the timeline
    public override string EventQueued(string? topic) => topic is null ? "En attente" : $"En attente · {topic}";
    public override string EventWroteAgain => "A écrit de nouveau · en attente";
    public override string EventQueuedTransfer(string? topic) => topic is null ? "De nouveau en attente" : $"Transférée vers {topic} · en attente";
    public override string EventQueuedLost => "De nouveau en attente, en tête de file";
    public override string EventQueuedNotHere => "Une réponse est due\u00a0: un collègue s’en charge";
    public override string EventJoined(string name) => $"{name} a rejoint la conversation";
    public override string EventJoinedYou => "Vous avez rejoint la conversation";
    public override string EventLeft(string name) => $"{name} a quitté la conversation";
    public override string EventLeftTransfer(string name) => $"{name} a transféré la conversation";
    public override string EventLeftLost(string name) => $"{name} n’est plus joignable";
    public override string EventLeftNotHere(string name) => $"{name} n’est pas là";
    public override string EventResolved(string name) => $"Résolue par {name}";
    public override string EventResolvedVisitor => "La personne a terminé la conversation";
    public override string EventResolvedSystem => "Conversation résolue";
    public override string EventOutcome(string outcome) => $"Issue : {outcome}";
    public override string EventNamed(string name) => $"S’appelle {name}";
    public override string EventEmail(string email) => $"E-mail : {email}";
    public override string EventNamedEmail(string name, string email) => $"S’appelle {name} · {email}";
    public override string EventTold(string text) => $"Annoncé : {text}";
    public override string EventRated(int score) => $"Note donnée : {score} sur 10";
    public override string EventOffered(string name) => $"A sonné chez {name}";
    public override string EventOfferedYou => "A sonné chez vous";
    public override string EventDeclined(string name) => $"{name} a décliné";
    public override string EventDeclinedYou => "Vous avez décliné";
    public override string EventUnanswered(string name) => $"{name} n’a pas répondu à la sonnerie";
    public override string EventUnansweredYou => "A sonné chez vous sans réponse";
    public override string EventOfferAway(string name) => $"{name} n’est plus en ligne";
    public override string EventOfferOver => "La sonnerie s’est arrêtée";
    public override string EventWrittenUpYou => "Vous avez terminé vos notes";
    public override string EventWrittenUp(string name) => $"{name} a terminé ses notes";
    public override string ToldHeading => "Annoncé";
    public override string ToldFirst => "Annoncé au début de l’attente";
    public override string ToldRefresh => "Annoncé de nouveau, sans changement";
    public override string ToldRenamed => "Annoncé : une autre personne répondra";
    public override string ToldLonger => "Annoncé : c’est plus long";
    public override string ToldAnsweredByOther => "Annoncé : un collègue répond";
    public override string ToldAgentLost => "Annoncé : la connexion est perdue";
    public override string ToldNobody => "Annoncé : personne n’est là";
    public override string ToldClosed => "Annoncé : fermé";
    public override string ToldTeam => "Annoncé : qui répond";
    public override string ToldFinishing => "Annoncé : tout de suite après";
    public override string ToldWrappingUp => "Annoncé : juste après les notes";

    // Outcomes
    public override string OutcomeSolved => "Problème résolu";
    public override string OutcomeAnswered => "Question répondue";
    public override string OutcomeRefunded => "Remboursé";
    public override string OutcomePassedOn => "Transmis à une autre équipe";
    public override string OutcomeNoReply => "Plus de réponse";
    public override string OutcomeNotARequest => "Pas une demande";

    // Actions
    public override string Take => "Prendre";
    public override string Transfer => "Transférer";
    public override string Resolve => "Résoudre";
    public override string TransferTitle(string name) => $"Transférer {name}";
    public override string ToColleague => "À un ou une collègue";
    public override string ToTopic => "À la file d’un sujet";
    public override string TransferReason => "Pourquoi ?";
    public override string TransferReasonHint => "Seuls vos collègues le lisent.";
    public override string TransferNeeds => "Choisissez à qui, et dites pourquoi.";
    public override string NoColleague => "Aucun collègue n’est en ligne.";
    public override string Transferred => "Conversation transférée.";
    public override string ResolveTitle(string name) => $"Résoudre {name}";
    public override string ResolveOutcome => "Comment cela s’est-il terminé ?";
    public override string ResolveRemark => "Remarque, pour vos collègues";
    public override string Optional => "facultatif";
    public override string ResolveNote => "La personne voit que la conversation est terminée et peut écrire de nouveau.";
    public override string ResolvedDone => "Conversation résolue.";
    public override string MarkedBy(string name) => $"Avec {name}";
    public override string StatusWaiting => "en attente";
    public override string StatusResolved => "résolue";
    public override string ShowContext => "Afficher le contexte";

    // Composer
    public override string Reply => "Répondre";
    public override string Note => "Note";
    public override string ReplyTo(string name) => $"Répondre à {name}…";
    public override string NoteHint => "Note pour vos collègues. La personne ne la voit jamais.";
    public override string EnterSends => "envoyer";
    public override string EnterNotes => "noter";
    public override string NewLine => "à la ligne";
    public override string Replies => "réponses";
    public override string Attach => "Joindre un fichier";
    public override string SendLabel => "Envoyer";
    public override string AddNote => "Ajouter la note";
    public override string TakeToReply => "Prenez la conversation pour répondre.";
    public override string OthersToReply(string name) => $"{name} répond. Vous pouvez laisser une note.";
    public override string ResolvedToReply => "Cette conversation est résolue. Vous pouvez laisser une note.";
    public override string NoReplies => "Aucune réponse prête ne correspond.";
    public override string RepliesLabel => "Réponses prêtes";
    public override string Uploading => "envoi du fichier…";
    public override string UploadFailed(string name) => $"« {name} » n’a pas pu être envoyé.";
    public override string UploadTooLarge(string name, string limit) => $"« {name} » dépasse {limit}.";
    public override string UploadLost(string name) => $"« {name} » n’est pas parti : la page a été quittée pendant l’envoi. Merci de le choisir de nouveau.";
    public override string GoesOutWhenThere => "Votre message partira dès que le fichier sera là.";
    public override string MessageNotSent(string name) => $"« {name} » n’a pas pu être envoyé. Votre message est gardé et n’est pas parti.";
    public override string RemoveFile => "Retirer le fichier";
    public override string DropHere => "Déposez le fichier ici";
    public override string TooLong => "caractères de trop";

    // Context
    public override string Context => "Contexte";
    public override string Customer => "Client";
    public override string Name => "Nom";
    public override string LocalTime => "Heure locale";
    public override string LanguageLabel => "Langue";
    public override string Page => "Page";
    public override string BrowserLabel => "Navigateur";
    public override string Email => "E-mail";
    public override string Site => "Site";
    public override string OnPage => "Sur la page";
    public override string LeftPage => "A quitté la page";
    public override string Before => "Avant";
    public override string NoneBefore => "C’est la première conversation.";
    public override string NotTold => "non communiqué";
    public override string ToldWho => "Par";
    public override string ToldWait => "Attente";
    public override string ToldPlace => "Place";
    public override string ToldAt => "Dit à";
    public override string Minutes(int from, int to) => from == 0 ? $"moins de {to} min" : from == to ? $"{to} min" : $"{from} à {to} min";
    public override string By(string time) => $"avant {time}";

    // Command palette and keys
    public override string PaletteLabel => "Aller à, ou faire…";
    public override string PaletteHint => "Nom, action, réglage…";
    public override string PaletteNone => "Rien ne correspond.";
    public override string GoTo => "Aller à";
    public override string Actions => "Actions";
    public override string Appearance => "Affichage";
    public override string ThemeLight => "Thème clair";
    public override string ThemeDark => "Thème sombre";
    public override string ThemeSystem => "Thème du système";
    public override string LanguageFr => "Français";
    public override string LanguageEn => "English";
    public override string SoundOn => "Activer le son";
    public override string SoundOff => "Couper le son";
    public override string NotifyOn => "Activer les notifications";
    public override string NotifyOff => "Désactiver les notifications";
    public override string NotifyDenied => "Le navigateur bloque les notifications de ce site.";
    public override string KeysTitle => "Raccourcis clavier";
    public override string KeyNext => "Conversation suivante, précédente";
    public override string KeyPalette => "Palette de commandes";
    public override string KeyKeys => "Tous les raccourcis";
    public override string KeySearch => "Rechercher";
    public override string KeyEscape => "Revenir, fermer";
    public override string KeySend => "Envoyer";
    public override string KeyNewLine => "Aller à la ligne";
    public override string KeyCanned => "Réponses prêtes";
    public override string KeyContext => "Afficher ou masquer le contexte";
    public override string KeysAll => "Tous les raccourcis";
    public override string WaitingReport => "Rapport d’attente";
    public override string KeyAccept => "Accepter ce qui sonne, ou prendre la conversation ouverte";
    public override string KeyDecline => "Décliner ce qui sonne";
    public override string AcceptWhom(string name) => $"Accepter {name}";
    public override string DeclineWhom(string name) => $"Décliner {name}";

    // Notices
    public override string Says(string name) => $"{name} a écrit";
    public override string NewForYou(string name) => $"{name} est à vous";
    public override string NewWaiting => "Quelqu’un attend";
    public override string OfferFrom(string name) => $"{name} vous attend";

    // The line
    public override string LineDown => "Pas de connexion. Ce que vous écrivez est gardé et partira dès son retour.";
    public override string LineConnecting => "Connexion en cours. Ce que vous écrivez est gardé.";
    public override string TryNow => "Essayer maintenant";
    public override string SignedOutTitle => "Vous êtes déconnecté";
    public override string SignedOutText => "Vos brouillons et vos messages en attente sont gardés dans ce navigateur.";
    public override string SignInAgain => "Se connecter";
    public override string OutdatedTitle => "Une nouvelle version est prête";
    public override string OutdatedText => "Rechargez la page pour continuer. Vos brouillons sont gardés.";
    public override string Reload => "Recharger";
    public override string NotDone => "Cela n’a pas abouti. Réessayez dans un instant.";

    // Refusals
    public override string RefusedUnknown => "Cette conversation n’existe plus.";
    public override string RefusedTopic => "Ce sujet n’existe plus.";
    public override string RefusedAgent => "Cette personne n’a plus de compte actif.";
    public override string RefusedAttachment => "Le fichier n’est plus disponible. Joignez-le de nouveau.";
    public override string RefusedEmpty => "Le message est vide.";
    public override string RefusedTooLong => "Le texte est trop long.";
    public override string RefusedText => "Le texte contient un caractère qui ne peut pas être enregistré.";
    public override string RefusedResolved => "La conversation est déjà résolue.";
    public override string RefusedNotWaiting => "Quelqu’un d’autre l’a déjà prise.";
    public override string RefusedNotAssigned => "Cette conversation est chez un ou une collègue.";
    public override string RefusedNotAllowed => "Votre rôle ne le permet pas.";
    public override string RefusedTooFast => "C’est un peu rapide. Réessayez dans un instant.";
    public override string RefusedOther => "Le serveur n’a pas pu l’accepter.";
    public override string RefusedOfferOver => "La conversation est allée à un ou une collègue.";
}
