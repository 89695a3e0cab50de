using SupportHub.Shared;

namespace SupportHub.Sites.Hours;

/// <summary>
/// Within how long an answer by e-mail is promised. What the company wants to promise is its own to say; where it was measured that it takes longer, the longer one
/// is told: a promise that is mostly broken is none. Pure; all in minutes of open time.
/// </summary>
public static class AnswerRules
{
    /// <summary>So many answers say how long it takes; fewer would be chance.</summary>
    public const int Enough = 20;

    /// <summary>The share of answers that came within what is called measured.</summary>
    public const double Share = 0.9;

    private const int Quarter = 15;
    private const int SoonestUnset = 60;
    private const int LatestUnset = 40 * 60;

    /// <param name="wanted">What an administrator set.</param>
    public static int Promised(int? wanted, MeasuredAnswers? measured) => (wanted, measured) switch
    {
        ({ } set, { } took) => Math.Max(set, took.Minutes),
        ({ } set, null) => set,
        (null, { } took) => Math.Clamp(took.Minutes, SoonestUnset, LatestUnset),
        (null, null) => SiteHours.UnsetAnswerMinutes,
    };

    /// <summary>Within how long nine in ten were answered, up to the next quarter of an hour: the quantile that holds for the next one too, not only for those seen.</summary>
    /// <param name="openMs">Of each answer, how much open time it took.</param>
    /// <returns>None where there were not enough.</returns>
    public static MeasuredAnswers? Measure(long? topic, IReadOnlyCollection<long> openMs)
    {
        if (openMs.Count < Enough)
            return null;
        var rank = Math.Min(openMs.Count, (int)Math.Ceiling(Share * (openMs.Count + 1)));
        var minutes = (int)Math.Ceiling(openMs.Order().ElementAt(rank - 1) / 60_000.0);
        return new MeasuredAnswers(topic, Math.Max(1, (minutes + Quarter - 1) / Quarter) * Quarter, openMs.Count);
    }
}
