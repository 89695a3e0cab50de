using SupportHub.Callbacks.Attempts;
using SupportHub.Callbacks.Twilio;
using static SupportHub.Callbacks.Attempts.AttemptEvent;

namespace SupportHub.Unit.Callbacks.Attempts;

/// <summary>What a network reports of a whole attempt, in the order in which it happens, after the order has gone out.</summary>
public sealed record History(string Name, AttemptOutcome Outcome, params AttemptEvent[] Events)
{
    public const string Agent = "CA1";
    public const string Customer = "CA2";

    public override string ToString() => Name;

    private static readonly AttemptEvent Placed = new Placed(Agent);
    private static readonly AttemptEvent[] AgentAnswers = [Placed, A(LegStatus.Initiated), A(LegStatus.Ringing), A(LegStatus.Answered)];
    private static readonly AttemptEvent[] Connects = [.. AgentAnswers, new Pressed(Agent, KeyPressed.Connect)];
    private static readonly AttemptEvent[] CustomerRings = [.. Connects, C(LegStatus.Initiated), C(LegStatus.Ringing)];
    private static readonly AttemptEvent AgentOver = A(LegStatus.Completed);

    public static IReadOnlyList<History> All { get; } =
    [
        new("reached", AttemptOutcome.Reached, [.. CustomerRings, C(LegStatus.Answered), C(LegStatus.Completed, 42), Dialled(LegStatus.Completed, 41), AgentOver]),
        new("reached, a human", AttemptOutcome.Reached, [.. CustomerRings, C(LegStatus.Answered), By(AnsweredBy.Human), C(LegStatus.Completed, 42), AgentOver]),
        new("reached, and the action's request was lost", AttemptOutcome.Reached, [.. CustomerRings, C(LegStatus.Answered), C(LegStatus.Completed, 42), AgentOver]),
        new("reached, and the customer's reports were lost", AttemptOutcome.Reached, [.. Connects, Dialled(LegStatus.Completed, 41), AgentOver]),
        new("voicemail", AttemptOutcome.Voicemail, [.. CustomerRings, C(LegStatus.Answered), By(AnsweredBy.Machine), C(LegStatus.Completed, 9), Dialled(LegStatus.Completed, 9), AgentOver]),
        new("busy", AttemptOutcome.Busy, [.. CustomerRings, C(LegStatus.Busy), Dialled(LegStatus.Busy), AgentOver]),
        new("no answer", AttemptOutcome.NoAnswer, [.. CustomerRings, C(LegStatus.NoAnswer), Dialled(LegStatus.NoAnswer), AgentOver]),
        new("the customer's number fails", AttemptOutcome.Failed, [.. Connects, C(LegStatus.Initiated), C(LegStatus.Failed), Dialled(LegStatus.Failed), AgentOver]),
        new("a dial that came to no call", AttemptOutcome.Failed, [.. Connects, new CustomerHeard(null, LegStatus.Failed), AgentOver]),
        new("the agent hangs up while it rings", AttemptOutcome.AgentMissed, [.. CustomerRings, C(LegStatus.Canceled), Dialled(LegStatus.Canceled), AgentOver]),
        new("the agent hangs up after the key", AttemptOutcome.AgentMissed, [.. Connects, AgentOver]),
        new("the agent hangs up before a key", AttemptOutcome.AgentMissed, [.. AgentAnswers, AgentOver]),
        new("no key", AttemptOutcome.AgentMissed, [.. AgentAnswers, new Pressed(Agent, KeyPressed.None), AgentOver]),
        new("declined", AttemptOutcome.AgentDeclined, [.. AgentAnswers, new Pressed(Agent, KeyPressed.Decline), AgentOver]),
        new("the agent does not answer", AttemptOutcome.AgentMissed, Placed, A(LegStatus.Initiated), A(LegStatus.Ringing), A(LegStatus.NoAnswer)),
        new("the agent is busy", AttemptOutcome.AgentMissed, Placed, A(LegStatus.Initiated), A(LegStatus.Ringing), A(LegStatus.Busy)),
        new("the agent's number fails", AttemptOutcome.Failed, Placed, A(LegStatus.Initiated), A(LegStatus.Failed)),
        new("refused", AttemptOutcome.Failed, new Refused(LineTrouble.TooFast)),
        new("unclear, and it rang", AttemptOutcome.AgentMissed, new Unclear(), A(LegStatus.Initiated), A(LegStatus.Ringing), A(LegStatus.NoAnswer)),
        new("unclear, and it was reached", AttemptOutcome.Reached, [new Unclear(), .. Connects[1..], C(LegStatus.Initiated), C(LegStatus.Answered), C(LegStatus.Completed, 42), AgentOver]),
        new("unclear, and found", AttemptOutcome.AgentMissed, new Unclear(), new Found(Agent, LegStatus.Ringing), A(LegStatus.Ringing), A(LegStatus.NoAnswer)),
        new("all reports lost, and found at the end", AttemptOutcome.Reached, Placed, new Found(Agent, LegStatus.Completed, new CustomerHeard(Customer, LegStatus.Completed, Seconds: 42))),
    ];

    public static AgentHeard A(LegStatus status) => new(Agent, status);

    public static CustomerHeard C(LegStatus status, int? seconds = null) => new(Customer, status, Seconds: seconds);

    private static CustomerHeard By(AnsweredBy by) => new(Customer, LegStatus.Unheard, by);

    private static CustomerHeard Dialled(LegStatus status, int? seconds = null) => new(Customer, status, Seconds: seconds);
}
