using NodaTime;
using NUnit.Framework;
using SupportHub.Callbacks.Asking;
using SupportHub.Shared;
using SupportHub.Sites.Hours;

namespace SupportHub.Unit.Callbacks.Asking;

public sealed class SlotRulesTests
{
    private const long MinuteMs = 60_000;

    // Monday 2026-03-30, the day after the clocks went forward, 08:00 in Paris.
    private static readonly long Monday = At(2026, 3, 30, 8, 0);
    private static readonly Opening Office = Hours([new HoursSpan(9 * 60, 12 * 60), new HoursSpan(14 * 60, 18 * 60)]);

    [Test]
    public void Times_lie_inside_the_hours_from_begin_to_end()
    {
        var free = Free(Office, slot: 20, lead: 30);

        Assert.That(free[0], Is.EqualTo(At(2026, 3, 30, 9, 0)));
        Assert.That(free, Does.Contain(At(2026, 3, 30, 11, 40)).And.Not.Contain(At(2026, 3, 30, 12, 0)));
        Assert.That(free, Does.Contain(At(2026, 3, 30, 14, 0)).And.Contain(At(2026, 3, 30, 17, 40)).And.Not.Contain(At(2026, 3, 30, 18, 0)));
        Assert.That(free, Is.Ordered.And.Unique);
        Assert.That(free[^1], Is.LessThan(Monday + SlotRules.Days * 24 * 60 * MinuteMs));
    }

    [Test]
    public void Not_too_soon_and_not_where_it_is_full()
    {
        var nine = At(2026, 3, 30, 9, 0);

        Assert.That(Free(Office, slot: 20, lead: 75)[0], Is.EqualTo(nine + 20 * MinuteMs));
        Assert.That(Free(Office, slot: 20, lead: 30, booked: new() { [nine] = 1 })[0], Is.EqualTo(nine + 20 * MinuteMs));
        Assert.That(Free(Office, slot: 20, lead: 30, atOnce: 2, booked: new() { [nine] = 1 })[0], Is.EqualTo(nine));
    }

    [Test]
    public void What_an_agent_books_between_two_times_takes_a_place_of_both()
    {
        var nine = At(2026, 3, 30, 9, 0);
        Dictionary<long, int> own = new() { [nine + 5 * MinuteMs] = 1 };

        Assert.That(Free(Office, slot: 20, lead: 30, booked: own)[0], Is.EqualTo(nine + 40 * MinuteMs));
        Assert.That(Free(Office, slot: 20, lead: 30, atOnce: 2, booked: own)[0], Is.EqualTo(nine));
        Assert.That(Free(Office, slot: 20, lead: 30, booked: new() { [nine - 20 * MinuteMs] = 1 })[0], Is.EqualTo(nine), "one that ends then");
    }

    [Test]
    public void Day_and_night_has_times_all_along_and_never_open_has_none()
    {
        Assert.That(Free(Opening.Always, slot: 60, lead: 0), Has.Count.EqualTo(SlotRules.Days * 24));
        Assert.That(Free(Hours([]), slot: 60, lead: 0), Is.Empty);
    }

    [Test]
    public void The_clock_that_goes_forward_makes_no_time_that_does_not_exist()
    {
        var night = Hours([new HoursSpan(0, 6 * 60)]);
        var before = At(2026, 3, 28, 23, 0);

        var sunday = SlotRules.Free(night, 60, 0, 1, new Dictionary<long, int>(), before).Where(at => at < At(2026, 3, 29, 12, 0)).ToList();

        Assert.That(sunday, Has.Count.EqualTo(5), "six hours on the clock, five in truth");
    }

    private static IReadOnlyList<long> Free(Opening opening, int slot, int lead, int atOnce = 1, Dictionary<long, int>? booked = null) =>
        SlotRules.Free(opening, slot, lead, atOnce, booked ?? [], Monday);

    private static Opening Hours(IReadOnlyList<HoursSpan> everyDay) => Opening.Weekly(
        new SiteCalendar(DateTimeZoneProviders.Tzdb["Europe/Paris"], null, new Dictionary<LocalDate, IReadOnlyList<HoursSpan>>()), [.. Enumerable.Repeat(everyDay, 7)]);

    private static long At(int year, int month, int day, int hour, int minute) =>
        new LocalDateTime(year, month, day, hour, minute).InZoneLeniently(DateTimeZoneProviders.Tzdb["Europe/Paris"]).ToInstant().ToUnixTimeMilliseconds();
}
