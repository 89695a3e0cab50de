using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using NUnit.Framework;
using SupportHub.Sites.Hours;
using SupportHub.Tests;

namespace SupportHub.Unit.Sites.Hours;

/// <summary>Time zones and holidays against data that others made: <c>h_hours</c>.</summary>
public sealed class OutsideDataTests
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    [Test]
    public void The_clock_changes_when_it_should_and_never_else()
    {
        foreach (var place in Read("dst_cases.json").GetProperty("transitions").EnumerateObject())
        {
            var zone = Given.Zone(place.Name);
            var changes = zone.GetZoneIntervals(Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2029, 1, 1, 0, 0)).Skip(1)
                .Select(after => (Utc: after.Start, Before: Minutes(zone.GetUtcOffset(after.Start - Duration.Epsilon)), After: Minutes(after.WallOffset)));
            var expected = place.Value.EnumerateArray()
                .Select(t => (InstantPattern.General.Parse(Text(t, "utc")).Value, t.GetProperty("before_min").GetInt32(), t.GetProperty("after_min").GetInt32()));
            Assert.That(changes, Is.EqualTo(expected), place.Name);
        }
    }

    [Test]
    public void Every_local_time_is_the_instants_that_it_should_be()
    {
        var cases = Read("dst_cases.json").GetProperty("local_to_utc").EnumerateArray().ToList();
        foreach (var @case in cases)
        {
            var (zone, local) = (Given.Zone(Text(@case, "zone")), Minute.Parse(Text(@case, "local")).Value);
            var utc = @case.GetProperty("utc").EnumerateArray().Select(u => Given.At(u.GetString()!)).ToList();
            if (utc.Count == 0)
                utc.Add(zone.AtStrictly(Minute.Parse(Text(@case, "shifted_forward_local")).Value).ToInstant().ToUnixTimeMilliseconds());
            Assert.That((LocalTimes.First(zone, local), LocalTimes.Last(zone, local)), Is.EqualTo((utc[0], utc[^1])), @case.ToString());
        }
        Assert.That(cases, Has.Count.GreaterThan(200));
    }

    [Test]
    public void A_day_that_is_open_from_midnight_to_midnight_is_open_as_long_as_it_lasts()
    {
        foreach (var day in Read("dst_cases.json").GetProperty("day_lengths").EnumerateArray())
        {
            var (zone, date) = (Text(day, "zone"), LocalDatePattern.Iso.Parse(Text(day, "date")).Value);
            var opening = Given.Open(Given.EveryDay(Given.Closed), zone, exceptions: (Text(day, "date"), [Given.Span(0, 24)]));
            var (start, end) = (Given.At(Text(day, "civil_day_start_utc")), Given.At(Text(day, "civil_day_end_utc")));
            Assert.That(opening.OpenMs(start - 86_400_000, end + 86_400_000), Is.EqualTo(day.GetProperty("length_min").GetInt32() * 60_000L), date.ToString());
            Assert.That((opening.NextOpening(start - 1), opening.NextClosing(start)), Is.EqualTo((start, end)), date.ToString());
        }
    }

    [Test]
    public void Public_holidays_are_those_days_and_no_others()
    {
        var rows = Read("holidays.json").GetProperty("rows").EnumerateArray()
            .Where(r => Text(r, "type") == "public")
            .GroupBy(r => (Region: Region(Text(r, "country"), r.GetProperty("state").GetString()), Year: r.GetProperty("year").GetInt32()));
        foreach (var year in rows)
        {
            var expected = year.Select(r => LocalDatePattern.Iso.Parse(Text(r, "date")[..10]).Value).ToHashSet();
            // A New Year's Day that is free on its eve belongs to the next year there, which the data does not have.
            var ours = HolidayTable.Of(year.Key.Region, year.Key.Year).Where(d => expected.Contains(d) || d is not { Month: 12, Day: 31 });
            Assert.That(ours, Is.EquivalentTo(expected), year.Key.ToString());
            // Quebec's winter instants are those of Blanc-Sablon, which is an hour ahead of the zone that the rows name.
            foreach (var row in year.Where(r => Text(r, "country") != "CA"))
                Assert.That(LocalTimes.First(Given.Zone(Text(row, "tz")), LocalDatePattern.Iso.Parse(Text(row, "date")[..10]).Value.AtMidnight()),
                    Is.EqualTo(DateTimeOffset.Parse(Text(row, "startUtc"), System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds()), row.ToString());
        }
    }

    /// <summary>The department 57 is Moselle.</summary>
    private static string Region(string country, string? state) => (country, state) switch
    {
        ("FR", "57") => "FR-AM",
        (_, null) => country,
        _ => $"{country}-{state}",
    };

    private static JsonElement Read(string file) => JsonDocument.Parse(File.ReadAllText(Corpora.Path("h_hours", file))).RootElement;

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static int Minutes(Offset offset) => offset.Seconds / 60;
}
