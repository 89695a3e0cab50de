namespace SupportHub.Storage;

/// <summary>One row of the journal's table.</summary>
public sealed record EntryRow
{
    public long ConversationId { get; init; }
    public int Seq { get; init; }
    public short Kind { get; init; }
    public short Author { get; init; }
    public long? AgentId { get; init; }
    public long? Session { get; init; }
    public int? Number { get; init; }
    public string? Body { get; init; }
    public string? Detail { get; init; }
    public long At { get; init; }
}
