using CsCheck;
using NUnit.Framework;
using SupportHub.Shared;
using SupportHub.Sites.Hours;
using static SupportHub.Unit.Sites.Hours.Given;

namespace SupportHub.Unit.Sites.Hours;

public sealed class OpeningTests
{
    private const long Hour = 3_600_000;
    private const long Day = 24 * Hour;

    private static readonly string[] Zones = ["Europe/Paris", "America/St_Johns", "Australia/Lord_Howe", "Africa/Cairo", "America/Havana", "Pacific/Apia", "UTC"];
    private static readonly string?[] Regions = [null, "FR-AM", "US"];

    private static readonly Gen<IReadOnlyList<HoursSpan>> Days = Gen.Select(Gen.Int[0, 1439].Array[0, 4], Gen.Int[1, 700], (marks, night) =>
    {
        var cuts = marks.Distinct().Order().ToList();
        var spans = cuts.Zip(cuts.Skip(1)).Where((_, i) => i % 2 == 0).Select(c => new HoursSpan(c.First, c.Second)).ToList();
        if (spans.Count > 0 && night > 400)
            spans[^1] = spans[^1] with { To = 1440 + night - 400 };
        return (IReadOnlyList<HoursSpan>)spans;
    });

    private static readonly Gen<(Opening Opening, long At)> Worlds = Gen.Select(
        Days.Array[7], Days, Gen.Int[0, 6].Select(i => Zones[i]),
        Gen.Int[0, 2].Select(i => Regions[i]), Gen.Long[At("2026-01-01T00:00:00Z"), At("2027-12-31T00:00:00Z")],
        (week, exception, zone, holidays, at) => (Open(week, zone, holidays, ("2026-10-25", exception)), at));

    [Test]
    public void The_next_opening_is_the_first_open_instant() => Worlds.Sample(world =>
    {
        var (opening, at) = world;
        if (opening.NextOpening(at) is not { } opens)
            return opening.OpenMs(at, at + 300 * Day) == 0;
        return opens >= at && opening.IsOpen(opens) && opening.OpenMs(at, opens) == 0 && (opens == at) == opening.IsOpen(at);
    });

    [Test]
    public void The_next_closing_is_the_first_closed_instant() => Worlds.Sample(world =>
    {
        var (opening, at) = world;
        return opening.NextClosing(at) is not { } closes
            || (closes >= at && !opening.IsOpen(closes) && opening.OpenMs(at, closes) == closes - at && (closes == at) == !opening.IsOpen(at));
    });

    [Test]
    public void Spans_and_gaps_add_up_to_the_time_that_passes() => Worlds.Sample(world =>
    {
        var (opening, at) = world;
        var (now, until, open) = (at, at + 40 * Day, 0L);
        while (now < until)
        {
            var next = Math.Min((opening.IsOpen(now) ? opening.NextClosing(now) : opening.NextOpening(now)) ?? until, until);
            open += opening.IsOpen(now) ? next - now : 0;
            now = next;
        }
        return opening.OpenMs(at, until) == open && opening.OpenMs(at, at + 7 * Day) + opening.OpenMs(at + 7 * Day, until) == open;
    });

    [Test]
    public void A_delay_of_open_time_ends_when_so_much_has_passed() => Gen.Select(Worlds, Gen.Long[1, 60 * Hour]).Sample(drawn =>
    {
        var ((opening, at), delay) = drawn;
        return opening.After(at, delay) is not { } due || (opening.OpenMs(at, due) == delay && opening.OpenMs(at, due - 1) == delay - 1);
    });

    [TestCase("2026-03-29", 23)]
    [TestCase("2026-10-25", 25)]
    [TestCase("2026-10-26", 24)]
    public void Open_day_and_night_is_open_for_as_many_hours_as_the_day_has(string date, int hours)
    {
        var midnight = Paris($"{date} 00:00");

        Assert.That(Open(EveryDay(Span(0, 24))).OpenMs(midnight, midnight + hours * Hour), Is.EqualTo(hours * Hour));
        Assert.That(Open(EveryDay(Closed), exceptions: (date, [Span(0, 24)])).OpenMs(midnight - Day, midnight + 2 * Day), Is.EqualTo(hours * Hour));
    }

