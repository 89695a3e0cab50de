using SupportHub.Callbacks.Twilio;

namespace SupportHub.Callbacks.Attempts;

/// <summary>
/// How an attempt ended, once that is certain. Of an order of reports only those count that settle it: "the agent has hung up" alone says nothing, because word
/// of the customer may be on its way. Pure.
/// </summary>
public static class OutcomeRules
{
    /// <summary>After so many looks without finding it, a call was never dialled.</summary>
    public const int MostMisses = 4;

    public static AttemptOutcome? Of(Attempt attempt) =>
        attempt.Cancelled ? AttemptOutcome.Cancelled
        : OfCustomer(attempt) ?? OfAgent(attempt) ?? OfOrder(attempt) ?? OfSilence(attempt);

    private static AttemptOutcome? OfCustomer(Attempt attempt) => attempt.Customer switch
    {
        LegStatus.Completed => Answered(attempt),
        LegStatus.Busy => AttemptOutcome.Busy,
        LegStatus.NoAnswer => AttemptOutcome.NoAnswer,
        LegStatus.Failed => AttemptOutcome.Failed,
        LegStatus.Canceled => AttemptOutcome.AgentMissed,
        _ => null,
    };

    private static AttemptOutcome? OfAgent(Attempt attempt) => attempt switch
    {
        { Key: KeyPressed.Decline } => AttemptOutcome.AgentDeclined,
        { Key: KeyPressed.None } => AttemptOutcome.AgentMissed,
        { Agent: LegStatus.Busy or LegStatus.NoAnswer or LegStatus.Canceled } => AttemptOutcome.AgentMissed,
        { Agent: LegStatus.Failed } => AttemptOutcome.Failed,
        { Settled: true, Customer: LegStatus.Answered } => Answered(attempt),
        { Settled: true } => AttemptOutcome.AgentMissed,
        _ => null,
    };

    private static AttemptOutcome? OfOrder(Attempt attempt) => attempt switch
    {
        { Misses: >= MostMisses } => AttemptOutcome.Failed,
        { Order: OrderState.Refused } => AttemptOutcome.Failed,
        _ => null,
    };

    /// <summary>Who was heard to answer was reached; of anybody else nothing is certain, and above all not that nobody talked.</summary>
    private static AttemptOutcome? OfSilence(Attempt attempt) => !attempt.GivenUp ? null : attempt.Customer == LegStatus.Answered ? Answered(attempt) : AttemptOutcome.Unknown;

    private static AttemptOutcome Answered(Attempt attempt) => attempt.CustomerBy == AnsweredBy.Machine ? AttemptOutcome.Voicemail : AttemptOutcome.Reached;
}
