namespace SupportHub.Callbacks.Pages;

/// <summary>What the customer's page about a call says.</summary>
public sealed record CallPageWords
{
    private static readonly CallPageWords English = new()
    {
        Language = "en",
        Title = "{0} calls you",
        NotWanted = "A phone call",
        Ask = "Say where and when. The call comes from {0} and costs you nothing.",
        Planned = "We call you {0}, at the number that ends in {1}.",
        Next = "We call you at the number that ends in {0} as soon as it is your turn. You may close this page.",
        Now = "You are being called right now.",
        Who = "{0} or a colleague calls, from {1}.",
        Nobody = "The call comes from {0}.",
        Change = "Another time or number",
        Country = "Country",
        Number = "Your number",
        SameNumber = "Leave this empty to keep the number that ends in {0}.",
        When = "When? (time in {0})",
        Soon = "As soon as possible",
        Call = "Call me",
        Cancel = "No call, thank you",
        Cancelled = "You will not be called. If you change your mind, ask here again.",
        NoCalls = "You cannot be called about this right now. Please answer our mail instead: it reaches the same people.",
        OldTitle = "This page is not there any more",
        Old = "The link in our mail works for a month. Please answer that mail instead: it reaches the same people.",
        NeedNumber = "Please give the number at which we reach you.",
        NumberInvalid = "This number looks incomplete. Example: 06 12 34 56 78",
        NumberCountry = "Numbers of this country are not called from here. Another number works, or answer our mail.",
        NumberKind = "Numbers of this kind are not called. A mobile or a landline number works.",
        TimeTaken = "This time has just been taken. Please choose another one.",
        TooMany = "No more calls can be asked for today. Please answer our mail instead.",
        Rest = "Several requests in a row were refused. Please answer our mail, or try again in ten minutes.",
        Busy = "That did not work just now. Nothing is lost; please try again.",
    };

    private static readonly CallPageWords French = new()
    {
        Language = "fr",
        Title = "{0} vous appelle",
        NotWanted = "Un appel téléphonique",
        Ask = "Dites où et quand. L’appel viendra du {0}, sans frais pour vous.",
        Planned = "On vous appelle {0}, au numéro qui se termine par {1}.",
        Next = "On vous appelle au numéro qui se termine par {0} dès que c’est votre tour. Vous pouvez fermer cette page.",
        Now = "On vous appelle en ce moment même.",
        Who = "{0} ou un collègue vous appellera, du {1}.",
        Nobody = "L’appel viendra du {0}.",
        Change = "Une autre heure ou un autre numéro",
        Country = "Pays",
        Number = "Votre numéro",
        SameNumber = "Laissez vide pour garder le numéro qui se termine par {0}.",
        When = "Quand\u00a0? (heure de {0})",
        Soon = "Dès que possible",
        Call = "Appelez-moi",
        Cancel = "Pas d’appel, merci",
        Cancelled = "On ne vous appellera pas. Si vous changez d’avis, demandez-le de nouveau ici.",
        NoCalls = "On ne peut pas vous appeler à ce sujet en ce moment. Répondez plutôt à notre e-mail\u00a0: cela arrive aux mêmes personnes.",
        OldTitle = "Cette page n’existe plus",
        Old = "Le lien de notre e-mail est valable un mois. Répondez plutôt à cet e-mail\u00a0: cela arrive aux mêmes personnes.",
        NeedNumber = "Merci d’indiquer le numéro où vous joindre.",
        NumberInvalid = "Ce numéro semble incomplet. Exemple\u00a0: 06 12 34 56 78",
        NumberCountry = "On n’appelle pas les numéros de ce pays. Un autre numéro convient, ou répondez à notre e-mail.",
        NumberKind = "On n’appelle pas ce genre de numéro. Un mobile ou un fixe convient.",
        TimeTaken = "Cette heure vient d’être prise. Merci d’en choisir une autre.",
        TooMany = "On ne peut plus demander d’appel aujourd’hui. Répondez plutôt à notre e-mail.",
        Rest = "Plusieurs demandes de suite ont été refusées. Répondez à notre e-mail, ou réessayez dans dix minutes.",
        Busy = "Cela n’a pas marché à l’instant. Rien n’est perdu\u00a0; réessayez.",
    };

    public required string Language { get; init; }
    public required string Title { get; init; }
    public required string NotWanted { get; init; }
    public required string Ask { get; init; }
    public required string Planned { get; init; }
    public required string Next { get; init; }
    public required string Now { get; init; }
    public required string Who { get; init; }
    public required string Nobody { get; init; }
    public required string Change { get; init; }
    public required string Country { get; init; }
    public required string Number { get; init; }
    public required string SameNumber { get; init; }
    public required string When { get; init; }
    public required string Soon { get; init; }
    public required string Call { get; init; }
    public required string Cancel { get; init; }
    public required string Cancelled { get; init; }
    public required string NoCalls { get; init; }
    public required string OldTitle { get; init; }
    public required string Old { get; init; }
    public required string NeedNumber { get; init; }
    public required string NumberInvalid { get; init; }
    public required string NumberCountry { get; init; }
    public required string NumberKind { get; init; }
    public required string TimeTaken { get; init; }
    public required string TooMany { get; init; }
    public required string Rest { get; init; }
    public required string Busy { get; init; }

    public static CallPageWords In(string language) => language.Split('-')[0] == "fr" ? French : English;
}
