using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Offers;

/// <summary>Which offers ring, and how they stand. Pure; all instants by the server's clock.</summary>
public static class OfferRules
{
    private const long ToneEveryMs = 3_000;

    public static bool Rings(ConversationSummary summary, long now) =>
        summary is { Status: ConversationStatus.Waiting, OfferedTo: not null, OfferUntil: { } until } && until > now;

    public static IReadOnlyList<ConversationSummary> RingingAt(long agent, IEnumerable<ConversationSummary> queue, long now) =>
        [.. queue.Where(c => c.OfferedTo == agent && Rings(c, now)).OrderByDescending(c => c.OfferUntil).ThenBy(c => c.Id)];

    /// <summary>The stack grows upward: a newcomer stands on top, and moves none that somebody may be about to press.</summary>
    /// <param name="held">Somebody points at the stack, or works in it: what is over keeps its place until then.</param>
    public static IReadOnlyList<ShownOffer> Arrange(IReadOnlyList<ShownOffer> shown, IReadOnlyList<ConversationSummary> ringing, bool held, long now)
    {
        var fresh = ringing.Where(c => shown.All(o => o.Summary.Id != c.Id)).Select(c => new ShownOffer(c, now, Over: false));
        var kept = shown.Select(o => Kept(o, ringing.FirstOrDefault(c => c.Id == o.Summary.Id), now)).Where(o => held || !o.Over);
        return [.. fresh, .. kept];
    }

    /// <summary>Whole seconds until it rings elsewhere; never below zero.</summary>
    public static int SecondsLeft(long until, long now) => (int)Math.Max(0, (until - now + 999) / 1_000);

    /// <summary>What is left of the time during which this page saw it ring, 0 to 1.</summary>
    public static double ShareLeft(long since, long until, long now) =>
        until <= since ? 0 : Math.Clamp((double)(until - now) / (until - since), 0, 1);

    /// <summary>The tone repeats for as long as anything rings.</summary>
    public static bool SoundsAgain(bool ringing, long lastTone, long now) => ringing && now - lastTone >= ToneEveryMs;

    private static ShownOffer Kept(ShownOffer shown, ConversationSummary? ringing, long now) => ringing switch
    {
        null => shown with { Over = true },
        _ when ringing.OfferUntil != shown.Summary.OfferUntil => new ShownOffer(ringing, now, Over: false),
        _ => shown with { Summary = ringing, Over = false },
    };
}
