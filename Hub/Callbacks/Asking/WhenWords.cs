using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace SupportHub.Callbacks.Asking;

/// <summary>When a customer can be called, as a mail says it.</summary>
/// <param name="Now">As soon as possible.</param>
/// <param name="Spans">Else one of these, by the customer's clock, in the order in which they are named.</param>
public sealed record Availability(bool Now, IReadOnlyList<(LocalDateTime From, LocalDateTime To)> Spans);

/// <summary>
/// Reads "tomorrow between 10 and 12", "mardi à 10 h 20", "tous les jours de 10 h à 18 h", "maintenant". What it does not understand whole it leaves to a person:
/// nobody is called at a time that they did not name. Pure.
/// </summary>
public static partial class WhenWords
{
    /// <summary>So far ahead times can be booked.</summary>
    private const int Days = 8;

    /// <summary>Around a time that is named without an end.</summary>
    private static readonly Period Around = Period.FromMinutes(30);

    private static readonly (Regex Words, LocalTime From, LocalTime To)[] Parts =
    [
        (Morning(), new(8, 0), new(12, 0)), (Noon(), new(12, 0), new(14, 0)), (Afternoon(), new(12, 0), new(18, 0)), (Evening(), new(18, 0), new(21, 0)),
    ];

    private static readonly (Regex Words, IsoDayOfWeek Day)[] Weekdays =
    [
        .. new[] { @"monday|lundi", @"tuesday|mardi", @"wednesday|mercredi", @"thursday|jeudi", @"friday|vendredi", @"saturday|samedi", @"sunday|dimanche" }
            .Select((names, day) => (new Regex($@"\b({names})s?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(200)), (IsoDayOfWeek)(day + 1))),
    ];

    /// <param name="text">Without the number.</param>
    /// <returns>Null where it says nothing of it, or more than is understood.</returns>
    public static Availability? Read(string text, LocalDateTime now)
    {
        if (Refusal().IsMatch(text))
            return null;
        List<(LocalDateTime, LocalDateTime)> spans = [];
        foreach (var fragment in Fragments().Split(text).Where(f => Hint().IsMatch(f)))
        {
            if (Spans(fragment, now) is not { } found)
                return null;
            spans.AddRange(found);
        }
        return spans.Count > 0 ? new Availability(false, spans) : AtOnce().IsMatch(text) ? new Availability(true, []) : null;
    }

    private static List<(LocalDateTime, LocalDateTime)>? Spans(string fragment, LocalDateTime now)
    {
        var days = DaysIn(fragment, now.Date);
        // "After lunch on the 12th", "Thursday 3 at 10:00" name a day that is not read: then nothing is.
        if (OtherDate().IsMatch(fragment) || Digits().IsMatch(Time().Replace(fragment, "")) || Times(fragment) is not { } times)
            return null;
        if (days.Count == 0)
            days = [.. Enumerable.Range(0, Days).Select(now.Date.PlusDays)];
        return [.. days.Select(day => (day + times.From, day + times.To)).Where(span => span.Item2 > now)];
    }

    private static List<LocalDate> DaysIn(string fragment, LocalDate today)
    {
        if (AfterTomorrow().IsMatch(fragment))
            return [today.PlusDays(2)];
        if (Tomorrow().IsMatch(fragment))
            return [today.PlusDays(1)];
        if (Today().IsMatch(fragment))
            return [today];
        if (OnWeekdays().IsMatch(fragment))
            return [.. Enumerable.Range(0, Days).Select(today.PlusDays).Where(d => d.DayOfWeek < IsoDayOfWeek.Saturday)];
        return [.. Weekdays.Where(w => w.Words.IsMatch(fragment)).SelectMany(w => Enumerable.Range(0, Days).Select(today.PlusDays).Where(d => d.DayOfWeek == w.Day)).Order()];
    }

    /// <returns>Null where a time is named that is none, or two that are no span.</returns>
    private static (LocalTime From, LocalTime To)? Times(string fragment)
    {
        var named = Time().Matches(fragment).Select(TimeOf).ToList();
        if (named.Any(t => t is null))
            return null;
        if (named.Count == 0)
            return Parts.Where(p => p.Words.IsMatch(fragment)).Select(p => ((LocalTime, LocalTime)?)(p.From, p.To)).FirstOrDefault()
                ?? (LocalTime.Midnight, LocalTime.MaxValue);
        var first = named[0]!.Value;
        return named.Count switch
        {
            1 when From().IsMatch(fragment) => (first, LocalTime.MaxValue),
            1 when Until().IsMatch(fragment) => (LocalTime.Midnight, first),
            1 => (first, first <= new LocalTime(23, 0) ? first + Around : LocalTime.MaxValue),
            2 when Between().IsMatch(fragment) && named[1] > first => (first, named[1]!.Value),
            _ => null,
        };
    }

    private static LocalTime? TimeOf(Match match)
    {
        var hour = int.Parse(match.Groups["hour"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        var half = match.Groups["half"].Value.ToUpperInvariant();
        if (half.Length > 0 && hour is < 1 or > 12)
            return null;
        hour = half switch { "" => hour, ['P', ..] => hour % 12 + 12, _ => hour % 12 };
        return hour > 23 || minute > 59 ? null : new LocalTime(hour, minute);
    }

    private const RegexOptions Any = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(not|don[’']?t|never|except|unless|but|pas|jamais|sauf|hormis|mais)\b", Any, 200)]
    private static partial Regex Refusal();

    [GeneratedRegex(@"\b(now|right away|asap|as soon as possible|any ?time|maintenant|tout de suite|de suite|dès que possible|dès que vous (le )?pouvez|quand vous voulez|à tout moment|n[’']importe quand)\b", Any, 200)]
    private static partial Regex AtOnce();

    [GeneratedRegex(@"[.;!?\n]+\s|[\n;]|\b(?:or|ou)\b", Any, 200)]
    private static partial Regex Fragments();

    /// <summary>A fragment that speaks of days or times.</summary>
    [GeneratedRegex(@"\d|\b(today|tomorrow|morning|noon|lunch\w*|afternoon|evening|every ?day|any day|weekdays?|(mon|tues|wednes|thurs|fri|satur|sun)days?|aujourd[’']hui|demain|matin|midi|après-midi|soir|tous les jours|chaque jour|en semaine|(lun|mar|mercre|jeu|vendre|same)dis?|dimanches?)\b", Any, 200)]
    private static partial Regex Hint();

    [GeneratedRegex(@"\b(?<hour>\d{1,2})\s*(?:(?:h|heures?)\s*(?<minute>\d{2})?|:(?<minute>\d{2})\s*(?<half>[ap]\.?m\.?)?|(?<half>[ap]\.?m\.?)|(?=\s*(?:-|–|à|et|to|and|until)\s*\d{1,2}\s*(?:h\b|heures?|:|[ap]\.?m)))", Any, 200)]
    private static partial Regex Time();

    [GeneratedRegex(@"\d", Any, 200)]
    private static partial Regex Digits();

    [GeneratedRegex(@"(\b(from|between|de|entre)\b.*\b(to|and|until|till|à|et|jusqu[’']à)\b)|\d\s*(h|:|[ap]m)?\s*\d*\s*(-|–|à|to)\s*\d", Any, 200)]
    private static partial Regex Between();

    [GeneratedRegex(@"\b(after|from|as of|après(?![- ](demain|midi))|dès|à partir de)\b", Any, 200)]
    private static partial Regex From();

    [GeneratedRegex(@"\b(before|until|till|avant|jusqu[’']à)\b", Any, 200)]
    private static partial Regex Until();

    [GeneratedRegex(@"\d\s*[/.]\s*\d|\b\d{1,2}(st|nd|rd|th|er)\b|\b\d{1,2} (janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc|jan|feb|mar|apr|may|jun|jul|aug|sep|dec)|\bnext week\b|\bsemaine prochaine\b|\b(le|the|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+\d{1,2}\s+à\b|\b(in|within|dans|d[’']ici)\s+\d", Any, 200)]
    private static partial Regex OtherDate();

    [GeneratedRegex(@"\b(after tomorrow|après[- ]demain)\b", Any, 200)]
    private static partial Regex AfterTomorrow();

    [GeneratedRegex(@"\b(tomorrow|demain)\b", Any, 200)]
    private static partial Regex Tomorrow();

    [GeneratedRegex(@"\b(today|this (morning|afternoon|evening)|aujourd[’']hui|ce (matin|soir)|cet après-midi)\b", Any, 200)]
    private static partial Regex Today();

    [GeneratedRegex(@"\b(weekdays?|en semaine)\b", Any, 200)]
    private static partial Regex OnWeekdays();

    [GeneratedRegex(@"\b(morning|matin)\b", Any, 200)]
    private static partial Regex Morning();

    [GeneratedRegex(@"\b(noon|lunch\w*|midi)\b(?<!après-midi)", Any, 200)]
    private static partial Regex Noon();

    [GeneratedRegex(@"\b(afternoon|après-midi)\b", Any, 200)]
    private static partial Regex Afternoon();

    [GeneratedRegex(@"\b(evening|soir)\b", Any, 200)]
    private static partial Regex Evening();
}
