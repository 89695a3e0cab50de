using SupportHub.Shared;

namespace SupportHub.Callbacks.Board;

/// <summary>One card as it is read, and how many there are of its stage.</summary>
public sealed record CallBoardRow
{
    public CallStage Stage { get; init; }
    public int Total { get; init; }
    public long ConversationId { get; init; }
    public long SiteId { get; init; }
    public long? TopicId { get; init; }
    public string? CustomerName { get; init; }
    public string Language { get; init; } = "";
    public string? TimeZone { get; init; }
    public long At { get; init; }
    public int Tries { get; init; }
    public long? AgentId { get; init; }
    public CallPhase? Phase { get; init; }
    public CallOutcome? Outcome { get; init; }
    public int? Seconds { get; init; }

    public CallCard ToCard() => new(ConversationId, SiteId, TopicId, CustomerName, Language, At, Tries, AgentId, TimeZone, Phase, Outcome, Seconds);
}
