using SupportHub.Agents;
using SupportHub.Conversations;
using SupportHub.Routing.Settings;
using SupportHub.Shared;

namespace SupportHub.Routing;

/// <summary>From what is in memory to what the projection looks at.</summary>
public sealed class QueueReading(AgentDirectory agents, Presences presences, RoutingDirectory routing, Callers callers, ArrivalRates arrivals)
{
    // Before everybody else, whatever the topics' priorities.
    private const int Front = 1000;

    // Who lost the connection a moment ago is expected back, and keeps the customers who were promised.
    private const double BackInSeconds = 5;

    /// <param name="rows">Waiting, assigned, and still written up.</param>
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
            Phones.Occupied(
                Answerers(rows, c => c.TakesPlaceOf(nowMs), a => a.Capacity, nowMs),
                rows.Where(c => c.State.Calling).Select(c => c.State.AgentId).OfType<long>().ToHashSet(),
                rows.Where(c => c.State.Channel == ChannelKind.Phone).Select(c => c.State.OfferedTo).OfType<long>().ToHashSet()))
        {
            Expected = arrivals.Expect(needs.Concat(waiters.Select(w => w.Need)), nowMs),
        };
    }

    /// <summary>Mails that go to a colleague, because their agent is not here to keep the promise.</summary>
    public IReadOnlyList<long> MailsBack(IReadOnlyList<OpenConversation> rows, Func<Conversation, long, long> openSince, long nowMs)
    {
        List<OpenConversation> owed = [.. rows.Where(c => c.State is { Status: ConversationStatus.Assigned, Channel: ChannelKind.Email, AnswerBy: not null, AgentId: not null })];
        return owed.Count == 0 ? [] : MailTurns.GoBack(
            [.. owed.Select(c => new MailOwed(c.State.Id, c.State.AgentId!.Value, c.State.TopicId, Language(c.State.Language), c.State.AnswerBy!.Value, AwayFor(c.State, openSince, nowMs)))],
            Owing(rows, nowMs), nowMs);
    }

    private long? AwayFor(Conversation state, Func<Conversation, long, long> openSince, long nowMs)
    {
        var seat = presences.Of(state.AgentId!.Value);
        // Offline with the console open: gone since when is not known.
        if (seat.Connected)
            return seat.Chosen == Presence.Offline ? 0 : null;
        var since = Math.Max(seat.SeenAt, state.AssignedAt ?? 0);
        return nowMs - since < (long)Dispatcher.GoneAfter.TotalMilliseconds ? null : openSince(state, since);
    }

    /// <summary>Mails that wait, to those who may take one: each agent with the mails that are owed.</summary>
    public IReadOnlyList<(long Conversation, long Agent)> Mails(IReadOnlyList<OpenConversation> rows, IEnumerable<OpenConversation> waiting, long nowMs) => MailTurns.Assign(
        [.. waiting.Select(c => new MailWaiter(c.State.Id, c.State.TopicId, Language(c.State.Language), c.State.AnswerBy, c.State.LastAgentId))],
        Owing(rows, nowMs));

    private IReadOnlyList<Answerer> Owing(IReadOnlyList<OpenConversation> rows, long nowMs) =>
        Answerers(rows.Where(c => c.State is { Channel: ChannelKind.Email, AnswerBy: not null }), c => c.AgentId, a => a.MailCapacity, nowMs);

    private IReadOnlyList<Answerer> Answerers(
        IEnumerable<OpenConversation> busyWith, Func<Conversation, long?> whose, Func<AgentAccount, int> capacity, long nowMs)
    {
        var running = busyWith.Where(c => whose(c.State) is not null).ToLookup(c => whose(c.State)!.Value, c => Running(c.State, nowMs));
        return
        [
            .. agents.All.Where(a => a.DisabledAt is null && capacity(a) > 0 && IsHere(presences.Of(a.Id), nowMs)).OrderBy(a => a.Id)
                .Select(a => Answerer(a, capacity(a), running[a.Id])),
        ];
    }

    /// <summary>Whether a conversation has anything to do with the queue: it waits, is answered, or is still written up.</summary>
    public static bool Counts(OpenConversation row, long nowMs) => row.State.Status != ConversationStatus.Resolved || row.State.WrapUpUntil > nowMs;

    public static string Language(string tag) => tag.Split('-')[0].ToLowerInvariant();

    public static Need NeedOf(Conversation state) => new(state.TopicId, Language(state.Language), state.Channel == ChannelKind.Phone);

    private static Running Running(Conversation state, long nowMs) =>
        new(state.TopicId, Seconds(state.AssignedAt, nowMs), state.AgentId is null ? (state.WrapUpUntil - nowMs) / 1000.0 : null);

    private Waiter Waiter(OpenConversation row, long? named, int overtaken, long nowMs)
    {
        var (state, site) = (row.State, routing.Waiting(row.State.SiteId));
        return new Waiter(state.Id)
        {
            Topic = state.TopicId,
            Language = Language(state.Language),
            ByPhone = state.Channel == ChannelKind.Phone,
            // A call that was agreed for now goes before everybody as well.
            Priority = routing.Topic(state.TopicId).Priority + (state is { FrontSince: null, CallAt: null } ? 0 : Front),
            WaitedSeconds = Seconds(state.CallAt ?? state.QueuedAt, nowMs),
            Reserved = named,
            Knows = state.CallBy ?? state.LastAgentId,
            Owner = state.CallBy,
            ToleranceSeconds = site.ToleranceSeconds,
            Overtaken = overtaken,
            Missed = state.MissedBy,
            OfferedTo = state.OfferedTo,
            Strict = site.StrictOrder,
        };
    }

    private Answerer Answerer(AgentAccount account, int capacity, IEnumerable<Running> running)
    {
        var seat = presences.Of(account.Id);
        return new Answerer(account.Id, capacity)
        {
            Running = [.. running],
            Skills = routing.Skills(account.Id),
            Calls = callers.Agents.Contains(account.Id),
            TakesNew = seat.Chosen == Presence.Online,
            ArrivesInSeconds = seat.Connected ? 0 : BackInSeconds,
            LastAssignedAt = seat.LastAssignedAt,
        };
    }

    private static bool IsHere(Seat seat, long nowMs) =>
        seat.Chosen is Presence.Online or Presence.Finishing && (seat.Connected || nowMs - seat.SeenAt < (long)Dispatcher.GoneAfter.TotalMilliseconds);

    private static double Seconds(long? sinceMs, long nowMs) => Math.Max(0, nowMs - (sinceMs ?? nowMs)) / 1000.0;
}
