using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace SupportHub.Sites.Hours;

/// <summary>
/// One public holiday, as a word: <c>05-01</c> a date, <c>E+39</c> days from Easter Sunday, <c>1mon05</c> the first Monday of May (5: the last),
/// <c>mon&lt;05-25</c> the last Monday before a date; <c>+4</c> behind it: days later. <c>/next</c>: at a weekend also the next weekday that is no holiday;
/// <c>/us</c>: on a Saturday also the Friday before, on a Sunday also the Monday after. <c>@2026-2027</c>: in these years only.
/// </summary>
internal sealed partial class HolidayRule
{
    private readonly Func<int, LocalDate> _date;
    private readonly string _moved;
    private readonly (int From, int To) _years;

    public HolidayRule(string word)
    {
        var parts = Form().Match(word);
        if (!parts.Success)
            throw new FormatException($"\"{word}\" is no rule for a holiday.");
        var later = Number(parts, "later", 0);
        var date = Date(parts);
        _date = year => date(year).PlusDays(later);
        _moved = parts.Groups["moved"].Value;
        _years = (Number(parts, "from", int.MinValue), Number(parts, "to", int.MaxValue));
    }

    public bool IsIn(int year) => _years.From <= year && year <= _years.To;

    public LocalDate Of(int year) => _date(year);

    /// <summary>The weekday that is free instead; none where the holiday is no weekend or nothing replaces it.</summary>
    public LocalDate? Substitute(LocalDate day, IReadOnlySet<LocalDate> taken) => (_moved, day.DayOfWeek) switch
    {
        ("us", IsoDayOfWeek.Saturday) => day.PlusDays(-1),
        ("us", IsoDayOfWeek.Sunday) => day.PlusDays(1),
        ("next", IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) => NextFree(day, taken),
        _ => null,
    };

    private static LocalDate NextFree(LocalDate day, IReadOnlySet<LocalDate> taken)
    {
        while (day.DayOfWeek >= IsoDayOfWeek.Saturday || taken.Contains(day))
            day = day.PlusDays(1);
        return day;
    }

    private static Func<int, LocalDate> Date(Match parts)
    {
        if (parts.Groups["easter"].Success)
        {
            var days = Number(parts, "days", 0);
            return year => Easter(year).PlusDays(days);
        }
        var (month, day) = (Number(parts, "month", 0), Number(parts, "day", 0));
        if (!parts.Groups["weekday"].Success)
            return year => new LocalDate(year, month, day);
        var weekday = (IsoDayOfWeek)(1 + Array.IndexOf(["mon", "tue", "wed", "thu", "fri", "sat", "sun"], parts.Groups["weekday"].Value));
        var nth = Number(parts, "nth", 0);
        return parts.Groups["nth"].Success
            ? year => LocalDate.FromYearMonthWeekAndDay(year, month, nth, weekday)
            : year => new LocalDate(year, month, day).Previous(weekday);
    }

    /// <summary>Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8).</summary>
    private static LocalDate Easter(int year)
    {
        var (golden, century, inCentury) = (year % 19, year / 100, year % 100);
        var epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        var late = (golden + 11 * epact + 22 * weekday) / 451;
        var sum = epact + weekday - 7 * late + 114;
        return new LocalDate(year, sum / 31, sum % 31 + 1);
    }

    private static int Number(Match parts, string group, int absent) =>
        parts.Groups[group].Success ? int.Parse(parts.Groups[group].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : absent;

    [GeneratedRegex(
        """^(?:(?<easter>E)(?<days>[+-]\d+)?|(?:(?<nth>[1-5])(?<weekday>[a-z]{3})(?<month>\d\d)|(?:(?<weekday>[a-z]{3})<)?(?<month>\d\d)-(?<day>\d\d))(?<later>\+\d+)?)(?:/(?<moved>next|us))?(?:@(?<from>\d{4})-(?<to>\d{4}))?$""",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
