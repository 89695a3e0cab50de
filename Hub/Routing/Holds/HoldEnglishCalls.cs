using SupportHub.Shared;

namespace SupportHub.Routing.Holds;

/// <summary>English, to somebody who waits to be called.</summary>
internal sealed class HoldEnglishCalls : HoldEnglish
{
    protected override IReadOnlyList<string> Sentences(HoldKind kind) => kind switch
    {
        HoldKind.First =>
        [
            "{agent} will call you, or a colleague if one is free sooner. | Someone will call you as soon as possible.",
            "{Pronoun} {doing}.",
            Where,
        ],
        HoldKind.Renamed =>
        [
            "It will now be {agent} who calls you: {reason}. | It will now be {agent} who calls you. | It will be someone else who calls you: {reason}. | It will be someone else who calls you.",
            "You keep your place.",
            "It should take {range}.",
        ],
        HoldKind.Longer =>
        [
            "This takes longer than we said, and we are sorry.",
            "It should now take {range}.",
            "It is still {agent} who will call you.",
        ],
        HoldKind.AnsweredByOther =>
        [
            "{agent} calls you in place of {colleague}: {reason}. | {agent} calls you in place of {colleague}. | {agent} calls you. | A colleague calls you.",
        ],
        HoldKind.AgentLost =>
        [
            "{colleague} lost the connection; {agent} calls you. | {agent} calls you. | {colleague} lost the connection: you are now at the front of the line, and someone calls you as soon as possible. | You are now at the front of the line, and someone calls you as soon as possible.",
        ],
        HoldKind.Nobody =>
        [
            "{Reason}, and nobody else is here right now. | Nobody is here right now.",
            "We are back {opens}.",
            "Your place is kept: you will be called as soon as someone is here.",
        ],
        HoldKind.Closed =>
        [
            "We are closed at the moment.",
            "We open again {opens}.",
            "Your place is kept: you will be called then.",
        ],
        HoldKind.Team =>
        [
            "{Team} will call you about “{topic}”. | {Team} will call you. | Someone will call you as soon as possible.",
            Where,
        ],
        HoldKind.Finishing =>
        [
            "{agent} is finishing with another customer and calls you right after. | One moment more: someone calls you.",
            "It should take {range}.",
        ],
        HoldKind.WrappingUp =>
        [
            "{agent} {doing} and calls you right after. | {agent} calls you in a moment. | One moment more: someone calls you.",
            "It should take {range}.",
        ],
        _ => base.Sentences(kind),
    };
}
