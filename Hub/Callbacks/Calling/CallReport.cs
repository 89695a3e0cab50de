using Dapper;
using SupportHub.Agents;
using SupportHub.Callbacks.Attempts;
using SupportHub.Callbacks.Twilio;
using SupportHub.Conversations;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Storage;

namespace SupportHub.Callbacks.Calling;

/// <summary>From an attempt that is over to what the conversation is told of it.</summary>
public sealed class CallReport(OpenConversations conversations, SiteDirectory sites, AgentDirectory agents, CallMail mail, TimeProvider clock)
{
    /// <returns>Null where it is not over, or the conversation cannot be read.</returns>
    public async Task<Command.CallEnded?> Ended(StoredAttempt attempt, RetryPlan retries)
    {
        var known = attempt.Known;
        if (known.Outcome is not { } outcome || await conversations.Get(attempt.ConversationId) is not { State: var state } || agents.Find(attempt.AgentId) is not { } agent)
            return null;
        var rang = known.Customer > LegStatus.Unheard && outcome is not (AttemptOutcome.AgentMissed or AttemptOutcome.Cancelled);
        var count = new AttemptCount(state.CallTries + (rang ? 1 : 0), state.CallFailures + (outcome == AttemptOutcome.Failed ? 1 : 0));
        var next = FollowUpRules.After(AttemptEnd.Of(known), count, retries, clock.NowMs(), at => NextOpening(state, at));
        return new Command.CallEnded(
            attempt.Number, agent.ToPerson(), OutcomeOf(outcome), outcome == AttemptOutcome.Reached ? known.TalkSeconds : null, rang,
            next switch
            {
                NextStep.NextAgent => AfterCall.NextAgent,
                NextStep.TryAgain => AfterCall.Again,
                NextStep.Write => AfterCall.Writes,
                _ => AfterCall.Stays,
            },
            next is NextStep.TryAgain again ? again.AtMs : null,
            known.Trouble is { } trouble ? LineWords.Say(new LineRefusal(trouble), agent.Language.StartsWith("fr", StringComparison.Ordinal)) : null,
            next is NextStep.Write or NextStep.TryAgain && rang ? await mail.AddressOf(state) : null);
    }

    public static CallPhase? PhaseOf(AttemptPhase phase) => phase switch
    {
        AttemptPhase.Dialling => CallPhase.Dialling,
        AttemptPhase.AgentRinging => CallPhase.AgentRinging,
        AttemptPhase.AgentAnswered => CallPhase.AgentAnswered,
        AttemptPhase.CustomerRinging => CallPhase.CustomerRinging,
        AttemptPhase.Talking => CallPhase.Talking,
        _ => null,
    };

    private long? NextOpening(Conversation state, long atMs) => sites.ById(state.SiteId)?.Hours.Of(state.TopicId, ChannelKind.Phone) is { Offered: true } hours
        ? hours.Opening.NextOpening(atMs)
        : null;

    private static CallOutcome OutcomeOf(AttemptOutcome outcome) => outcome switch
    {
        AttemptOutcome.Reached => CallOutcome.Reached,
        AttemptOutcome.NoAnswer => CallOutcome.NoAnswer,
        AttemptOutcome.Busy => CallOutcome.Busy,
        AttemptOutcome.Voicemail => CallOutcome.Voicemail,
        AttemptOutcome.AgentMissed or AttemptOutcome.AgentDeclined => CallOutcome.AgentMissed,
        AttemptOutcome.Cancelled => CallOutcome.Cancelled,
        AttemptOutcome.Unknown => CallOutcome.Unknown,
        _ => CallOutcome.Failed,
    };
}
