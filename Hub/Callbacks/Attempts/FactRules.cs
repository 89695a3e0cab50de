using SupportHub.Callbacks.Twilio;
using static SupportHub.Callbacks.Attempts.AttemptEvent;

namespace SupportHub.Callbacks.Attempts;

/// <summary>
/// What is known after something happened. Each fact only grows (the later of two statuses, the surer of two answers), so learning is idempotent and does not
/// depend on order. Pure.
/// </summary>
internal static class FactRules
{
    public static Attempt Learn(Attempt attempt, AttemptEvent happened) => happened switch
    {
        Begin => attempt is { Order: OrderState.Planned, Cancelled: false } ? attempt with { Order = OrderState.Placed } : attempt,
        Placed placed => Agent(attempt, placed.Sid, LegStatus.Unheard),
        Refused refused => Ordered(attempt, OrderState.Refused) with { Trouble = attempt.Trouble ?? refused.Trouble, RetryAfter = attempt.RetryAfter ?? refused.RetryAfter },
        Unclear => Ordered(attempt, OrderState.Unclear),
        AgentHeard heard => Agent(attempt, heard.Sid, heard.Status),
        CustomerHeard heard => Customer(attempt, heard),
        Pressed pressed => Keyed(Agent(attempt, pressed.Sid, LegStatus.Answered), pressed),
        Found found => Looked(attempt, found.Customer is { } customer ? Customer(Agent(attempt, found.Sid, found.Agent), customer) : Agent(attempt, found.Sid, found.Agent), found),
        NotFound when attempt.Phase == AttemptPhase.AgentGone => attempt with { Settled = true },
        NotFound when attempt.Order != OrderState.Planned => attempt with { Misses = Math.Min(attempt.Misses + 1, OutcomeRules.MostMisses) },
        GivenUp when attempt.Order != OrderState.Planned => attempt with { GivenUp = true },
        Due due => Waited(attempt, due.Timer),
        // Who has talked was called, whatever comes after.
        Cancel => attempt.Outcome is not null || attempt.Customer == LegStatus.Answered ? attempt : attempt with { Cancelled = true },
        _ => attempt,
    };

    /// <summary>Of whatever there is word, it was ordered, whoever forgot it: so it is never ordered again.</summary>
    private static Attempt Ordered(Attempt attempt, OrderState state) => attempt with { Order = Later(attempt.Order, state) };

    /// <summary>Another call than ours is not ours; <see cref="StepRules"/> ends it.</summary>
    private static Attempt Agent(Attempt attempt, string sid, LegStatus status) => attempt.AgentSid is { } known && known != sid
        ? attempt
        : Ordered(attempt, OrderState.Placed) with { AgentSid = sid, Agent = Later(attempt.Agent, status), Misses = Heard(attempt) };

    /// <summary>The first counts. The agent is asked once, so another is the same one again.</summary>
    private static Attempt Keyed(Attempt attempt, Pressed pressed) =>
        attempt.AgentSid == pressed.Sid && attempt.Key == KeyPressed.NotAsked ? attempt with { Key = pressed.Key } : attempt;

    private static Attempt Customer(Attempt attempt, CustomerHeard heard) => attempt.CustomerSid is { } known && heard.Sid is { } other && known != other
        ? attempt
        : Ordered(attempt, OrderState.Placed) with
        {
            CustomerSid = attempt.CustomerSid ?? heard.Sid,
            Customer = Later(attempt.Customer, heard.Status),
            CustomerBy = Later(attempt.CustomerBy, heard.By),
            TalkSeconds = Longer(attempt.TalkSeconds, heard.Seconds),
            Misses = Heard(attempt),
        };

    /// <summary>One that was given up stays given up: another may be under way in its place.</summary>
    private static int Heard(Attempt attempt) => attempt.Misses == OutcomeRules.MostMisses ? attempt.Misses : 0;

    /// <summary>Asked after the agent's leg was over, the network knows all that there is to know of the customer's: what it does not name was never dialled.</summary>
    private static Attempt Looked(Attempt before, Attempt after, Found found) =>
        before.Phase == AttemptPhase.AgentGone && found.Sid == before.AgentSid && found.Agent == LegStatus.Completed ? after with { Settled = true } : after;

    private static Attempt Waited(Attempt attempt, AttemptTimer timer) => attempt switch
    {
        // Whoever placed the order died before it could say what came of it.
        { Order: OrderState.Placed, AgentSid: null } when timer == AttemptTimer.Search => attempt with { Order = OrderState.Unclear },
        _ => attempt,
    };

    private static T Later<T>(T one, T other)
        where T : struct, Enum => Comparer<T>.Default.Compare(one, other) >= 0 ? one : other;

    private static int? Longer(int? one, int? other) => one is { } a && other is { } b ? Math.Max(a, b) : one ?? other;
}
