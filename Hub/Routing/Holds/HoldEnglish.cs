using SupportHub.Shared;

namespace SupportHub.Routing.Holds;

internal class HoldEnglish : HoldLanguage
{
    protected const string Where = "You are {place} in line, and it should take {range}. | You are {place} in line. | It should take {range}.";

    public override string Tag => "en";

    protected override string She => "she";
    protected override string He => "he";
    protected override string Or => "or";
    protected override string To => "to";
    protected override string About => "about";
    protected override string Under => "under";

    public override string Ordinal(int place) => place + (place % 100 is >= 11 and <= 13 ? "th" : (place % 10) switch
    {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    });

    public override string? Doing(AgentDoing doing, Pronoun? whose) => doing switch
    {
        AgentDoing.WithAnother => "is talking with another customer",
        AgentDoing.Finishing => "is finishing with another customer",
        AgentDoing.WrappingUp => whose switch
        {
            Shared.Pronoun.She => "is finishing her notes",
            Shared.Pronoun.He => "is finishing his notes",
            _ => "is finishing the notes",
        },
        _ => null,
    };

    protected override string Because(HoldReason reason) => reason switch
    {
        HoldReason.Away => "had to step away",
        HoldReason.Leaving => "is ending the day",
        HoldReason.ConnectionLost => "lost the connection",
        HoldReason.NotHere => "is not here at the moment",
        HoldReason.NotFree => "is not free at the moment",
        HoldReason.Held => "is still with another customer",
        _ => "is free sooner",
    };

    protected override IReadOnlyList<string> Sentences(HoldKind kind) => kind switch
    {
        HoldKind.First =>
        [
            "{agent} will answer you, or a colleague if one is free sooner. | Someone will answer you as soon as possible.",
            "{Pronoun} {doing}.",
            Where,
        ],
        HoldKind.Refresh =>
        [
            "Still {agent}, still {range}. | Still {agent}. | Still {range}.",
            "Thank you for your patience.",
        ],
        HoldKind.Renamed =>
        [
            "It will now be {agent} who answers you: {reason}. | It will now be {agent} who answers you. | It will be someone else who answers you: {reason}. | It will be someone else who answers you.",
            "You keep your place.",
            "It should take {range}.",
        ],
        HoldKind.Longer =>
        [
            "This takes longer than we said, and we are sorry.",
            "It should now take {range}.",
            "It is still {agent} who will answer you.",
        ],
        HoldKind.AnsweredByOther =>
        [
            "{agent} answers you in place of {colleague}: {reason}. | {agent} answers you in place of {colleague}. | {agent} answers you. | A colleague answers you.",
        ],
        HoldKind.AgentLost =>
        [
            "{colleague} lost the connection; {agent} takes over. | {agent} takes over. | {colleague} lost the connection: you are now at the front of the line, and someone takes over as soon as possible. | The connection to the person who was answering you is gone: you are now at the front of the line.",
            "Nothing you wrote is lost.",
        ],
        HoldKind.Nobody =>
        [
            "{Reason}, and nobody else is here right now. | Nobody is here right now.",
            "We are back {opens}.",
            "Your message is safe: the answer will be waiting for you here.",
        ],
        HoldKind.Closed =>
        [
            "We are closed at the moment.",
            "We open again {opens}.",
            "Your message is safe: the answer will be waiting for you here.",
        ],
        HoldKind.Team =>
        [
            "{Team} will answer you about “{topic}”. | {Team} will answer you. | Someone will answer you as soon as possible.",
            Where,
        ],
        HoldKind.Finishing =>
        [
            "{agent} is finishing with another customer and answers you right after. | One moment more: someone is on the way.",
            "It should take {range}.",
        ],
        HoldKind.WrappingUp =>
        [
            "{agent} {doing} and answers you right after. | {agent} answers you in a moment. | One moment more: someone is on the way.",
            "It should take {range}.",
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
