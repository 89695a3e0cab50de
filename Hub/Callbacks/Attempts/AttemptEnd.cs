using SupportHub.Callbacks.Twilio;

namespace SupportHub.Callbacks.Attempts;

/// <param name="Trouble">Why the order was refused, where it was.</param>
/// <param name="CustomerDialled">It came as far as the customer's number.</param>
/// <param name="RetryAfter">How long the network wants to be left alone.</param>
public sealed record AttemptEnd(AttemptOutcome Outcome, LineTrouble? Trouble = null, bool CustomerDialled = false, TimeSpan? RetryAfter = null)
{
    public static AttemptEnd Of(Attempt attempt) =>
        new(attempt.Outcome ?? throw new ArgumentException("The attempt has not ended."), attempt.Trouble, attempt.Customer > LegStatus.Unheard, attempt.RetryAfter);
}

/// <param name="Customer">How often the customer's phone rang: tries that ended before, at an agent or in the network, are not the customer's.</param>
/// <param name="Failed">How often in a row it failed before that.</param>
public sealed record AttemptCount(int Customer, int Failed);
