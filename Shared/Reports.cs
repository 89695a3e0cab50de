namespace SupportHub.Shared;

/// <summary>From <c>GET /api/reports/waiting?days=7&amp;site={id}</c>, for supervisors: how long people waited, and how true it was what they were told.</summary>
/// <param name="Since">Unix milliseconds; until now.</param>
/// <param name="Topics">Most waits first.</param>
/// <param name="Hours">By the hour of the day at which the wait began, in the site's time zone; those without any are left out.</param>
/// <param name="Points">The first announcement of each wait that was answered, newest first, at most 500.</param>
/// <param name="Target">Absent: sites are reported together whose targets differ.</param>
public sealed record WaitingReport(
    long Since,
    WaitFigures All,
    IReadOnlyList<TopicFigures> Topics,
    IReadOnlyList<HourFigures> Hours,
    IReadOnlyList<AnnouncedWait> Points,
    ServiceTarget? Target = null);

/// <summary>What a site sets itself: so many percent answered within so many seconds.</summary>
public sealed record ServiceTarget(int Percent, int Seconds);

/// <param name="Answered">By an agent.</param>
/// <param name="Left">Customers who went before.</param>
/// <param name="ServiceLevelPercent">Answered within the site's threshold, of all answered and all who left after it. Absent: none.</param>
/// <param name="MeanSeconds">Average speed of answer.</param>
/// <param name="OffersMissed">Offers that rang without an answer or were declined.</param>
public sealed record WaitFigures(
    int Answered,
    int Left,
    double? ServiceLevelPercent,
    double? MeanSeconds,
    double? LongestSeconds,
    int OffersMissed,
    AnnouncedFigures? Announced);

/// <summary>What was announced, beside what happened. Only waits that were answered.</summary>
/// <param name="Announcements">Ranges that were told.</param>
/// <param name="WithinPercent">Answered within the told range, or sooner.</param>
/// <param name="MedianErrorSeconds">Between the wait that was held for the likeliest and the real one, without the sign.</param>
/// <param name="BiasSeconds">Mean of real minus likeliest: above zero, people wait longer than we think.</param>
/// <param name="Named">Waits in which somebody was named.</param>
/// <param name="NamedAnsweredPercent">Of those: answered by the one who was named last.</param>
public sealed record AnnouncedFigures(int Announcements, double WithinPercent, double MedianErrorSeconds, double BiasSeconds, int Named, double? NamedAnsweredPercent);

public sealed record TopicFigures(long SiteId, long? TopicId, WaitFigures Figures);

/// <param name="Hour">0 to 23.</param>
public sealed record HourFigures(int Hour, WaitFigures Figures);

/// <param name="At">When it was announced, Unix milliseconds.</param>
/// <param name="WaitedSeconds">From then until the answer.</param>
public sealed record AnnouncedWait(long At, long? TopicId, int FromMinutes, int ToMinutes, double WaitedSeconds);
