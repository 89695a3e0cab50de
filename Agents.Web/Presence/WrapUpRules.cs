using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Presence;

/// <summary>How long an agent's places are still taken by what has ended. Pure; all instants by the server's clock.</summary>
public static class WrapUpRules
{
    /// <summary>Until the last of them is free; none where nothing is written up.</summary>
    public static long? Until(AgentStatus agent, long now) => agent.WrapUps is { Count: > 0 } ends && ends[^1] > now ? ends[^1] : null;

    /// <summary>Places in which another chat could begin.</summary>
    public static int FreePlaces(AgentStatus agent, long now) =>
        Math.Max(0, agent.Capacity - agent.Load - (agent.WrapUps?.Count(end => end > now) ?? 0));
}
