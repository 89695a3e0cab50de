using SupportHub.Agents;
using SupportHub.Conversations;
using SupportHub.Routing.Holds;
using SupportHub.Routing.Settings;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Sites.Hours;

namespace SupportHub.Routing;

/// <summary>What is said to a customer who waits: the site's words on an occasion, with what is known of the conversation.</summary>
public sealed class Sayings(RoutingDirectory routing, SiteDirectory sites, AgentDirectory agents, Presences presences, TimeProvider clock)
{
    /// <summary>Nobody loses a connection for so long.</summary>
    private const long LongGoneMs = 10 * 60_000;

    /// <param name="values">What belongs to the occasion; the conversation's own values are added.</param>
    /// <param name="opensAt">Where it is closed, Unix milliseconds.</param>
    public string Say(HoldKind kind, OpenConversation row, HoldValues values, long nowMs, long? opensAt = null)
    {
        var (state, site) = (row.State, sites.ById(row.State.SiteId));
        var known = values with
        {
            Customer = row.CustomerName,
            Site = site?.Name,
            Phone = site?.Phone,
            Topic = site?.Topics.FirstOrDefault(t => t.Id == state.TopicId)?.Title.GetValueOrDefault(state.Language),
            Opens = opensAt is { } at && site is not null ? OpeningWords.When(at, nowMs, site.Hours.Plan.TimeZone!, state.Language) : null,
        };
        return state.Channel == ChannelKind.Phone
            ? HoldTexts.SayOfCall(kind, state.Language, known)
            : routing.Holds(state.SiteId).Say(kind, state.TopicId, state.Language, known);
    }

    /// <summary>For when somebody else than the expected agent may answer. None where nobody in particular is expected.</summary>
    public Instead? Instead(OpenConversation row, Person answers)
    {
        if (row.State.Expects is not { } expected || expected == answers.Id || agents.Find(expected)?.ToPerson() is not { } colleague)
            return null;
        var lost = row.State is { ReservedId: null, FrontSince: not null };
        var kind = lost ? HoldKind.AgentLost : HoldKind.AnsweredByOther;
        var text = Say(kind, row, new HoldValues { Agent = answers, Colleague = colleague, Reason = WhyNot(expected, row.State) ?? HoldReason.Sooner }, clock.NowMs());
        return new Instead(expected, new Told(kind, text, answers));
    }

    /// <summary>Why an agent cannot answer now; null where nothing stands in the way.</summary>
    public HoldReason? WhyNot(long agent, Conversation state) => presences.Of(agent) switch
    {
        { Connected: false, SeenAt: var seen } when clock.NowMs() - seen > LongGoneMs => HoldReason.NotHere,
        { Connected: false } => HoldReason.ConnectionLost,
        { Chosen: Presence.Finishing or Presence.Offline } => HoldReason.Leaving,
        { Chosen: Presence.Away } => HoldReason.Away,
        _ when state.MissedBy.Contains(agent) => HoldReason.NotFree,
        _ => null,
    };
}
