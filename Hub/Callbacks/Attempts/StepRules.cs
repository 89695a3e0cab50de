using SupportHub.Callbacks.Twilio;
using static SupportHub.Callbacks.Attempts.AttemptEvent;

namespace SupportHub.Callbacks.Attempts;

/// <summary>What a change asks for. Pure.</summary>
internal static class StepRules
{
    public static IEnumerable<AttemptStep> Between(Attempt before, Attempt after, AttemptEvent happened, AttemptLimits limits) =>
    [
        .. Placing(before, after, happened, limits),
        .. Searching(before, after, happened, limits),
        .. Ending(before, after, happened),
        .. Machine(before, after),
        .. Waiting(before, after, happened, limits),
        .. after.Outcome is { } outcome && outcome != before.Outcome ? [new AttemptStep.Close(outcome)] : Array.Empty<AttemptStep>(),
    ];

    /// <summary>The only place where a call is asked for, and an order that was placed is never "planned" again.</summary>
    private static IEnumerable<AttemptStep> Placing(Attempt before, Attempt after, AttemptEvent happened, AttemptLimits limits)
    {
        if (happened is not Begin || before.Order != OrderState.Planned || after.Order != OrderState.Placed)
            yield break;
        yield return new AttemptStep.Place();
        yield return new AttemptStep.Wake(AttemptTimer.Search, limits.OrderAnswers);
    }

    /// <summary>For a call of which no name is known, or of which nothing was heard for too long.</summary>
    private static IEnumerable<AttemptStep> Searching(Attempt before, Attempt after, AttemptEvent happened, AttemptLimits limits)
    {
        if (after.NeedsSearch)
        {
            if (!before.NeedsSearch || happened is Due { Timer: AttemptTimer.Search })
            {
                yield return new AttemptStep.Reconcile();
                yield return new AttemptStep.Wake(AttemptTimer.Search, limits.LooksTake);
            }
            else if (happened is NotFound)
                yield return new AttemptStep.Wake(AttemptTimer.Search, limits.SearchPauses[Math.Clamp(after.Misses - 1, 0, limits.SearchPauses.Count - 1)]);
            else if (happened is OutOfReach away)
                yield return new AttemptStep.Wake(AttemptTimer.Search, limits.AskedAgainIn(away.RetryAfter));
        }
        else if (after is { AgentSid: not null, Outcome: null } && (happened is Due { Timer: AttemptTimer.Quiet } || IsSettling(after, happened)))
            yield return new AttemptStep.Reconcile();
    }

    /// <summary>A word that was lost is asked for before it counts as never said: who has talked must not be called again.</summary>
    private static bool IsSettling(Attempt after, AttemptEvent happened) => after.Phase == AttemptPhase.AgentGone && happened is Due { Timer: AttemptTimer.Settle };

    /// <summary>Calls that nobody wants any more, and any that is not ours.</summary>
    private static IEnumerable<AttemptStep> Ending(Attempt before, Attempt after, AttemptEvent happened)
    {
        var (sid, status) = happened switch
        {
            // The answer to the order may come after the first report, and after whoever called off.
            Placed placed when placed.Sid != before.AgentSid => (placed.Sid, LegStatus.Initiated),
            AgentHeard heard => (heard.Sid, heard.Status),
            Found found => (found.Sid, found.Agent),
            Pressed pressed => (pressed.Sid, LegStatus.Answered),
            _ => (null, LegStatus.Unheard),
        };
        if (sid is not null && sid != after.AgentSid && status < LegStatus.Completed)
            yield return new AttemptStep.EndCall(sid);
        else if ((sid is not null || happened is Cancel) && after.RingsInVain is { } own)
            yield return new AttemptStep.EndCall(own);
        if (happened is CustomerHeard { Sid: { } other, Status: < LegStatus.Completed } && after.CustomerSid is { } customer && other != customer)
            yield return new AttemptStep.EndCall(other);
    }

    private static IEnumerable<AttemptStep> Machine(Attempt before, Attempt after) =>
        MachineListens(after) && !MachineListens(before) ? [new AttemptStep.LeaveWord(after.CustomerSid!)] : [];

    private static bool MachineListens(Attempt attempt) =>
        attempt is { CustomerBy: AnsweredBy.Machine, CustomerSid: not null, Customer: < LegStatus.Completed, Outcome: null };

    private static IEnumerable<AttemptStep> Waiting(Attempt before, Attempt after, AttemptEvent happened, AttemptLimits limits)
    {
        if (after.AgentSid is null || after.Outcome is not null)
            yield break;
        if (after.Phase == AttemptPhase.AgentGone && before.Phase != AttemptPhase.AgentGone)
            yield return new AttemptStep.Wake(AttemptTimer.Settle, limits.Settling);
        else if (IsSettling(after, happened))
            yield return new AttemptStep.Wake(AttemptTimer.Settle, limits.LooksTake);
        else if (happened is OutOfReach settling && after.Phase == AttemptPhase.AgentGone)
            yield return new AttemptStep.Wake(AttemptTimer.Settle, limits.AskedAgainIn(settling.RetryAfter));
        else if (before.Phase != after.Phase || happened is Due { Timer: AttemptTimer.Quiet })
            yield return new AttemptStep.Wake(AttemptTimer.Quiet, limits.ReportsLag + LastsFor(after.Phase, limits));
        else if (happened is NotFound or OutOfReach)
            yield return new AttemptStep.Wake(AttemptTimer.Quiet, limits.AskedAgainIn((happened as OutOfReach)?.RetryAfter));
    }

    private static TimeSpan LastsFor(AttemptPhase phase, AttemptLimits limits) => phase switch
    {
        AttemptPhase.AgentRinging => limits.AgentRings,
        // The briefing is said twice, then a key is waited for.
        AttemptPhase.AgentAnswered => TimeSpan.FromMinutes(1),
        AttemptPhase.Talking => limits.TalkLooks,
        _ => limits.CustomerRings,
    };
}
