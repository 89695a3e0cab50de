using System.Globalization;
using NodaTime;
using SupportHub.Callbacks.Attempts;
using SupportHub.Callbacks.Lines;
using SupportHub.Sites;

namespace SupportHub.Callbacks.Calling;

/// <summary>The day's money of a site: what a call could cost at most is set aside before it is placed, and what it did not cost is given back.</summary>
public sealed class CallBudget(CallCounts counts, SiteDirectory sites)
{
    private const int Phones = 2;

    /// <summary>Whether one more call could be placed today, as it looks now. Only <see cref="Reserve(OpenLine, StoredAttempt)"/>, when it begins, is sure of it.</summary>
    public async Task<bool> Allows(OpenLine line, long atMs) => line.Settings.CentsADay == 0
        || await counts.Counted(Day(line, atMs), CallCount.Money, Who(line)) + Cents(line, (int)line.Talk.TotalSeconds, Phones) <= line.Settings.CentsADay;

    /// <summary>Whether two instants share the money of one day.</summary>
    public bool IsSameDay(OpenLine line, long oneMs, long otherMs) => Day(line, oneMs) == Day(line, otherMs);

    /// <returns>Cents; null where the day's money does not allow the call.</returns>
    public async Task<int?> Reserve(OpenLine line, StoredAttempt attempt)
    {
        var most = Cents(line, (int)line.Talk.TotalSeconds, Phones);
        return await Reserve(line, attempt.BeganAt, most) ? most : null;
    }

    /// <returns>Whether the money of the day of <paramref name="atMs"/> allows it.</returns>
    public async Task<bool> Reserve(OpenLine line, long atMs, int cents) =>
        line.Settings.CentsADay == 0 || await counts.Add(Day(line, atMs), new CallCap(CallCount.Money, Who(line), line.Settings.CentsADay), cents);

    public Task GiveBack(OpenLine line, StoredAttempt attempt, int cents) => GiveBack(line, attempt.BeganAt, cents);

    public Task GiveBack(OpenLine line, long atMs, int cents) =>
        cents == 0 ? Task.CompletedTask : counts.Subtract(Day(line, atMs), CallCount.Money, Who(line), cents);

    /// <summary>After its end.</summary>
    public Task Settle(OpenLine line, StoredAttempt attempt) =>
        GiveBack(line, attempt, Math.Max(0, attempt.ReservedCents - Cost(line, attempt.Known)));

    private static int Cost(OpenLine line, Attempt known) => known.Order is OrderState.Planned or OrderState.Refused ? 0 : Cents(line, known.TalkSeconds ?? 0, Phones);

    /// <summary>A begun minute is a whole one. An agent's phone that only rang is taken for one as well.</summary>
    public static int Cents(OpenLine line, int seconds, int phones) => line.Settings.CentsAMinute * phones * Math.Max(1, (seconds + 59) / 60);

    private int Day(OpenLine line, long atMs) => CallDays.Of(sites.ById(line.SiteId)?.Hours.Plan.TimeZone, atMs);

    private static string Who(OpenLine line) => line.SiteId.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Days on a site's own clock.</summary>
public static class CallDays
{
    /// <returns>As 20261128.</returns>
    public static int Of(string? timeZone, long atMs)
    {
        var zone = (timeZone is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone)) ?? DateTimeZone.Utc;
        var date = Instant.FromUnixTimeMilliseconds(atMs).InZone(zone).Date;
        return date.Year * 10_000 + date.Month * 100 + date.Day;
    }
}
