using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Settings.Routing;

/// <summary>Every sentence of the settings of routing and waiting. A language that lacks one does not compile.</summary>
public sealed partial record RoutingTexts
{
    public static RoutingTexts In(string language) => language == "fr" ? French : English;

    public required string Skills { get; init; }
    public required string SkillsEvery { get; init; }
    public required string SkillsSome { get; init; }
    public required string SkillsNoTopics { get; init; }
    public required string LevelNone { get; init; }
    public required string LevelHelps { get; init; }
    public required string LevelKnows { get; init; }
    public required string LevelExpert { get; init; }
    public required string SkillLanguages { get; init; }
    public required string SkillLanguagesHint { get; init; }

    public required string Queue { get; init; }
    public required string QueueLead { get; init; }
    public required string Mode { get; init; }
    public required string ModeAutoAssign { get; init; }
    public required string ModeRing { get; init; }
    public required string OfferSeconds { get; init; }
    public required string Priority { get; init; }
    public required string PriorityHint { get; init; }
    public required string Seconds { get; init; }
    public required string Minutes { get; init; }
    public required string Cadence { get; init; }
    public required string CadenceHint { get; init; }
    public required string Tolerance { get; init; }
    public required string ToleranceHint { get; init; }
    public required string StrictOrder { get; init; }
    public required string StrictOrderHint { get; init; }
    public required string AlternativesAfter { get; init; }
    public required string AlternativesOver { get; init; }
    public required string AlternativesHint { get; init; }
    public required string ServiceSeconds { get; init; }
    public required string ServicePercent { get; init; }
    public required string HandleMinutes { get; init; }
    public required string HandleHint { get; init; }
    public required string WrapUp { get; init; }
    public required string WrapUpHint { get; init; }

    public required string Holds { get; init; }
    public required string HoldsLead { get; init; }
    public required string Occasion { get; init; }
    public required string AllTopics { get; init; }
    public required string Topic { get; init; }
    public required string Text { get; init; }
    public required string TextHint { get; init; }
    public required string Insert { get; init; }
    public required string BackToBuiltIn { get; init; }
    public required string BackToSite { get; init; }
    public required string WordsBuiltIn { get; init; }
    public required string WordsSite { get; init; }
    public required string WordsOwn { get; init; }
    public required string Own { get; init; }
    public required string Preview { get; init; }
    public required string LittleKnown { get; init; }

    public required IReadOnlyDictionary<HoldKind, string> Kinds { get; init; }

    /// <summary>What each placeholder stands for, by its name.</summary>
    public required IReadOnlyDictionary<string, string> Placeholders { get; init; }

    public string Level(int level) => level switch
    {
        1 => LevelHelps,
        2 => LevelKnows,
        3 => LevelExpert,
        _ => LevelNone,
    };
}
