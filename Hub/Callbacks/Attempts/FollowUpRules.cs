using SupportHub.Callbacks.Twilio;

namespace SupportHub.Callbacks.Attempts;

/// <summary>What comes after an attempt, so that nobody who asked to be called is forgotten. Pure.</summary>
public static class FollowUpRules
{
    /// <param name="ended">How it ended.</param>
    /// <param name="count">The attempts of this callback, with this one.</param>
    /// <param name="nowMs">Unix milliseconds.</param>
    /// <param name="nextOpen">The first instant at which calls may be made, at or after the given one; null: none is known. Both Unix milliseconds.</param>
    public static NextStep After(AttemptEnd ended, AttemptCount count, RetryPlan plan, long nowMs, Func<long, long?> nextOpen) => ended.Outcome switch
    {
        // Of one that may have been a talk nobody is called again by a machine: the agent is told, and decides.
        AttemptOutcome.Reached or AttemptOutcome.Cancelled or AttemptOutcome.Unknown => new NextStep.Nothing(),
        AttemptOutcome.AgentMissed or AttemptOutcome.AgentDeclined => new NextStep.NextAgent(),
        AttemptOutcome.NoAnswer or AttemptOutcome.Busy or AttemptOutcome.Voicemail => NotReached(count.Customer, plan, nowMs, nextOpen),
        _ => Failed(ended, count.Failed, plan, nowMs, nextOpen),
    };

    private static NextStep NotReached(int tries, RetryPlan plan, long nowMs, Func<long, long?> nextOpen) => tries >= plan.Tries
        ? new NextStep.Write(WriteReason.NotReached)
        : At(nowMs + Pause(plan, tries), WriteReason.NotReached, nextOpen);

    private static NextStep Failed(AttemptEnd ended, int failures, RetryPlan plan, long nowMs, Func<long, long?> nextOpen) => ended switch
    {
        // The customer's number was dialled and could not be connected: again would be the same.
        { CustomerDialled: true } => new NextStep.Write(WriteReason.NumberFails),
        // The order was about the agent's phone.
        { Trouble: LineTrouble.NumberInvalid or LineTrouble.Unreachable or LineTrouble.TrialUnverified or LineTrouble.Blocked } => new NextStep.NextAgent(),
        { Trouble: LineTrouble.SignIn or LineTrouble.AccountClosed or LineTrouble.CallerNotVerified or LineTrouble.CountryNotEnabled or LineTrouble.AddressInvalid or LineTrouble.NotFound or LineTrouble.DayLimit or LineTrouble.NotConnected } =>
            new NextStep.Write(WriteReason.SetUpWrong),
        _ when failures > plan.FailuresInARow => new NextStep.Write(WriteReason.NetworkAway),
        _ => At(nowMs + (long)LeftAlone.For(ended.RetryAfter, plan.AfterFailure, plan.LongestPause).TotalMilliseconds, WriteReason.NetworkAway, nextOpen),
    };

    private static NextStep At(long wantedMs, WriteReason otherwise, Func<long, long?> nextOpen) =>
        nextOpen(wantedMs) is { } open ? new NextStep.TryAgain(Math.Max(open, wantedMs)) : new NextStep.Write(otherwise);

    /// <summary>The last pause counts for all tries beyond the list.</summary>
    private static long Pause(RetryPlan plan, int tries) => plan.Pauses.Count == 0 ? 0 : (long)plan.Pauses[Math.Clamp(tries - 1, 0, plan.Pauses.Count - 1)].TotalMilliseconds;
}
