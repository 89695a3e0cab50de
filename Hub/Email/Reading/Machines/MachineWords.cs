namespace SupportHub.Email.Reading.Machines;

/// <summary>What machines write, in lower case. Looked for as they stand.</summary>
internal static class MachineWords
{
    /// <summary>Who brings mail back. The part before the @, or the display name.</summary>
    public static readonly string[] Daemons =
        ["mailer-daemon", "mailerdaemon", "mail-daemon", "maildaemon", "mdaemon", "mailer_daemon", "mail delivery system", "mail delivery subsystem", "mail delivery service", "mail.delivery.system", "mail delivery"];

    /// <summary>People write from these too: the words must say the rest.</summary>
    public static readonly string[] Administrators =
        ["postmaster", "system administrator", "mail administrator", "mailadmin", "smtp", "mail server", "mailserver", "mail system", "microsoft outlook", "e-mail system", "mail gateway", "mailgate", "systemadministrator", "administrateur système", "systemadmin", "email delivery", "mta@", "bounce"];

    /// <summary>Subjects of mails that came back.</summary>
    public static readonly string[] BounceSubjects =
    [
        "undeliver", "failure notice", "returned mail", "mail returned", "returned to sender", "returning to sender", "returning message to sender", "delivery failure", "delivery failed", "failed delivery", "delivery status notification",
        "mail delivery fail", "delivery report", "non-delivery", "nondeliver", "not deliver", "could not be delivered", "couldn't be delivered", "delivery problem", "delivery error", "delivery has failed", "mail system error", "delivery warning",
        "delivery delayed", "delayed mail", "not yet been delivered", "delivery delay", "message delayed", "rejected mail", "mail rejected", "message rejected", "mail failed", "mail failure", "email failed", "email delivery failure", "bounce notification", "unable to deliver",
        "undelivered", "message status", "error during delivery", "delivery incomplete", "could not send", "permanent delivery failure", "mail could not", "failed mail", "delivery of", "bounced",
        "non remis", "non délivré", "non distribu", "échec de la remise", "echec de la remise", "échec de remise", "non livré", "échec de distribution", "remise impossible", "échec d'envoi", "impossible de remettre", "retour de courrier", "retardé",
        "unzustellbar", "nicht zustellbar", "nicht zugestellt", "zustellung fehlgeschlagen", "fehlgeschlagene zustellung", "zustellungsfehler", "zurückgesandt", "rücksendung", "zustellbericht", "übermittlungsfehler", "verzögert",
        "no se puede entregar", "no entregado", "error de entrega", "devuelto", "correo devuelto", "no se pudo entregar", "error en la entrega",
        "mancata consegna", "recapito non riuscito", "non recapitabile", "messaggio non consegnato", "errore di consegna", "non recapitat",
        "onbestelbaar", "niet bezorgd", "niet afgeleverd", "aflevering mislukt", "bezorging mislukt", "não entregue", "não foi possível entregar", "falha na entrega", "devolvid", "não entregável",
        "kan ikke leveres", "ikke leveret", "ikke levert", "kunne ikke leveres", "leveringsfejl", "går inte att leverera", "kunde inte levereras", "olevererbar", "oleverer", "ej levererat",
        "niedostarczon", "nie można dostarczyć", "zwrot wiadomości", "niedoręczon", "nedoručiteln", "nedoručen", "nelze doručit", "vrácená zpráva", "ei voitu toimittaa", "toimittamaton", "toimitus epäonnistui",
        "не доставлен", "недоставлен", "невозможно доставить", "ошибка доставки", "не удалось доставить", "配信不能", "配信できません", "送信できません", "エラーメール", "返送", "未送达", "退信", "无法投递", "投递失败", "無法傳送", "无法送达", "系统退信", "배달되지", "전송 실패", "반송", "배달 실패",
    ];

    /// <summary>What the report itself says.</summary>
    public static readonly string[] BounceTexts =
    [
        "could not be delivered", "couldn't be delivered", "can not be delivered", "cannot be delivered", "was not delivered", "not been delivered", "not delivered to", "unable to deliver", "wasn't able to deliver", "was not able to deliver", "were unable to deliver",
        "delivery to the following", "delevery to the following", "delivery failed", "delivery has failed", "failed permanently", "did not reach", "undeliverable", "undelivered", "failed recipient", "failed addresses", "following address(es) failed", "following addresses", "following recipients",
        "was automatically rejected", "your message was rejected", "mail rejected", "email was rejected", "you sent was rejected", "was rejected by", "the reason for the problem", "delivery failure", "delivery problems", "has been delayed", "has not yet been delivered", "has been postponed", "no valid recipients",
        "fatal delivery errors", "did not receive", "not receive your message", "no longer in use", "no longer valid", "problem with the e-mail address", "no such user", "user unknown", "unknown user", "unknown recipient", "recipient unknown", "mailbox unavailable", "mailbox not found", "mailbox is full", "mailbox full", "quota exceeded", "exceeded quota",
        "over quota", "address rejected", "user not found", "invalid recipient", "invalid final delivery userid", "an error was detected while processing", "error occurred while trying to deliver", "returned mail", "returned message", "this message has been undeliverable", "deliver your message", "does not exist", "final-recipient:", "is not hbc e-mail users", "e-mail users",
        "n'a pas pu etre delivre", "n'a pas pu être délivré", "n'a pas pu être remis", "n'a pas été remis", "n'a pas pu être distribué", "n'a pu être remis", "échec de la remise", "n'ont pas pu être remis", "n'est plus utilisée", "n'existe pas", "konnte nicht zugestellt", "konnte nicht an", "nicht zugestellt werden", "fehler bei der zustellung", "fehler bei der nachrichtenzustellung", "nicht zustellbar", "empfänger unbekannt", "konnte leider nicht",
        "no se ha podido entregar", "no se pudo entregar", "no pudo ser entregado", "no ha podido ser entregado", "error al entregar", "non è stato possibile recapitare", "non è stato recapitato", "impossibile recapitare", "non è stato consegnato", "recapito non riuscito", "niet worden bezorgd", "niet worden afgeleverd", "kon niet", "niet bezorgd", "não pôde ser entregue", "não foi entregue", "não foi possível entregar",
        "kunne ikke leveres", "blev ikke leveret", "ble ikke levert", "kunde inte levereras", "gick inte att leverera", "nie mogła zostać dostarczona", "nie można było dostarczyć", "nie została dostarczona", "nelze doručit", "nebyla doručena", "nemohla být doručena", "ei voitu toimittaa", "не доставлено", "не может быть доставлено", "не удалось доставить", "не было доставлено", "невозможно доставить",
        "配信できません", "配信でき", "届けられません", "送信できません", "無法傳送", "无法发送", "无法投递", "投递失败", "无法送达", "邮件无法", "전송하지 못", "배달되지", "전송되지",
    ];

