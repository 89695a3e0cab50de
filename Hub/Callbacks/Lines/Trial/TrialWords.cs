namespace SupportHub.Callbacks.Lines.Trial;

/// <summary>A sentence for each end of a test call that says to an administrator what to do.</summary>
internal static class TrialWords
{
    /// <param name="publicUrl">As it was tried.</param>
    /// <param name="refused">Why the network refused to dial.</param>
    public static string Say(TrialEnd end, string publicUrl, Twilio.LineRefusal? refused, bool french) => (end, french) switch
    {
        (TrialEnd.Refused, _) => Twilio.LineWords.Say(refused ?? new(Twilio.LineTrouble.Other), french),
        (TrialEnd.Busy, true) => "Le téléphone est occupé, ou l’appel a été refusé. La ligne fonctionne jusque-là\u00a0: réessayez et décrochez.",
        (TrialEnd.Busy, false) => "The phone is busy, or the call was declined. Up to there the line works: please try again and pick up.",
        (TrialEnd.NoAnswer, true) => "Personne n’a décroché. La ligne fonctionne jusque-là\u00a0: réessayez et décrochez.",
        (TrialEnd.NoAnswer, false) => "Nobody picked up. Up to there the line works: please try again and pick up.",
        (TrialEnd.NotConnected, true) => "Ce numéro n’a pas pu être joint. Vérifiez-le, ou essayez-en un autre.",
        (TrialEnd.NotConnected, false) => "This number could not be reached. Please check it, or try another one.",
        (TrialEnd.NeverAsked, true) => $"L’appel a été décroché, mais Twilio n’a jamais demandé à ce serveur quoi dire\u00a0: {publicUrl} n’est pas joignable depuis Internet. Vérifiez l’adresse publique, le nom de domaine, le pare-feu et le certificat.",
        (TrialEnd.NeverAsked, false) => $"The call was answered, but Twilio never asked this server what to say: {publicUrl} cannot be reached from the internet. Please check the public address, the domain name, the firewall and the certificate.",
        (TrialEnd.HungUp, true) => "L’appel a été raccroché avant la phrase de test. Réessayez et écoutez jusqu’au bout.",
        (TrialEnd.HungUp, false) => "The call was hung up before the test sentence. Please try again and listen until its end.",
        (TrialEnd.NeverReported, true) => $"L’appel est parti, mais rien de ce que Twilio rapporte n’est arrivé à {publicUrl}. Vérifiez que cette adresse est joignable depuis Internet et que rien devant ce serveur ne bloque les requêtes POST vers /api/calls/.",
        (TrialEnd.NeverReported, false) => $"The call went out, but nothing that Twilio reports arrived at {publicUrl}. Please check that this address can be reached from the internet, and that nothing in front of this server blocks POST requests to /api/calls/.",
        (TrialEnd.SignatureWrong, true) => "Twilio joint ce serveur, mais signe avec un autre jeton que celui qui est indiqué ici. Copiez de nouveau le jeton du compte (Auth Token) depuis la console de Twilio\u00a0; une clé d’API ne le remplace pas.",
        (TrialEnd.SignatureWrong, false) => "Twilio reaches this server, but signs with another token than the one given here. Please copy the account’s auth token again from Twilio’s console; an API key does not replace it.",
        (_, true) => "Rien ne dit ce qu’est devenu cet appel. Le journal des appels, dans la console de Twilio, le montre peut-être.",
        (_, false) => "Nothing says what became of this call. The call log in Twilio’s console may show it.",
    };
}
