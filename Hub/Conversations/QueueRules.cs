using SupportHub.Shared;
using static SupportHub.Shared.ConversationStatus;

namespace SupportHub.Conversations;

/// <summary>What happens to a conversation around the queue: it is offered, answered, told something, given back. Pure.</summary>
internal static class QueueRules
{
    public static Decision Decide(Conversation state, Command command, long nowMs) => command switch
    {
        Command.Assign assign when assign.ExpectedVersion != state.Version => RefusalCode.NotWaiting,
        Command.Assign assign => Join(state, assign.Agent, assign.Instead, nowMs),
        Command.Take take => Join(state, take.Agent, take.Instead, nowMs),
        Command.Offer offer => Rings(state, offer, nowMs),
        Command.Accept accept when state.Status != Waiting || state.OfferedTo != accept.Agent.Id => RefusalCode.OfferOver,
        Command.Accept accept => Join(state, accept.Agent, accept.Instead, nowMs),
        Command.Decline decline => Declines(state, decline, nowMs),
        Command.EndOffer end when state.Version != end.ExpectedVersion || state.OfferedTo != end.Agent.Id => RefusalCode.OfferOver,
        Command.EndOffer end => OfferEnds(state, end.By, end.Agent, end.Reason, remark: null, nowMs),
        Command.Tell tell => IsTold(state, tell),
        Command.GiveBack giveBack => GivesBack(state, giveBack, nowMs),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "Not a command of the queue."),
    };

    public static NewEntry Joined(Person agent) => new(EntryKind.Joined, Author.System, null, new EntryDetail { Agent = agent });

    public static Conversation AtAgent(Conversation state, Person agent, long nowMs) => state.NotWaiting() with
    {
        Status = Assigned,
        Version = state.Version + 1,
        AgentId = agent.Id,
        LastAgentId = agent.Id,
        AssignedAt = nowMs,
    };

    /// <summary>Back in the queue, at the place of the conversation's start.</summary>
    public static Conversation Requeued(Conversation state, long nowMs) => state.NotWaiting() with
    {
        Status = Waiting,
        Version = state.Version + 1,
        AgentId = null,
        AssignedAt = null,
        QueuedAt = state.StartedAt,
        WaitingSince = state.Channel == ChannelKind.Email ? null : nowMs,
    };

    /// <summary>What is recorded when a wait, an offer or an agent's turn ends.</summary>
    /// <param name="agent">Who answers now.</param>
    /// <param name="unanswered">How a wait ends where nobody does.</param>
    /// <param name="wrapUpSeconds">How long the place stays taken afterwards, unless the agent is ready sooner.</param>
    public static IReadOnlyList<Effect> Ended(Conversation state, long nowMs, long? agent, WaitEnding unanswered, int wrapUpSeconds = 0)
    {
        List<Effect> effects = [];
        // An answer by mail takes its time: what estimates the chat must not learn from it.
        if (state is { AgentId: { } had, AssignedAt: { } since, Channel: ChannelKind.Chat })
            effects.Add(new Effect.RecordHandleTime(state.Id, had, state.TopicId, (int)Math.Max(1, (nowMs - since) / 1000), wrapUpSeconds, nowMs));
        if (state.WaitingSince is { } waited)
            effects.Add(new Effect.RecordWait(state.Id, state.SiteId, state.TopicId, waited, nowMs, agent is null ? unanswered : WaitEnding.Answered, agent, state.ReservedId));
        if (state is { OfferedTo: { } asked, OfferedAt: { } at })
            effects.Add(new Effect.RecordOffer(state.Id, state.SiteId, state.TopicId, asked, at, nowMs, agent == asked ? OfferEnd.Accepted : OfferEnd.Withdrawn));
        return effects;
    }

    private static Decision Join(Conversation state, Person agent, Instead? instead, long nowMs)
    {
        if (state.Status != Waiting)
            return state.Status == Resolved ? RefusalCode.Resolved : RefusalCode.NotWaiting;
        var other = instead is not null && state.Expects == instead.Of && instead.Of != agent.Id ? instead.Told : null;
        var (answered, call) = CallRules.Begins(AtAgent(state, agent, nowMs), nowMs);
        return new Decision.Change(
            answered,
            other is null ? [Joined(agent)] : [Hold(other), Joined(agent)],
            [.. Ended(state, nowMs, agent.Id, WaitEnding.Left), .. call]);
    }

    private static Decision Rings(Conversation state, Command.Offer offer, long nowMs)
    {
        if (state.Status != Waiting || state.Version != offer.ExpectedVersion || state.OfferedTo is not null)
            return RefusalCode.NotWaiting;
        var ringing = state with { Version = state.Version + 1, OfferedTo = offer.Agent.Id, OfferedAt = nowMs, OfferUntil = offer.UntilMs };
        return new Decision.Change(ringing, new NewEntry(EntryKind.Offered, Author.System, null, new EntryDetail { Agent = offer.Agent }));
    }

    private static Decision Declines(Conversation state, Command.Decline decline, long nowMs)
    {
        if (state.OfferedTo != decline.Agent.Id)
            return RefusalCode.OfferOver;
        if (TextRules.CheckLines(decline.Remark) is { } wrong)
            return wrong;
        return OfferEnds(state, decline.By, decline.Agent, OfferEnd.Declined, decline.Remark, nowMs);
    }

    /// <summary>The next agent is asked; the customer keeps the place.</summary>
    private static Decision.Change OfferEnds(Conversation state, Author by, Person agent, string reason, string? remark, long nowMs)
    {
        var next = state with
        {
            Version = state.Version + 1,
            OfferedTo = null,
            OfferedAt = null,
            OfferUntil = null,
            Missed = string.Join(',', [.. state.MissedBy.Where(id => id != agent.Id), agent.Id]),
        };
        return new Decision.Change(
            next,
            [new NewEntry(EntryKind.OfferEnded, by, remark, new EntryDetail { Agent = agent, Reason = reason })],
            [new Effect.RecordOffer(state.Id, state.SiteId, state.TopicId, agent.Id, state.OfferedAt ?? nowMs, nowMs, reason)]);
    }

    private static Decision IsTold(Conversation state, Command.Tell tell)
    {
        if (state.Status != Waiting || state.Version != tell.ExpectedVersion)
            return RefusalCode.NotWaiting;
        var told = tell.Told;
        var next = told.Agent?.Id == state.ReservedId ? state : state with { Version = state.Version + 1, ReservedId = told.Agent?.Id };
        return new Decision.Change(next, [Hold(told)], [tell.Card]);
    }

    private static Decision GivesBack(Conversation state, Command.GiveBack giveBack, long nowMs)
    {
        if (state.Status != Assigned || state.AgentId != giveBack.From.Id)
            return RefusalCode.NotAssigned;
        return new Decision.Change(
            Requeued(state, nowMs) with { FrontSince = nowMs },
            [
                new NewEntry(EntryKind.Left, Author.System, null, new EntryDetail { Agent = giveBack.From, Reason = giveBack.Reason }),
                new NewEntry(EntryKind.Queued, Author.System, null, new EntryDetail { TopicId = state.TopicId, Reason = giveBack.Reason }),
            ],
            Ended(state, nowMs, null, WaitEnding.Left));
    }

    private static NewEntry Hold(Told told) => new(EntryKind.Hold, Author.System, told.Body, new EntryDetail
    {
        Hold = told.Kind, Agent = told.Agent, Place = told.Place, FromMinutes = told.FromMinutes, ToMinutes = told.ToMinutes,
    });
}

/// <summary>How an offer ended.</summary>
public static class OfferEnd
{
    public const string Accepted = "accepted";
    public const string Declined = "declined";

    /// <summary>It rang until its time was over.</summary>
    public const string Unanswered = "unanswered";

    /// <summary>The agent's connection is gone.</summary>
    public const string ConnectionLost = "connection-lost";

    /// <summary>The agent is not online any more.</summary>
    public const string Away = "away";

    /// <summary>Somebody else took the conversation, or the customer left.</summary>
    public const string Withdrawn = "withdrawn";
}
