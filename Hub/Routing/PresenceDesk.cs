using SupportHub.Shared;
using SupportHub.Storage;

namespace SupportHub.Routing;

/// <summary>What agents choose, and what they become by what they leave undone.</summary>
public sealed class PresenceDesk(Presences presences, Database database)
{
    private const int MissesBeforeAway = 2;

    public Task Choose(long agent, Presence presence) => Become(agent, presence, reason: null);

    /// <summary>An offer was answered: those let ring before count no more.</summary>
    public Task Answered(long agent) => PresenceSql.Answered(database, agent);

    /// <summary>An offer rang without an answer. After two in a row the agent is away, so that customers do not wait for an empty chair.</summary>
    public async Task Missed(long agent)
    {
        if (await PresenceSql.Missed(database, agent) >= MissesBeforeAway && presences.Of(agent).Chosen == Presence.Online)
            await Become(agent, Presence.Away, PresenceReason.MissedOffers);
    }

    /// <summary>The last chat of the shift ended.</summary>
    public Task Finished(long agent) => Become(agent, Presence.Offline, PresenceReason.Finished);

    private async Task Become(long agent, Presence presence, PresenceReason? reason)
    {
        await PresenceSql.Become(database, agent, presence, reason);
        presences.Become(agent, presence, reason);
    }
}
