using System.Globalization;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Settings.Routing;

/// <summary>A site's routing while it is being changed. What is no number becomes -1, which the server refuses with the sentence that fits.</summary>
public sealed class RoutingDraft
{
    private readonly Dictionary<long, TopicDraft> _topics;

    public RoutingDraft(SiteRouting routing)
    {
        var waiting = routing.Waiting;
        Tolerance = Write(waiting.ToleranceSeconds);
        StrictOrder = waiting.StrictOrder;
        Cadence = Write(waiting.CadenceSeconds);
        AlternativesAfter = Write(waiting.AlternativesAfterMinutes);
        AlternativesOver = Write(waiting.AlternativesOverMinutes);
        ServiceSeconds = Write(waiting.ServiceLevelSeconds);
        ServicePercent = Write(waiting.ServiceLevelPercent);
        HandleMinutes = Write(waiting.HandleMinutes);
        WrapUp = Write(waiting.WrapUpSeconds);
        _topics = routing.Topics.ToDictionary(t => t.TopicId, t => new TopicDraft { Mode = t.Mode, Seconds = Write(t.OfferSeconds), Priority = Write(t.Priority) });
    }

    public string Tolerance { get; set; }
    public bool StrictOrder { get; set; }
    public string Cadence { get; set; }
    public string AlternativesAfter { get; set; }
    public string AlternativesOver { get; set; }
    public string ServiceSeconds { get; set; }
    public string ServicePercent { get; set; }
    public string HandleMinutes { get; set; }
    public string WrapUp { get; set; }

    /// <summary>Null for a topic that was made after this was read.</summary>
    public TopicDraft? Topic(long id) => _topics.GetValueOrDefault(id);

    public SiteRouting ToEdit(IEnumerable<long> topics) => new(
        new SiteWaiting(
            Number(Tolerance), StrictOrder, Number(Cadence), NumberOrNone(AlternativesAfter), NumberOrNone(AlternativesOver), Number(ServiceSeconds), Number(ServicePercent), Number(HandleMinutes),
            Number(WrapUp)),
        [.. topics.Where(_topics.ContainsKey).Select(id => new TopicRouting(id, _topics[id].Mode, Number(_topics[id].Seconds), Number(_topics[id].Priority)))]);

    private static string Write(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static int? NumberOrNone(string text) => string.IsNullOrWhiteSpace(text) ? null : Number(text);
}

public sealed class TopicDraft
{
    public RoutingMode Mode { get; set; }
    public string Seconds { get; set; } = "";
    public string Priority { get; set; } = "";
}
