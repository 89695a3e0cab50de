namespace SupportHub.Email.Intake;

/// <summary>Why a mail waits for somebody to look at it, in words.</summary>
internal static class AsideWords
{
    public static string Say(AsideReason? reason, string language) => (reason, language == "fr") switch
    {
        (AsideReason.NotReadable, true) => "Ce message n’a pas pu être lu.",
        (AsideReason.NotReadable, false) => "This mail could not be read.",
        (AsideReason.TooLarge, true) => "Ce message est trop lourd.",
        (AsideReason.TooLarge, false) => "This mail is too large.",
        (AsideReason.NoSender, true) => "Ce message n’a pas d’expéditeur.",
        (AsideReason.NoSender, false) => "This mail has no sender.",
        (AsideReason.List, true) => "Ce message vient d’une liste de diffusion.",
        (AsideReason.List, false) => "This mail came through a mailing list.",
        (AsideReason.TooMany, true) => "Cet expéditeur a envoyé beaucoup de messages en peu de temps.",
        (AsideReason.TooMany, false) => "This sender sent very many mails in a short time.",
        (_, true) => "La lecture de ce message a échoué.",
        (_, false) => "Reading this mail failed.",
    };
}
