using SupportHub.Agents;
using SupportHub.Conversations;
using SupportHub.Routing.Settings;
using SupportHub.Shared;

namespace SupportHub.Routing;

/// <summary>Gives conversations to agents: at once or by ringing, as the topic wants it; and ends what rings in vain.</summary>
public sealed partial class OfferDesk(
    QueueCommands commands, AgentDirectory agents, Presences presences, PresenceDesk presence, Sayings sayings, RoutingDirectory routing, ILogger<OfferDesk> log)
{
    public async Task Start(OpenConversation row, long agent, long nowMs)
    {
        if (agents.Find(agent)?.ToPerson() is not { } person)
            return;
        var topic = routing.Topic(row.State.TopicId);
        await Give(row, agent, topic.Mode == RoutingMode.Ring || row.State.Channel == ChannelKind.Phone
            ? new Command.Offer(person, nowMs + topic.OfferSeconds * 1000L, row.State.Version)
            : new Command.Assign(person, row.State.Version, sayings.Instead(row, person)));
    }

    /// <summary>Without ringing.</summary>
    public Task Assign(OpenConversation row, long agent) =>
        agents.Find(agent)?.ToPerson() is { } person ? Give(row, agent, new Command.Assign(person, row.State.Version)) : Task.CompletedTask;

    private async Task Give(OpenConversation row, long agent, Command command)
    {
        var outcome = await commands.Do(row, command);
        if (outcome.Refusal is { } refusal)
            Log.NotGiven(log, row.State.Id, refusal.Code);
        else
            presences.Assigned(agent, outcome.At);
    }

    /// <summary>Whether it rings and should not any more.</summary>
    public bool IsOver(OpenConversation row, long nowMs) => row.State.OfferedTo is not null && Over(row.State, nowMs) is not null;

    /// <summary>The next agent is asked; the customer keeps the place.</summary>
    public async Task End(OpenConversation row, long nowMs)
    {
        if (row.State.OfferedTo is not { } agent || Over(row.State, nowMs) is not { } reason || agents.Find(agent)?.ToPerson() is not { } person)
            return;
        var outcome = await commands.Do(row, new Command.EndOffer(person, reason, row.State.Version));
        if (outcome.Refusal is null && reason == OfferEnd.Unanswered)
            await presence.Missed(agent);
    }

    private string? Over(Conversation state, long nowMs)
    {
        var seat = presences.Of(state.OfferedTo!.Value);
        return nowMs >= state.OfferUntil ? OfferEnd.Unanswered
            : seat.Chosen != Presence.Online ? OfferEnd.Away
            : !seat.Connected && nowMs - seat.SeenAt >= (long)Dispatcher.GoneAfter.TotalMilliseconds ? OfferEnd.ConnectionLost
            : null;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Conversation {Conversation} was not given to an agent: {Code}")]
        public static partial void NotGiven(ILogger logger, long conversation, RefusalCode code);
    }
}
