using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Conversations;

/// <summary>Where a conversation stands, as this agent sees it: it decides what can be done.</summary>
public enum Standing
{
    Unknown,
    Mine,
    Waiting,
    Colleague,
    Resolved,
}

public static class Standings
{
    public static Standing Of(ConversationSummary? summary, long me) => summary?.Status switch
    {
        ConversationStatus.Waiting => Standing.Waiting,
        ConversationStatus.Resolved => Standing.Resolved,
        ConversationStatus.Assigned => summary.AgentId == me ? Standing.Mine : Standing.Colleague,
        _ => Standing.Unknown,
    };
}
