namespace SupportHub.Callbacks.Twilio;

/// <summary>A sentence for each trouble that says to an administrator what to do.</summary>
internal static class LineWords
{
    public static string Say(LineRefusal refusal, bool french) => (refusal.Trouble, french) switch
    {
        (LineTrouble.SignIn, true) => "Twilio refuse l’identifiant du compte ou le jeton. Copiez-les de nouveau depuis la console de Twilio.",
        (LineTrouble.SignIn, false) => "Twilio refuses the account or the token. Please copy both again from Twilio’s console.",
        (LineTrouble.AccountClosed, true) => "Ce compte Twilio est suspendu ou n’a plus de crédit. La console de Twilio dit pourquoi.",
        (LineTrouble.AccountClosed, false) => "This Twilio account is suspended or out of credit. Twilio’s console says why.",
        (LineTrouble.CallerNotVerified, true) => "Le numéro à afficher n’appartient pas à ce compte Twilio. Achetez-le chez Twilio, ou vérifiez-le dans « Verified Caller IDs ».",
        (LineTrouble.CallerNotVerified, false) => "The number to be shown does not belong to this Twilio account. Buy it at Twilio, or verify it under “Verified Caller IDs”.",
        (LineTrouble.NumberInvalid, true) => "Ce numéro n’existe pas. Vérifiez le pays et les chiffres.",
        (LineTrouble.NumberInvalid, false) => "This number does not exist. Please check the country and the digits.",
        (LineTrouble.Unreachable, true) => "Le réseau ne sait pas joindre ce numéro. Essayez-en un autre.",
        (LineTrouble.Unreachable, false) => "The network cannot reach this number. Please try another one.",
        (LineTrouble.CountryNotEnabled, true) => "Ce compte Twilio n’a pas le droit d’appeler ce pays. Autorisez-le dans « Voice Geographic Permissions ».",
        (LineTrouble.CountryNotEnabled, false) => "This Twilio account may not call this country. Allow it under “Voice Geographic Permissions”.",
        (LineTrouble.TrialUnverified, true) => "Un compte d’essai n’appelle que les numéros vérifiés. Vérifiez ce numéro chez Twilio, ou passez à un compte payant.",
        (LineTrouble.TrialUnverified, false) => "A trial account calls verified numbers only. Verify this number at Twilio, or upgrade the account.",
        (LineTrouble.Blocked, true) => "Twilio bloque les appels vers ce numéro. Essayez-en un autre.",
        (LineTrouble.Blocked, false) => "Twilio blocks calls to this number. Please try another one.",
        (LineTrouble.TooFast, true) => "Trop d’appels à la fois pour ce compte Twilio. L’appel n’a pas été passé ; réessayez dans une minute.",
        (LineTrouble.TooFast, false) => "Too many calls at once for this Twilio account. The call was not placed; please try again in a minute.",
        (LineTrouble.AddressInvalid, true) => "Twilio ne peut pas joindre l’adresse de ce serveur. Vérifiez l’adresse publique dans les réglages.",
        (LineTrouble.AddressInvalid, false) => "Twilio cannot reach this server’s address. Please check the public address in the settings.",
        (LineTrouble.NotFound, true) => "Twilio ne connaît pas ce compte ou cet appel. Vérifiez l’identifiant du compte et la région.",
        (LineTrouble.NotFound, false) => "Twilio does not know this account or call. Please check the account’s SID and the region.",
        (LineTrouble.AlreadyOver, true) => "Cet appel est déjà terminé.",
        (LineTrouble.AlreadyOver, false) => "This call is already over.",
        (LineTrouble.NoConnection, true) => "Ce serveur n’arrive pas à joindre Twilio. A-t-il accès à Internet, et la région est-elle juste ?",
        (LineTrouble.NoConnection, false) => "This server does not reach Twilio. Has it access to the internet, and is the region right?",
        (LineTrouble.DayLimit, true) => "La limite de dépense du jour est atteinte. Relevez-la dans les réglages, ou attendez demain.",
        (LineTrouble.DayLimit, false) => "What calls may cost today is spent. Raise the limit in the settings, or wait until tomorrow.",
        (LineTrouble.NotConnected, true) => "Le téléphone de ce site est désactivé ou n’est plus relié. Un administrateur peut le relier dans les réglages.",
        (LineTrouble.NotConnected, false) => "This site’s telephone is turned off or no longer connected. An administrator can connect it in the settings.",
        (LineTrouble.ServiceAway, true) => "Twilio ne répond pas en ce moment. Réessayez dans quelques minutes.",
        (LineTrouble.ServiceAway, false) => "Twilio is not answering at the moment. Please try again in a few minutes.",
        (_, true) => refusal.Said is { Length: > 0 } said ? $"Twilio dit : « {said} »" : "Twilio a refusé, sans dire pourquoi.",
        (_, false) => refusal.Said is { Length: > 0 } said ? $"Twilio says: “{said}”" : "Twilio refused, and did not say why.",
    };
}
