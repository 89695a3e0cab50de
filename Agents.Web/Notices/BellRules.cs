using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Notices;

public enum Ring
{
    Silent,

    /// <summary>A waiting conversation rings at this agent.</summary>
    Offer,

    /// <summary>A conversation became this agent's.</summary>
    NewForMe,

    /// <summary>A customer of this agent's wrote.</summary>
    Message,

    /// <summary>Somebody waits, and this agent is there.</summary>
    Waiting,
}

public static class BellRules
{
    public static Ring Decide(ConversationSummary? before, ConversationSummary now, long me, Shared.Presence presence)
    {
        if (now.Status == ConversationStatus.Assigned && now.AgentId == me)
        {
            // Who has just accepted it knows.
            if (before?.AgentId != me)
                return before?.OfferedTo == me ? Ring.Silent : Ring.NewForMe;
            return now.Unread > before.Unread && now.PreviewBy == AuthorKind.Visitor ? Ring.Message : Ring.Silent;
        }
        if (now.Status == ConversationStatus.Waiting && now.OfferedTo is { } asked)
            return asked == me && (before?.OfferedTo != me || before.OfferUntil != now.OfferUntil) ? Ring.Offer : Ring.Silent;
        var newlyWaiting = now.Status == ConversationStatus.Waiting && before?.Status != ConversationStatus.Waiting;
        return newlyWaiting && presence == Shared.Presence.Online ? Ring.Waiting : Ring.Silent;
    }
}
