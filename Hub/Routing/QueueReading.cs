using SupportHub.Agents;
using SupportHub.Conversations;
using SupportHub.Routing.Settings;
using SupportHub.Shared;

namespace SupportHub.Routing;

/// <summary>From what is in memory to what the projection looks at.</summary>
public sealed class QueueReading(OpenConversations conversations, AgentDirectory agents, Presences presences, RoutingDirectory routing, Node node)
{
    // Before everybody else, whatever the topics' priorities.
    private const int Front = 1000;

    // Who lost the connection a moment ago is expected back, and keeps the customers who were promised.
    private const double BackInSeconds = 5;

    /// <param name="rows">Waiting and assigned.</param>
    /// <param name="waiting">Those of them that shall be answered now.</param>
    /// <param name="named">Who was named to a customer.</param>
    /// <param name="needs">For what somebody may ask next, besides what is asked for anyway.</param>
    public Queue Read(
        IReadOnlyList<OpenConversation> rows, IReadOnlyList<OpenConversation> waiting, Func<OpenConversation, long?> named, IReadOnlyDictionary<long, int> overtaken,
        IEnumerable<Need> needs, long nowMs)
    {
        List<Waiter> waiters = [.. waiting.Select(c => Waiter(c, named(c), overtaken.GetValueOrDefault(c.State.Id), nowMs))];
        return new Queue(
            waiters,
            Answerers(rows.Where(c => c.State.Channel == ChannelKind.Chat), nowMs))
        {
            Expected = Expected(needs.Concat(waiters.Select(w => new Need(w.Topic, w.Language))), nowMs),
        };
    }

    /// <summary>Mails that wait, to those who may take one: each agent with the mails that are owed.</summary>
    public IReadOnlyList<(long Conversation, long Agent)> Mails(IReadOnlyList<OpenConversation> rows, IEnumerable<OpenConversation> waiting, long nowMs) => MailTurns.Assign(
        [.. waiting.Select(c => new MailWaiter(c.State.Id, c.State.TopicId, Language(c.State.Language), c.State.AnswerBy, c.State.LastAgentId))],
        Answerers(rows.Where(c => c.State is { Channel: ChannelKind.Email, AnswerBy: not null }), nowMs));

    private IReadOnlyList<Answerer> Answerers(IEnumerable<OpenConversation> busyWith, long nowMs)
    {
        var running = busyWith.Where(c => c.State.AgentId is not null).ToLookup(c => c.State.AgentId!.Value, c => new Running(c.State.TopicId, Seconds(c.State.AssignedAt, nowMs)));
        return [.. agents.All.Where(a => a is { DisabledAt: null, Capacity: > 0 } && IsHere(presences.Of(a.Id), nowMs)).OrderBy(a => a.Id).Select(a => Answerer(a, running[a.Id]))];
    }

    /// <summary>Who came since this process began to watch, in the last half hour.</summary>
    private IReadOnlyList<Expected> Expected(IEnumerable<Need> needs, long nowMs)
    {
        var since = Math.Max(node.StartedAt, nowMs - (long)(ArrivalRates.WindowSeconds * 1000));
        var came = conversations.All.Where(c => c.State.StartedAt >= since).Select(c => new Need(c.State.TopicId, Language(c.State.Language)));
        return ArrivalRates.From(needs, came, (nowMs - since) / 1000.0);
    }

    public static string Language(string tag) => tag.Split('-')[0].ToLowerInvariant();

    private Waiter Waiter(OpenConversation row, long? named, int overtaken, long nowMs)
    {
        var (state, site) = (row.State, routing.Waiting(row.State.SiteId));
        return new Waiter(state.Id)
        {
            Topic = state.TopicId,
            Language = Language(state.Language),
            Priority = routing.Topic(state.TopicId).Priority + (state.FrontSince is null ? 0 : Front),
            WaitedSeconds = Seconds(state.QueuedAt, nowMs),
            Reserved = named,
            Knows = state.LastAgentId,
            ToleranceSeconds = site.ToleranceSeconds,
            Overtaken = overtaken,
            Missed = state.MissedBy,
            OfferedTo = state.OfferedTo,
            Strict = site.StrictOrder,
        };
    }

    private Answerer Answerer(AgentAccount account, IEnumerable<Running> running)
    {
        var (seat, skills) = (presences.Of(account.Id), routing.Skills(account.Id));
        return new Answerer(account.Id, account.Capacity)
        {
            Running = [.. running],
            Skills = skills.Levels,
            Languages = [.. skills.Languages.Select(Language)],
            TakesNew = seat.Chosen == Presence.Online,
            ArrivesInSeconds = seat.Connected ? 0 : BackInSeconds,
            LastAssignedAt = seat.LastAssignedAt,
        };
    }

    private static bool IsHere(Seat seat, long nowMs) =>
        seat.Chosen is Presence.Online or Presence.Finishing && (seat.Connected || nowMs - seat.SeenAt < (long)Dispatcher.GoneAfter.TotalMilliseconds);

    private static double Seconds(long? sinceMs, long nowMs) => Math.Max(0, nowMs - (sinceMs ?? nowMs)) / 1000.0;
}
