using SupportHub.Shared;
using SupportHub.Wording;

namespace SupportHub.Routing.Settings;

/// <summary>How routing is where nobody set it, and what may be set. Pure.</summary>
public static class RoutingRules
{
    public const int PriorityLimit = 9;

    /// <summary>Eight minutes: too high costs a wait that is announced too long, too low breaks the word given.</summary>
    public static readonly SiteWaiting Waiting = new(
        ToleranceSeconds: 120,
        StrictOrder: false,
        CadenceSeconds: 60,
        AlternativesAfterMinutes: 5,
        AlternativesOverMinutes: 15,
        ServiceLevelSeconds: 60,
        ServiceLevelPercent: 80,
        HandleMinutes: 8);

    public static TopicRouting Topic(long id) => new(id, RoutingMode.AutoAssign, OfferSeconds: 20, Priority: 0);

    /// <param name="topics">The site's.</param>
    public static List<FieldFault> Check(SiteRouting edit, IReadOnlyList<long> topics)
    {
        if (edit.Waiting is not { } waiting)
            return [new("waiting", Fault.Required)];
        return
        [
            .. Range("toleranceSeconds", waiting.ToleranceSeconds, 0, 3600),
            .. Range("cadenceSeconds", waiting.CadenceSeconds, 20, 600),
            .. Range("alternativesAfterMinutes", waiting.AlternativesAfterMinutes, 1, 240),
            .. Range("alternativesOverMinutes", waiting.AlternativesOverMinutes, 1, 240),
            .. Range("serviceLevelSeconds", waiting.ServiceLevelSeconds, 5, 3600),
            .. Range("serviceLevelPercent", waiting.ServiceLevelPercent, 1, 100),
            .. Range("handleMinutes", waiting.HandleMinutes, 1, 240),
            .. Range("wrapUpSeconds", waiting.WrapUpSeconds, 0, 600),
            .. (edit.Topics ?? []).SelectMany(t => Check(t, topics)),
        ];
    }

    /// <summary>Fields are named "topics.{id}.offerSeconds".</summary>
    private static IEnumerable<FieldFault> Check(TopicRouting topic, IReadOnlyList<long> topics)
    {
        if (topic is null || !topics.Contains(topic.TopicId))
            return [new("topics", Fault.TopicUnknown)];
        var field = $"topics.{topic.TopicId}";
        return
        [
            .. Enum.IsDefined(topic.Mode) ? [] : new[] { new FieldFault($"{field}.mode", Fault.RoutingModeUnknown) },
            .. Range($"{field}.offerSeconds", topic.OfferSeconds, 5, 120),
            .. Range($"{field}.priority", topic.Priority, 0, PriorityLimit),
        ];
    }

    private static IEnumerable<FieldFault> Range(string field, int? value, int least, int most) =>
        value is { } number && (number < least || number > most) ? [new(field, Fault.NumberRange, [$"{least}", $"{most}"])] : [];
}
