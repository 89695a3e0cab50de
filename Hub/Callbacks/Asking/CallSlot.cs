namespace SupportHub.Callbacks.Asking;

/// <summary>A time for a conversation. Instants are Unix milliseconds.</summary>
/// <param name="AgentId">To whom it belongs; absent: to whoever is free then.</param>
public sealed record CallSlot(long SiteId, long ConversationId, long StartsAt, long EndsAt, long? AgentId = null);