    [Test]
    public void Lunch_closes_and_evenings_are_over()
    {
        var office = Open(WorkingDays(Span(9, 12), Span(14, 18)));

        Assert.That(office.IsOpen(Paris("2026-11-24 11:59")), Is.True);
        Assert.That(office.IsOpen(Paris("2026-11-24 12:00")), Is.False);
        Assert.That(office.NextOpening(Paris("2026-11-24 12:30")), Is.EqualTo(Paris("2026-11-24 14:00")));
        Assert.That(office.NextOpening(Paris("2026-11-27 18:00")), Is.EqualTo(Paris("2026-11-30 09:00")), "from Friday evening to Monday");
        Assert.That(office.OpenMs(Paris("2026-11-23 00:00"), Paris("2026-11-30 00:00")), Is.EqualTo(35 * Hour));
        Assert.That(office.After(Paris("2026-11-24 17:00"), 4 * Hour), Is.EqualTo(Paris("2026-11-25 12:00")), "four hours from five in the evening");
    }

    [Test]
    public void A_night_goes_on_past_midnight_even_into_a_holiday()
    {
        var night = Open(EveryDay(Span(22, 26)), holidays: "FR");

        Assert.That(night.IsOpen(Paris("2026-11-24 01:59")), Is.True);
        Assert.That(night.IsOpen(Paris("2026-11-24 02:00")), Is.False);
        Assert.That(night.NextClosing(Paris("2026-12-24 23:00")), Is.EqualTo(Paris("2026-12-25 02:00")));
        Assert.That(night.NextOpening(Paris("2026-12-25 02:00")), Is.EqualTo(Paris("2026-12-26 22:00")));
    }

    [Test]
    public void An_exception_goes_before_the_holiday_and_the_week()
    {
        var office = Open(WorkingDays(Span(9, 18)), holidays: "FR-AM", exceptions: [("2026-12-25", [Span(10, 12)]), ("2026-11-24", Closed)]);

        Assert.That(office.IsOpen(Paris("2026-12-25 11:00")), Is.True);
        Assert.That(office.NextOpening(Paris("2026-11-24 08:00")), Is.EqualTo(Paris("2026-11-25 09:00")));
        Assert.That(office.IsOpen(Paris("2026-04-03 11:00")), Is.False, "Good Friday in Alsace");
        Assert.That(Open(WorkingDays(Span(9, 18)), holidays: "FR").IsOpen(Paris("2026-04-03 11:00")), Is.True, "and in the rest of France");
    }

    [Test]
    public void What_never_opens_says_so_and_what_never_closes_too()
    {
        var now = Paris("2026-11-24 12:00");

        Assert.That(Open(EveryDay(Closed)).NextOpening(now), Is.Null);
        Assert.That(Open(EveryDay(Closed)).After(now, 1), Is.Null);
        Assert.That(Open(EveryDay(Span(0, 24))).NextClosing(now), Is.Null);
        Assert.That((Opening.Always.NextOpening(now), Opening.Always.NextClosing(now), Opening.Always.OpenMs(now, now + 5)), Is.EqualTo(((long?)now, (long?)null, 5L)));
    }

    [Test]
    public void An_hour_that_the_clock_shows_twice_is_open_until_its_second_end_and_one_that_it_skips_keeps_its_length()
    {
        Assert.That(Open(EveryDay(Span(1, 2.5))).OpenMs(At("2026-10-24T22:00:00Z"), At("2026-10-25T12:00:00Z")), Is.EqualTo(2.5 * Hour));
        Assert.That(Open(EveryDay(Span(2.25, 2.75))).OpenMs(At("2026-03-28T23:00:00Z"), At("2026-03-29T12:00:00Z")), Is.EqualTo(0.5 * Hour));
        Assert.That(Open(EveryDay(Span(2, 3))).OpenMs(At("2026-03-28T23:00:00Z"), At("2026-03-29T12:00:00Z")), Is.Zero, "it did not happen");
    }
}
