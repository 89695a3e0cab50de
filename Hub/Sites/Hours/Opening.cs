using NodaTime;
using SupportHub.Shared;

namespace SupportHub.Sites.Hours;

/// <summary>When something is open. Pure; instants are Unix milliseconds.</summary>
public sealed class Opening
{
    /// <summary>Day and night, on every date.</summary>
    public static readonly Opening Always = new(null, []);

    /// <summary>How far ahead an opening or a closing is looked for: over a year that begins with a holiday.</summary>
    private const int HorizonDays = 400;

    /// <summary>A stretch that began this many days ago may last until now: it ends on the next day at the latest.</summary>
    private const int DaysBack = 2;

    private readonly SiteCalendar? _calendar;
    private readonly IReadOnlyList<IReadOnlyList<HoursSpan>> _week;

    private Opening(SiteCalendar? calendar, IReadOnlyList<IReadOnlyList<HoursSpan>> week)
    {
        (_calendar, _week) = (calendar, week);
    }

    /// <param name="week">Seven days, Monday first, as <see cref="HoursRules"/> accepts them.</param>
    public static Opening Weekly(SiteCalendar calendar, IReadOnlyList<IReadOnlyList<HoursSpan>> week) => new(calendar, week);

    public bool IsOpen(long atMs) =>
        _calendar is not { } calendar || Days(calendar.DateOf(atMs), 0).Any(s => s.From <= atMs && atMs < s.To);

    /// <summary>The first open instant from this one on: itself where it is open. Null where it stays closed for longer than a year.</summary>
    public long? NextOpening(long atMs)
    {
        if (_calendar is null)
            return atMs;
        foreach (var stretch in Merged(atMs, HorizonDays))
            return Math.Max(stretch.From, atMs);
        return null;
    }

    /// <summary>The first closed instant from this one on: itself where it is closed. Null where it stays open for longer than a year.</summary>
    public long? NextClosing(long atMs)
    {
        if (_calendar is not { } calendar)
            return null;
        foreach (var stretch in Merged(atMs, HorizonDays))
            return stretch.From > atMs ? atMs
                : calendar.DateOf(stretch.To) > calendar.DateOf(atMs).PlusDays(HorizonDays - 1) ? null
                : stretch.To;
        return atMs;
    }

    /// <summary>Open milliseconds from one instant until another.</summary>
    public long OpenMs(long fromMs, long toMs)
    {
        if (_calendar is not { } calendar || toMs <= fromMs)
            return Math.Max(0, toMs - fromMs);
        return Merged(fromMs, Period.DaysBetween(calendar.DateOf(fromMs), calendar.DateOf(toMs)))
            .TakeWhile(s => s.From < toMs)
            .Sum(s => Math.Min(s.To, toMs) - Math.Max(s.From, fromMs));
    }

    /// <summary>The first instant until which so many open milliseconds have passed. Null where that takes longer than a year.</summary>
    public long? After(long fromMs, long openMs)
    {
        if (_calendar is null || openMs <= 0)
            return fromMs + Math.Max(0, openMs);
        foreach (var stretch in Merged(fromMs, HorizonDays))
        {
            var begin = Math.Max(stretch.From, fromMs);
            if (openMs <= stretch.To - begin)
                return begin + openMs;
            openMs -= stretch.To - begin;
        }
        return null;
    }

    /// <summary>What ends after an instant, ascending, with a closed gap before each.</summary>
    private IEnumerable<Stretch> Merged(long fromMs, int days)
    {
        Stretch? held = null;
        foreach (var next in Days(_calendar!.DateOf(fromMs), days))
        {
            if (held is { } begun && next.From <= begun.To)
            {
                held = begun with { To = Math.Max(begun.To, next.To) };
                continue;
            }
            if (held is { } done && done.To > fromMs)
                yield return done;
            held = next;
        }
        if (held is { } last && last.To > fromMs)
            yield return last;
    }

    private IEnumerable<Stretch> Days(LocalDate date, int days)
    {
        for (var day = -DaysBack; day <= days; day++)
            foreach (var stretch in _calendar!.Stretches(date.PlusDays(day), _week))
                yield return stretch;
    }
}