    /// <summary>It is still tried.</summary>
    public static readonly string[] Delays =
    [
        "not yet been delivered", "will be retried", "still being retried", "has been delayed", "been postponed", "delivery delayed", "delayed mail", "message delayed", "is delayed", "warning only", "just a warning", "advisory-only", "will continue to try", "will continue to attempt", "will keep trying", "continue trying", "delivery status notification (delay)",
        "no action is required on your part", "no longer than", "action: delayed", "delivery warning", "delivery attempts will continue", "être retenté", "nouvelles tentatives", "retardé", "verzögert", "weitere zustellversuche", "wird weiterhin versucht", "se ha retrasado", "se seguirá intentando", "è in ritardo", "verrà ritentat", "wordt opnieuw geprobeerd", "vertraagd", "atrasad", "försenad", "forsinket", "opóźnion", "zpožděn", "viivästy", "задерж", "遅延", "再送", "延迟", "延遲", "지연",
    ];

    /// <summary>Here begins the mail that came back: nothing below it is the report's.</summary>
    public static readonly string[] OriginalBelow =
    [
        "below this line is a copy", "this is a copy of the message", "original message follows", "original message ---", "original message headers", "original message -", "header of the original message", "message text follows", "returned mail ---", "returned message -", "start of returned message", "unsent message below", "attachment is a copy of the message",
        "text of your message", "your message reads", "the header and top", "first 50 lines of your original message", "lines of your original message", "summary of the undelivered message", "bounced e-mail:", "original mail", "message headers follow", "message header follows", "forwarded message ---", "included is a copy", "headers of the message", "contents of the message",
        "message d'origine", "ursprüngliche nachricht", "kopie der nachricht", "原邮件", "原信件", "元のメッセージ", "session transcript", "---- transcript of session follows", "附件中的内容",
    ];

    /// <summary>Whoever is named on such a line is to be asked, and has not refused anything.</summary>
    public static readonly string[] Contacts = ["contact", "please reply", "postmaster", "assistance", "support@", "help desk", "helpdesk", "kontakt", "contactez", "mail from", "return-path", "envelope-from", "from:", "sender:", "reply-to", "abuse@", "expanded from"];

    /// <summary>Subjects of absence notices: a weak sign, since anybody can write one. At the subject's beginning, with a colon or its end behind.</summary>
    public static readonly string[] AbsenceSubjects =
    [
        "automatic reply", "auto reply", "auto-reply", "autoreply", "auto response", "auto-response", "autoresponse", "autorespons", "automated reply", "automated response", "automatic response", "auto:", "out of office", "out of the office", "out-of-office", "vacation", "away from my mail", "on vacation", "ooo", "i am out of the office",
        "réponse automatique", "reponse automatique", "message d'absence", "absence du bureau", "absence", "réponse d'absence", "absent", "absent du bureau", "automatische antwort", "abwesenheitsnotiz", "abwesenheit", "abwesend", "automatische abwesenheitsnotiz", "abwesenheitsmeldung", "abwesenheitsagent", "respuesta automática", "respuesta automatica", "fuera de la oficina", "ausente", "risposta automatica", "fuori sede", "fuori ufficio", "assente",
        "automatisch antwoord", "automatische beantwoording", "afwezigheid", "afwezig", "niet op kantoor", "resposta automática", "resposta automatica", "ausência", "fora do escritório", "automatisk svar", "autosvar", "ikke på kontoret", "fraværende", "frånvaro", "autosvar", "inte på kontoret", "automatyczna odpowiedź", "odpowiedź automatyczna", "nieobecność", "poza biurem", "automatická odpověď", "mimo kancelář", "nepřítomnost",
        "automaattinen vastaus", "poissa", "автоматический ответ", "автоответ", "нет на работе", "отсутствие", "自動応答", "自動返信", "不在", "自动回复", "自動回覆", "外出", "자동 회신", "자동 응답", "부재중", "automatikus válasz", "otomatik yanıt", "răspuns automat",
    ];
}
