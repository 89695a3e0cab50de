using NodaTime;
using SupportHub.Shared;

namespace SupportHub.Sites.Hours;

using Week = IReadOnlyList<IReadOnlyList<HoursSpan>>;

/// <summary>A stretch of open time in Unix milliseconds, the end excluded.</summary>
public readonly record struct Stretch(long From, long To);

/// <summary>What a site's dates are like: an exception goes before a holiday, and a holiday before the week.</summary>
/// <param name="holidays">A code of <see cref="HolidayTable"/>; null: no holiday is closed.</param>
public sealed class SiteCalendar(DateTimeZone zone, string? holidays, IReadOnlyDictionary<LocalDate, IReadOnlyList<HoursSpan>> exceptions)
{
    public LocalDate DateOf(long atMs) => Instant.FromUnixTimeMilliseconds(atMs).InZone(zone).Date;

    /// <summary>The open stretches that begin on this date, ascending. Past midnight they belong to the date on which they began, whatever the next one is.</summary>
    public IEnumerable<Stretch> Stretches(LocalDate date, Week week)
    {
        var midnight = date.AtMidnight();
        foreach (var span in Spans(date, week))
        {
            var stretch = new Stretch(LocalTimes.First(zone, midnight.PlusMinutes(span.From)), LocalTimes.Last(zone, midnight.PlusMinutes(span.To)));
            // The clock may skip the whole of it.
            if (stretch.From < stretch.To)
                yield return stretch;
        }
    }

    private IReadOnlyList<HoursSpan> Spans(LocalDate date, Week week) =>
        exceptions.GetValueOrDefault(date)
        ?? (holidays is not null && HolidayTable.Has(holidays, date) ? [] : week[(int)date.DayOfWeek - 1]);
}
