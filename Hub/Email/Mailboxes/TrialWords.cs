using SupportHub.Shared;

namespace SupportHub.Email.Mailboxes;

/// <summary>A sentence for each trouble that says what to do.</summary>
internal static class TrialWords
{
    public static string Say(Trouble trouble, MailServer server, string said, bool french) => (trouble, french) switch
    {
        (Trouble.UnknownHost, true) => $"Aucun serveur ne s’appelle {server.Host}. Vérifiez le nom.",
        (Trouble.UnknownHost, false) => $"No server is called {server.Host}. Please check the name.",
        (Trouble.NobodyThere, true) => $"{server.Host} répond, mais rien n’écoute sur le port {server.Port}. Vérifiez le port.",
        (Trouble.NobodyThere, false) => $"{server.Host} answers, but nothing listens on port {server.Port}. Please check the port.",
        (Trouble.NoAnswer, true) => $"{server.Host} ne répond pas sur le port {server.Port}. Le nom et le port sont-ils justes, et un pare-feu laisse-t-il passer ?",
        (Trouble.NoAnswer, false) => $"{server.Host} does not answer on port {server.Port}. Are name and port right, and does a firewall let this through?",
        (Trouble.Certificate, true) => $"Le certificat de {server.Host} n’est pas valable pour ce nom, ou le port {server.Port} attend un autre chiffrement (TLS ou STARTTLS).",
        (Trouble.Certificate, false) => $"The certificate of {server.Host} is not valid for this name, or port {server.Port} expects the other kind of encryption (TLS or STARTTLS).",
        (Trouble.NoTls, true) => $"{server.Host} ne propose pas STARTTLS sur le port {server.Port}. Essayez TLS.",
        (Trouble.NoTls, false) => $"{server.Host} does not offer STARTTLS on port {server.Port}. Try TLS.",
        (Trouble.SignIn, true) => "Le serveur refuse l’identifiant ou le mot de passe. Certains fournisseurs demandent un mot de passe d’application.",
        (Trouble.SignIn, false) => "The server refuses the user name or the password. Some providers want an app password.",
        (Trouble.TokenRefused, true) => $"Le service de jetons refuse : « {said} ». Connectez-vous-y de nouveau et collez le nouveau jeton d’actualisation ; vérifiez aussi l’identifiant et le secret de l’application.",
        (Trouble.TokenRefused, false) => $"The token service refuses: “{said}”. Sign in there again and paste the new refresh token; check the application’s id and secret, too.",
        (Trouble.NoTokenService, true) => $"Le service de jetons ne répond pas comme il devrait : « {said} » Vérifiez son adresse.",
        (Trouble.NoTokenService, false) => $"The token service does not answer as one should: “{said}” Please check its address.",
        (Trouble.OtherProtocol, true) => $"Sur le port {server.Port}, {server.Host} parle un autre protocole. Vérifiez le port et le chiffrement.",
        (Trouble.OtherProtocol, false) => $"On port {server.Port}, {server.Host} speaks another protocol. Please check the port and the encryption.",
        (_, true) => $"Le serveur dit : « {said} »",
        (_, false) => $"The server says: “{said}”",
    };
}
