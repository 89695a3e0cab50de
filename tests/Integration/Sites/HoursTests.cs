using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using SupportHub.Shared;
using SupportHub.Sites.Hours;
using SupportHub.Tests.Agents;

namespace SupportHub.Tests.Sites;

[OnBothEngines]
public sealed class HoursTests(Engine engine)
{
    private static readonly IReadOnlyList<HoursSpan> Office = [new(9 * 60, 12 * 60), new(14 * 60, 18 * 60)];

    private TestDatabase _database = null!;

    [SetUp]
    public async Task Start()
    {
        _database = await TestDatabase.Create(engine);
        await World.Seed(_database, capacity: 1, "Claire");
    }

    [TearDown]
    public void End() => _database.Dispose();

    [Test]
    public async Task Hours_are_kept_as_they_were_written_and_a_site_that_never_set_any_has_the_chat_day_and_night()
    {
        await using var hub = await InProcessHub.Start(_database);
        await hub.AnAgent("Boss", Role.Administrator, language: "fr");
        using var boss = await SettingsClient.SignIn(hub, "boss@example.com");

        var (_, before) = await boss.Get("/api/sites/1/hours");
        Assert.That((string?)before!["plan"]!["timeZone"], Is.EqualTo("UTC"));
        Assert.That(before["available"]!.AsArray().Select(c => (string?)c), Is.EqualTo(new[] { "chat" }));

        var plan = Plan("""[{"from":840,"to":1080},{"from":540,"to":720}]""");
        var (status, saved) = await boss.Put("/api/sites/1/hours", plan);
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), saved?.ToString());
        var (_, again) = await boss.Get("/api/sites/1/hours");
        Assert.That(JsonNode.DeepEquals(again!["plan"], JsonNode.Parse(Plan("""[{"from":540,"to":720},{"from":840,"to":1080}]"""))), Is.True, again["plan"]!.ToString());
        Assert.That(again["regions"]!.AsArray().Select(r => (string?)r!["name"]), Does.Contain("France, Alsace et Moselle"));

        var (refused, problem) = await boss.Put("/api/sites/1/hours", Plan("""[{"from":540,"to":720},{"from":660,"to":840}]"""));
        Assert.That(refused, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((string?)problem!["errors"]!["schedules.0.0"]![0], Is.EqualTo("Lundi : 09:00–12:00 et 11:00–14:00 se chevauchent."));
    }

    [Test]
    public async Task The_widget_is_told_what_is_open_and_never_keeps_it_beyond_a_closing()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2026-11-24T17:59:30+01:00", CultureInfo.InvariantCulture));
        await using var hub = await InProcessHub.Start(_database, clock);
        await Save(hub, Week(Office), []);

        var (open, fresh) = await Widget(hub);
        Assert.That(Chat(open).GetProperty("open").GetBoolean(), Is.True);
        Assert.That(fresh, Is.EqualTo(TimeSpan.FromSeconds(30)));
        Assert.That(open.GetProperty("changesAt").GetInt64(), Is.EqualTo(Ms("2026-11-24T18:00:00+01:00")));

        clock.Advance(TimeSpan.FromSeconds(30));
        var (closed, minute) = await Widget(hub);
        Assert.That(Chat(closed).GetProperty("opensAt").GetInt64(), Is.EqualTo(Ms("2026-11-25T09:00:00+01:00")));
        Assert.That(minute, Is.EqualTo(TimeSpan.FromSeconds(60)));
        Assert.That(closed.GetProperty("channels").EnumerateArray().Last().TryGetProperty("topicId", out _), Is.False, "the last is for no topic");
    }

    [Test]
    public async Task A_message_that_comes_while_closed_is_taken_and_is_given_to_an_agent_at_the_opening()
    {
        await using var hub = await InProcessHub.Start(_database);
        var day = TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(2);
        await Save(hub, Week([]), [new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Office)], "UTC");
        await using var claire = await World.Agent(hub, 1);
        await using var customer = await World.Visitor(hub.Address);

        var started = await customer.Ask("Start", new { session = 5, topicId = World.Topic, body = "It is late" });
        var card = (await customer.Next("Waiting")).GetProperty("card");
        Assert.That(card.GetProperty("doing").GetString(), Is.EqualTo("closed"));
        Assert.That(card.GetProperty("opensAt").GetInt64(), Is.EqualTo(new DateTimeOffset(day.AddHours(9), TimeSpan.Zero).ToUnixTimeMilliseconds()));

        // Another topic is open: nobody is kept from it by those who wait for the morning.
        await using var other = await World.Visitor(hub.Address);
        await other.Ask("Start", new { session = 6, body = "About something else" });
        await other.Next("Entries", HasJoined);
        Assert.That(customer.Pushes.Held("Entries").Any(HasJoined), Is.False);

        await claire.Ask("Resolve", new { conversation = (await claire.Next("Summary", s => s.GetProperty("status").GetString() == "assigned")).GetProperty("id").GetInt64(), outcome = "solved" });
        await Save(hub, Week([new(0, 1440)]), []);
        await customer.Next("Entries", HasJoined);
        Assert.That(started.GetProperty("status").GetString(), Is.EqualTo("waiting"));
    }

    private static async Task Save(InProcessHub hub, WeeklyHours week, IReadOnlyList<DateHours> exceptions, string zone = "Europe/Paris")
    {
        var saved = await hub.Get<HoursDesk>().Save(1, new HoursPlan(
            zone, null, [week], exceptions, [new(World.Topic, ChannelKind.Chat, Offered: true, week.Id, null)]));
        Assert.That(saved.Faults, Is.Empty);
    }

    private static WeeklyHours Week(IReadOnlyList<HoursSpan> spans) => new(1, "Office", [.. Enumerable.Repeat(spans, 7)]);

    private static string Plan(string monday) =>
        $$$"""
        {"timeZone":"Europe/Paris","holidays":"FR-AM",
         "schedules":[{"id":1,"name":"Bureau","days":[{{{monday}}},[],[],[],[{"from":1320,"to":1560}],[],[]]}],
         "exceptions":[{"date":"2026-12-24","spans":[{"from":540,"to":720}]},{"date":"2026-12-31","spans":[]}],
         "channels":[{"topicId":11,"channel":"chat","offered":true,"scheduleId":1},{"topicId":11,"channel":"email","offered":true,"scheduleId":1,"answerMinutes":240},{"channel":"phone","offered":false}]}
        """;

    private static async Task<(JsonElement Site, TimeSpan? Fresh)> Widget(InProcessHub hub)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(hub.Address, $"/api/widget/{World.SiteKey}"));
        return (JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement, answer.Headers.CacheControl!.MaxAge);
    }

    private static JsonElement Chat(JsonElement site) =>
        site.GetProperty("channels").EnumerateArray().First(c => c.GetProperty("topicId").GetInt64() == World.Topic).GetProperty("channels").EnumerateArray().Single();

    private static bool HasJoined(JsonElement push) => push.GetProperty("entries").EnumerateArray().Any(e => e.GetProperty("kind").GetString() == "joined");

    private static long Ms(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();
}
