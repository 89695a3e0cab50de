using SupportHub.Agents;
using SupportHub.Conversations;
using SupportHub.Routing.Holds;
using SupportHub.Routing.Settings;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Storage;

namespace SupportHub.Routing;

/// <summary>Tells everyone who waits what the last projection says: on the card, and on record where it is a word given.</summary>
public sealed class CardDesk(
    WaitingCards cards, Sayings sayings, RoutingDirectory routing, SiteDirectory sites, Channels channels, AgentDirectory agents, Database database, Node node)
{
    // After a start, agents' consoles need a moment to come back.
    private const long ComingBackMs = 10_000;

    private readonly Dictionary<long, CardState> _told = [];
    private readonly List<AnnouncedRange> _announced = [];
    private readonly HashSet<long> _gone = [];

    /// <summary>What somebody who has just asked is told, until the next round decides.</summary>
    public WaitingCard Preview(OpenConversation row, Wait wait, double level, long nowMs)
    {
        var card = CardRules.Card(null, wait, Announcements.Next(null, wait.Times, level, nowMs), Person, nowMs);
        var kind = CardRules.Next(null, card, null, row.State.FrontSince is not null, 0)!.Value.Kind;
        // Dated as the question, so that whatever a round decides is newer.
        return card with { ByPhone = IsCalled(row), Text = sayings.Say(kind, row, Values(row, null, card), nowMs), Said = kind, At = row.State.WaitingSince ?? nowMs };
    }

    /// <param name="level">The quantile that this site's calibration announces.</param>
    /// <returns>What goes on record.</returns>
    public Command.Tell? Tell(OpenConversation row, Wait wait, double level, long nowMs)
    {
        var before = Before(row);
        var range = Announcements.Next(before?.Range, wait.Times, level, nowMs);
        var card = CardRules.Card(before?.Card, wait, range, Person, nowMs) with { ByPhone = IsCalled(row), Alternatives = Alternatives(row, range, nowMs) };
        if (card.Agent is { } asked && asked.Id == row.State.OfferedTo)
            card = card with { Doing = AgentDoing.Asked };
        if (card.Doing == AgentDoing.NobodyHere && before is not null && nowMs - node.StartedAt < ComingBackMs)
            return null;
        if (Says(row, before, card, range, nowMs, out var onRecord) && range is not null && !range.SaysTheSame(before?.Range))
            _announced.Add(Announced(row, wait, card, range, level, nowMs));
        return onRecord;
    }

    /// <summary>
    /// Those whose topic is closed now wait as messages taken: they are told when it opens, and leave <paramref name="waiting"/>, so that no
    /// agent is kept from others by them.
    /// </summary>
    /// <returns>What goes on record.</returns>
    public List<Command.Tell> TellClosed(List<OpenConversation> waiting, long nowMs)
    {
        List<Command.Tell> told = [];
        HashSet<long> closed = [];
        foreach (var topic in waiting.GroupBy(c => (c.State.SiteId, c.State.TopicId, ByPhone: IsCalled(c))))
        {
            var hours = sites.ById(topic.Key.SiteId)?.Hours;
            if ((topic.Key.ByPhone ? hours?.Calling(topic.Key.TopicId, nowMs) : hours?.Reading(topic.Key.TopicId, nowMs))?.OpensAt is not { } opensAt)
                continue;
            foreach (var row in topic.Where(c => c.State.OfferedTo is null))
            {
                closed.Add(row.State.Id);
                var card = CardRules.Closed(opensAt, nowMs) with { ByPhone = topic.Key.ByPhone, Alternatives = Alternatives(row, null, nowMs) };
                if (Says(row, Before(row), card, null, nowMs, out var onRecord) && onRecord is not null)
                    told.Add(onRecord);
            }
        }
        waiting.RemoveAll(c => closed.Contains(c.State.Id));
        return told;
    }

    /// <summary>Forgets those who no longer wait.</summary>
    public void Keep(IReadOnlySet<long> waiting)
    {
        foreach (var gone in cards.Keep(waiting))
        {
            _told.Remove(gone);
            _gone.Add(gone);
        }
    }

    /// <summary>
    /// Writes what was told since the last time, unless it is written with its entry. What could not be written stays for the next.
    /// </summary>
    /// <param name="owed">Conversations of which something is not on record yet: nothing newer is kept of them before it.</param>
    public async Task Save(IReadOnlyCollection<long> owed)
    {
        List<(long, CardState)> told = [.. _told.Where(t => !owed.Contains(t.Key)).Select(t => (t.Key, t.Value))];
        if (told.Count + _gone.Count + _announced.Count == 0)
            return;
        await WaitingCardSql.Save(database, told, [.. _gone], _announced);
        foreach (var (conversation, _) in told)
            _told.Remove(conversation);
        _gone.Clear();
        _announced.Clear();
    }

    /// <returns>Whether there was anything to say.</returns>
    private bool Says(OpenConversation row, CardState? before, WaitingCard card, Announcement? range, long nowMs, out Command.Tell? onRecord)
    {
        onRecord = null;
        var id = row.State.Id;
        var cadenceMs = routing.Waiting(row.State.SiteId).CadenceSeconds * 1000L;
        if (CardRules.Next(before, card, range, row.State.FrontSince is not null, cadenceMs, row.State.CallBy) is not { } occasion)
            return false;
        var text = sayings.Say(occasion.Kind, row, Values(row, before, card), nowMs, card.OpensAt);
        var said = new CardState(card with { Text = text, Said = occasion.Kind }, range, row.State.WaitingSince);
        cards.Decide(id, said);
        _gone.Remove(id);
        _told.Remove(id);
        if (occasion.OnRecord)
            onRecord = new Command.Tell(
                new Told(occasion.Kind, text, card.Agent, card.Place, card.FromMinutes, card.ToMinutes), new Effect.KeepCard(id, SiteJson.Write(said), nowMs), row.State.Version);
        else
            _told[id] = said;
        return true;
    }

    private HoldValues Values(OpenConversation row, CardState? before, WaitingCard card)
    {
        var colleague = row.State.FrontSince is not null && before is null && row.State.LastAgentId is { } lost ? Person(lost)
            : (before?.Card.Agent ?? (row.State.CallBy is { } owner ? Person(owner) : null)) is { } named && named.Id != card.Agent?.Id ? named : null;
        return new HoldValues
        {
            Agent = card.Agent,
            Doing = card.Doing,
            Team = card.Team,
            Place = card.Place,
            FromMinutes = card.FromMinutes,
            ToMinutes = card.ToMinutes,
            Colleague = colleague,
            // Where nobody is here, nobody is still with another customer either.
            Reason = colleague is null ? null : sayings.WhyNot(colleague.Id, row.State) ?? (card.Doing == AgentDoing.NobodyHere ? null : HoldReason.Held),
        };
    }

    /// <summary>Other ways to a human, once the wait is longer than the site wants it.</summary>
    private IReadOnlyList<ChannelKind>? Alternatives(OpenConversation row, Announcement? range, long nowMs)
    {
        var settings = routing.Waiting(row.State.SiteId);
        var waitedMinutes = (nowMs - (row.State.WaitingSince ?? nowMs)) / 60_000.0;
        var due = range is null || waitedMinutes >= settings.AlternativesAfterMinutes || range.ToMinutes > settings.AlternativesOverMinutes;
        if (!due || sites.ById(row.State.SiteId) is not { } site)
            return null;
        List<ChannelKind> open = [.. Enum.GetValues<ChannelKind>().Where(kind => kind != ChannelKind.Chat && channels.Serves(kind, site)
            && site.Hours.Of(row.State.TopicId, kind) is { Offered: true } hours && (kind == ChannelKind.Email || hours.Opening.NextOpening(nowMs) == nowMs))];
        return open.Count == 0 ? null : open;
    }

    /// <summary>What was said in this wait. Who wants to be called instead of answered is told anew.</summary>
    private CardState? Before(OpenConversation row) =>
        cards.State(row.State.Id) is { } said && said.Wait == row.State.WaitingSince && said.Card.ByPhone == IsCalled(row) ? said : null;

    private static bool IsCalled(OpenConversation row) => row.State.Channel == ChannelKind.Phone;

    private static AnnouncedRange Announced(OpenConversation row, Wait wait, WaitingCard card, Announcement range, double level, long nowMs) => new()
    {
        ConversationId = row.State.Id,
        SiteId = row.State.SiteId,
        TopicId = row.State.TopicId,
        At = nowMs,
        Place = card.Place,
        AgentId = card.Agent?.Id,
        EarlyMs = (long)(wait.Times!.Quantile(0.1) * 1000),
        MiddleMs = (long)(wait.Times.Median * 1000),
        LateMs = (long)(wait.Times.Quantile(level) * 1000),
        FromMinutes = range.FromMinutes,
        ToMinutes = range.ToMinutes,
    };

    private Person? Person(long agent) => agents.Find(agent)?.ToPerson();
}
