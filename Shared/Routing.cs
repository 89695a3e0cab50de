namespace SupportHub.Shared;

/// <summary>How a conversation reaches the agent whose turn it is.</summary>
public enum RoutingMode
{
    /// <summary>It is the agent's at once.</summary>
    AutoAssign,

    /// <summary>It rings, and the agent accepts or declines.</summary>
    Ring,
}

/// <summary>How one topic's conversations are given out.</summary>
/// <param name="OfferSeconds">How long an offer rings before the next agent is asked, 5 to 120.</param>
/// <param name="Priority">0 is ordinary; whoever waits with a higher one is answered first, up to 9.</param>
public sealed record TopicRouting(long TopicId, RoutingMode Mode, int OfferSeconds, int Priority);

/// <summary>How a site lets its customers wait.</summary>
/// <param name="ToleranceSeconds">How much longer a customer may wait for the agent who knows them, 0 to 3600.</param>
/// <param name="StrictOrder">Nobody is ever overtaken within a priority; a name is then told only when that agent is about to be free.</param>
/// <param name="CadenceSeconds">How often a waiting customer hears from us though nothing changed, 20 to 600.</param>
/// <param name="AlternativesAfterMinutes">Other ways (e-mail, callback) are offered after so long a wait, 1 to 240; absent: never.</param>
/// <param name="AlternativesOverMinutes">…and as soon as the announced range ends later than this, 1 to 240; absent: never.</param>
/// <param name="ServiceLevelSeconds">Answered within so many seconds counts as in time, 5 to 3600.</param>
/// <param name="ServiceLevelPercent">The share that shall be in time, 1 to 100.</param>
/// <param name="HandleMinutes">How long a conversation takes on average, until enough of them were observed, 1 to 240.</param>
/// <param name="WrapUpSeconds">How long the agent's place stays taken after the end, to write it up, 0 (none) to 600.</param>
public sealed record SiteWaiting(
    int ToleranceSeconds,
    bool StrictOrder,
    int CadenceSeconds,
    int? AlternativesAfterMinutes,
    int? AlternativesOverMinutes,
    int ServiceLevelSeconds,
    int ServiceLevelPercent,
    int HandleMinutes,
    int WrapUpSeconds = 0);

/// <param name="Topics">Those that are not archived, in the site's order. A topic that is left out of a write stays as it is.</param>
public sealed record SiteRouting(SiteWaiting Waiting, IReadOnlyList<TopicRouting> Topics);

/// <summary>What an agent answers.</summary>
/// <param name="Skills">Empty: every topic of every site.</param>
/// <param name="Languages">Empty: every language.</param>
public sealed record AgentSkills(IReadOnlyList<AgentSkill> Skills, IReadOnlyList<string> Languages);

/// <param name="Level">1: can help, 2: knows it well, 3: the expert.</param>
public sealed record AgentSkill(long TopicId, int Level);

/// <summary>What is said to a waiting customer, by occasion.</summary>
public enum HoldKind
{
    /// <summary>The wait begins.</summary>
    First,

    /// <summary>Nothing changed, and we say so.</summary>
    Refresh,

    /// <summary>Another agent is reserved than before.</summary>
    Renamed,

    /// <summary>It takes longer than we said.</summary>
    Longer,

    /// <summary>Another agent answers than the one who was announced.</summary>
    AnsweredByOther,

    /// <summary>The agent's connection is gone.</summary>
    AgentLost,

    /// <summary>Nobody who answers this is here.</summary>
    Nobody,

    /// <summary>Outside the opening hours.</summary>
    Closed,

    /// <summary>Further back in line: who answers this topic.</summary>
    Team,

    /// <summary>The reserved agent is about to be free.</summary>
    Finishing,

    /// <summary>The reserved agent has nobody else in this place any more, and writes the last conversation up.</summary>
    WrappingUp,
}

/// <summary>One hold message in a site's own words.</summary>
/// <param name="TopicId">Absent: for all topics that have none of their own.</param>
/// <param name="Text">With placeholders in braces; a sentence whose placeholder has no value is left out.</param>
public sealed record HoldMessage(HoldKind Kind, long? TopicId, string Language, string Text);

/// <summary>The words that are built in, where a site has none of its own.</summary>
/// <param name="Placeholders">Those that mean something on this occasion.</param>
public sealed record HoldDefault(HoldKind Kind, string Language, string Text, IReadOnlyList<string> Placeholders);

public sealed record HoldSettings(IReadOnlyList<HoldMessage> Messages, IReadOnlyList<HoldDefault> Defaults);

/// <param name="TopicId">Absent: for all topics.</param>
/// <param name="Text">Empty: back to the words that are used without it.</param>
public sealed record HoldEdit(HoldKind Kind, long? TopicId, string? Language, string? Text);

/// <param name="Samples">How it reads to customers, each wording once.</param>
public sealed record HoldPreview(IReadOnlyList<HoldSample> Samples);

/// <param name="Pronoun">Of the agent it speaks of; absent: hardly anything is known of the wait yet.</param>
public sealed record HoldSample(Pronoun? Pronoun, string Text);
