namespace SupportHub.Callbacks.Voice;

/// <summary>What the agent hears before choosing.</summary>
/// <param name="Company">As the site is called.</param>
/// <param name="Customer">Null where no name was given.</param>
/// <param name="Topic">In the agent's language.</param>
/// <param name="Since">Either how long the customer has waited, or which hour was agreed.</param>
public sealed record AgentBriefing(string Company, string? Customer, string? Topic, CallSince Since);

/// <param name="Waited">For a call "as soon as possible".</param>
/// <param name="AgreedAt">In the agent's time zone, for a booked one. Neither: the agent calls again.</param>
public sealed record CallSince(TimeSpan? Waited, TimeOnly? AgreedAt)
{
    public static readonly CallSince Again = new(null, null);

    public static CallSince Asked(TimeSpan waited) => new(waited, null);

    public static CallSince Agreed(TimeOnly at) => new(null, at);
}
