using SupportHub.Shared;

namespace SupportHub.Routing.Settings;

public sealed record SiteWaitingRow
{
    public long SiteId { get; init; }
    public int ToleranceSeconds { get; init; }
    public bool StrictOrder { get; init; }
    public int CadenceSeconds { get; init; }
    public int? AlternativesAfterMinutes { get; init; }
    public int? AlternativesOverMinutes { get; init; }
    public int ServiceLevelSeconds { get; init; }
    public int ServiceLevelPercent { get; init; }
    public int HandleMinutes { get; init; }
    public int WrapUpSeconds { get; init; }

    public SiteWaiting ToWaiting() => new(
        ToleranceSeconds, StrictOrder, CadenceSeconds, AlternativesAfterMinutes, AlternativesOverMinutes, ServiceLevelSeconds, ServiceLevelPercent, HandleMinutes,
        WrapUpSeconds);
}

public sealed record TopicRoutingRow
{
    public long TopicId { get; init; }
    public RoutingMode Mode { get; init; }
    public int OfferSeconds { get; init; }
    public int Priority { get; init; }

    public TopicRouting ToRouting() => new(TopicId, Mode, OfferSeconds, Priority);
}

public sealed record SkillRow
{
    public long AgentId { get; init; }
    public long TopicId { get; init; }
    public int Level { get; init; }
}

public sealed record LanguageRow
{
    public long AgentId { get; init; }
    public string Language { get; init; } = "";
}

public sealed record HoldRow
{
    public long SiteId { get; init; }
    public HoldKind Kind { get; init; }
    public long? TopicId { get; init; }
    public string Language { get; init; } = "";
    public string Body { get; init; } = "";

    public HoldMessage ToMessage() => new(Kind, TopicId, Language, Body);
}
