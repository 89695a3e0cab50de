using System.Text.Json;
using Dapper;
using NUnit.Framework;
using SupportHub.Integration.Realtime;
using SupportHub.Tests;

namespace SupportHub.Integration.Routing;

/// <summary>Offers, presence, and what the waiting customer is told, from outside, with the clock in hand.</summary>
[OnBothEngines]
public sealed class WaitingTests(Engine engine) : WaitingWorld(engine)
{
    [Test]
    public async Task It_rings_at_one_agent_after_the_other_until_somebody_accepts_and_the_customer_sees_no_ringing()
    {
        await Ringing();
        await using var claire = await World.Agent(Hub, 1);
        await using var arnaud = await World.Agent(Hub, 2);
        await using var customer = await World.Visitor(Hub.Address);
        var id = await Asks(customer, 1);

        var first = await Rings(claire, id);
        var asked = first == 1 ? claire : arnaud;
        var other = first == 1 ? arnaud : claire;
        Assert.That(await other.Refused("Accept", id), Is.EqualTo("offer-over"));
        await asked.Ask("Decline", new { conversation = id, reason = "secret-lunch" });
        Assert.That(await Rings(claire, id, not: first), Is.Not.EqualTo(first));
        await other.Ask("Accept", id);

        var joined = await Eventually(customer, "Entries", p => ChatTests.Kinds(p).Contains("joined"));
        Assert.That(Joined(joined), Is.EqualTo(first == 1 ? "Arnaud" : "Claire"));
        Assert.That(string.Join('\n', customer.Frames), Does.Not.Contain("secret").And.Not.Contain("offered").And.Not.Contain("offer-ended"));
        Assert.That(await asked.Refused("Accept", id), Is.EqualTo("offer-over"));
    }

    [Test]
    public async Task An_agent_who_lets_two_offers_ring_is_away_and_told_so()
    {
        await Ringing();
        await using var claire = await World.Agent(Hub, 1);
        await using var customer = await World.Visitor(Hub.Address);
        var id = await Asks(customer, 1);

        Assert.That(await Rings(claire, id), Is.EqualTo(1));
        var away = await Eventually(claire, "Agents", p => p.GetProperty("agents").EnumerateArray().Any(a => a.TryGetProperty("reason", out _)), seconds: 180);
        var me = away.GetProperty("agents").EnumerateArray().First(a => a.GetProperty("person").GetProperty("id").GetInt64() == 1);
        Assert.That((me.GetProperty("presence").GetString(), me.GetProperty("reason").GetString()), Is.EqualTo(("away", "missed-offers")));
        var nobody = await Eventually(customer, "Entries", p => Holds(p).Contains("nobody"));
        Assert.That(nobody.GetProperty("entries")[0].GetProperty("body").GetString(), Does.StartWith("Claire had to step away, and nobody else is here right now."));

        await claire.Ask("SetPresence", "online");
        Assert.That(await Rings(claire, id), Is.EqualTo(1), "back again, it rings again");
    }

    [Test]
    public async Task Whose_agent_vanishes_is_taken_over_at_the_front_and_told_kindly()
    {
        Hub = await InProcessHub.Start(Store, Clock);
        var claire = await World.Agent(Hub, 1);
        await using var first = await World.Visitor(Hub.Address);
        await Asks(first, 1);
        await Eventually(first, "Entries", p => ChatTests.Kinds(p).Contains("joined"));
        await using var second = await World.Visitor(Hub.Address);
        await Asks(second, 2);
        await Eventually(second, "Waiting", p => p.TryGetProperty("card", out var c) && c.TryGetProperty("agent", out _));

        await claire.DisposeAsync();
        await using var arnaud = await World.Agent(Hub, 2);
        await Eventually(second, "Entries", p => Joined(p) == "Arnaud");
        await arnaud.Ask("Resolve", new { conversation = (await Summaries(arnaud)).First(s => Agent(s) == 2).GetProperty("id").GetInt64(), outcome = "solved" });
        await Eventually(first, "Entries", p => ChatTests.Kinds(p).Contains("left"), seconds: 180);
        var over = await Eventually(first, "Entries", p => Joined(p) == "Arnaud");
        Assert.That(over.GetProperty("entries").EnumerateArray().First(e => ChatTests.Kind(e) == "hold").GetProperty("body").GetString(), Does.StartWith("Claire lost the connection; Arnaud takes over."));
    }

    [Test]
    public async Task Whose_agent_vanishes_while_nobody_else_is_here_is_told_why_and_taken_over_by_who_comes()
    {
        Hub = await InProcessHub.Start(Store, Clock);
        var claire = await World.Agent(Hub, 1);
        await using var customer = await World.Visitor(Hub.Address);
        await Answered(customer, 1);

        await claire.DisposeAsync();
        var told = await Eventually(customer, "Entries", p => Holds(p).Contains("nobody"), seconds: 180);
        Assert.That(told.GetProperty("entries").EnumerateArray().First(e => ChatTests.Kind(e) == "hold").GetProperty("body").GetString(), Does.StartWith("Claire lost the connection, and nobody else is here right now."));
        await using var arnaud = await World.Agent(Hub, 2);
        var over = await Eventually(customer, "Entries", p => Joined(p) == "Arnaud");
        Assert.That(over.GetProperty("entries").EnumerateArray().First(e => ChatTests.Kind(e) == "hold").GetProperty("body").GetString(), Does.StartWith("Claire lost the connection; Arnaud takes over."));
    }

    [Test]
    public async Task What_is_on_record_is_known_to_whoever_dispatches_next()
    {
        Hub = await InProcessHub.Start(Store, Clock);
        await using var connection = await Open();
        for (var session = 1; session <= 20; session++)
        {
            await using var customer = await World.Visitor(Hub.Address);
            var id = await Asks(customer, session);
            await Eventually(customer, "Entries", p => Holds(p).Contains("nobody"));
            // At once, and not soon: a hub that dies in between would say it again.
            Assert.That(await connection.QueryAsync<string>("SELECT card FROM waiting_cards WHERE conversation_id = @id", new { id }), Has.One.Contains("Nobody is here"));
        }
    }

    [Test]
    public async Task An_agent_who_returns_in_time_has_lost_nothing()
    {
        Hub = await InProcessHub.Start(Store, Clock);
        var claire = await World.Agent(Hub, 1);
        await using var customer = await World.Visitor(Hub.Address);
        var id = await Asks(customer, 1);
        await Eventually(customer, "Entries", p => ChatTests.Kinds(p).Contains("joined"));

        await claire.DisposeAsync();
        await Pass(20);
        await using var again = await World.Agent(Hub, 1);
        await Pass(40);

        var page = await customer.Ask("After", id, 0);
        Assert.That(ChatTests.Kinds(page), Does.Not.Contain("left"));
    }

    [Test]
    public async Task Who_is_finishing_gets_no_new_chat_and_is_offline_after_the_last()
    {
        Hub = await InProcessHub.Start(Store, Clock);
        await using var claire = await World.Agent(Hub, 1);
        await using var first = await World.Visitor(Hub.Address);
        var id = await Asks(first, 1);
        await Eventually(first, "Entries", p => ChatTests.Kinds(p).Contains("joined"));

        await claire.Ask("SetPresence", "finishing");
        await using var second = await World.Visitor(Hub.Address);
        await Asks(second, 2);
        await Eventually(second, "Waiting", p => p.TryGetProperty("card", out var c) && c.GetProperty("doing").GetString() == "nobody-here");
        await claire.Ask("Resolve", new { conversation = id, outcome = "solved" });
        await Eventually(claire, "Agents", p => p.GetProperty("agents").EnumerateArray().Any(a =>
            a.GetProperty("presence").GetString() == "offline" && a.TryGetProperty("reason", out var r) && r.GetString() == "finished"));
    }

    [Test]
    public async Task What_is_told_is_on_record_said_again_at_a_cadence_and_another_who_answers_is_explained()
    {
        Hub = await InProcessHub.Start(Store, Clock);
        await using var claire = await World.Agent(Hub, 1);
        await using var busy = await World.Visitor(Hub.Address);
        await Asks(busy, 1);
        await Eventually(busy, "Entries", p => ChatTests.Kinds(p).Contains("joined"));
        await using var customer = await World.Visitor(Hub.Address, language: "fr");
        var id = await Asks(customer, 2);

        var told = await Eventually(customer, "Entries", p => Holds(p).Contains("first"));
        var hold = told.GetProperty("entries").EnumerateArray().First(e => ChatTests.Kind(e) == "hold");
        Assert.That(hold.GetProperty("body").GetString(), Does.Contain("Claire").And.Contain("collègue"));
        Assert.That(hold.GetProperty("detail").GetProperty("place").GetInt32(), Is.EqualTo(1));
        Assert.That(hold.GetProperty("detail").GetProperty("toMinutes").GetInt32(), Is.GreaterThan(0));
        var again = await Eventually(customer, "Waiting", p => p.TryGetProperty("card", out var c) && c.TryGetProperty("said", out var said) && said.GetString() == "refresh", seconds: 300);
        Assert.That(again.GetProperty("card").GetProperty("text").GetString(), Does.Contain("Claire"));

        await using var arnaud = await World.Agent(Hub, 2);
        var joined = await Eventually(customer, "Entries", p => Joined(p) == "Arnaud");
        var why = joined.GetProperty("entries").EnumerateArray().First(e => ChatTests.Kind(e) == "hold");
        Assert.That(why.GetProperty("detail").GetProperty("hold").GetString(), Is.EqualTo("answered-by-other"));
        Assert.That(why.GetProperty("body").GetString(), Does.Contain("Arnaud").And.Contain("Claire"));
        Assert.That((await customer.Ask("After", id, 0)).GetProperty("entries").EnumerateArray().Count(e => ChatTests.Kind(e) == "hold"), Is.GreaterThanOrEqualTo(2), "a refresh is not on record, a word is");
    }

    [Test]
    public async Task After_a_restart_a_waiting_customer_is_still_promised_the_same_person()
    {
        Hub = await InProcessHub.Start(Store, Clock);
        await using (var claire = await World.Agent(Hub, 1))
        await using (var busy = await World.Visitor(Hub.Address))
        {
            await Asks(busy, 1);
            await Eventually(busy, "Entries", p => ChatTests.Kinds(p).Contains("joined"));
        }
        var token = await World.Token(Hub.Address);
        long id;
        await using (var claire = await World.Agent(Hub, 1))
        await using (var customer = await World.Visitor(Hub.Address, token))
        {
            id = await Asks(customer, 2);
            await Eventually(customer, "Entries", p => Holds(p).Contains("first"));
        }
        await Hub.DisposeAsync();

        Hub = await InProcessHub.Start(Store, Clock);
        await using var after = await World.Agent(Hub, 1);
        await using var back = await World.Visitor(Hub.Address, token);
        await Pass(15);
        var holds = (await back.Ask("After", id, 0)).GetProperty("entries").EnumerateArray().Where(e => ChatTests.Kind(e) == "hold").Select(e => e.GetProperty("detail").GetProperty("hold").GetString());
        Assert.That(holds, Is.EqualTo(new[] { "first" }), "nothing else was said: no other name, nobody who is not here");
        var card = (await back.Ask("Hello", new { version = 1, language = "en" })).GetProperty("conversation").GetProperty("waiting");
        Assert.That(card.GetProperty("agent").GetProperty("firstName").GetString(), Is.EqualTo("Claire"));
    }

    [Test]
    public async Task The_report_compares_what_was_announced_with_what_happened_for_supervisors_alone()
    {
        Hub = await InProcessHub.Start(Store, Clock);
        await using var claire = await World.Agent(Hub, 1);
        await using var busy = await World.Visitor(Hub.Address);
        var first = await Asks(busy, 1);
        await Eventually(busy, "Entries", p => ChatTests.Kinds(p).Contains("joined"));
        await using var customer = await World.Visitor(Hub.Address);
        await Asks(customer, 2);
        await Eventually(customer, "Entries", p => Holds(p).Contains("first"));
        await Pass(90);
        await claire.Ask("Resolve", new { conversation = first, outcome = "solved" });
        await Eventually(customer, "Entries", p => Joined(p) == "Claire");

        Assert.That((await Get(1)).Status, Is.EqualTo(403));
        var report = (await Get(3)).Body;
        Assert.That(report.GetProperty("all").GetProperty("answered").GetInt32(), Is.EqualTo(2));
        Assert.That(report.GetProperty("all").GetProperty("serviceLevelPercent").GetDouble(), Is.EqualTo(50), "90 seconds are more than the 60 of the site");
        var announced = report.GetProperty("all").GetProperty("announced");
        Assert.That((announced.GetProperty("named").GetInt32(), announced.GetProperty("namedAnsweredPercent").GetDouble(), announced.GetProperty("withinPercent").GetDouble()), Is.EqualTo((1, 100.0, 100.0)));
        Assert.That(report.GetProperty("points")[0].GetProperty("waitedSeconds").GetDouble(), Is.InRange(85, 130));
        Assert.That(report.GetProperty("hours")[0].GetProperty("hour").GetInt32(), Is.EqualTo(9));
    }

    private async Task Ringing()
    {
        await using (var connection = await Open())
            await connection.ExecuteAsync("INSERT INTO topic_routing (topic_id, mode, offer_seconds, priority) VALUES (@topic, 1, 20, 0)", new { topic = World.Topic });
        Hub = await InProcessHub.Start(Store, Clock);
    }

    /// <returns>The agent at whom it rings now.</returns>
    private async Task<long> Rings(RawSignalR console, long id, long not = 0)
    {
        var summary = await Eventually(console, "Summary", s => s.GetProperty("id").GetInt64() == id && s.TryGetProperty("offeredTo", out var to) && to.GetInt64() != not);
        return summary.GetProperty("offeredTo").GetInt64();
    }

    private static long? Agent(JsonElement summary) => summary.TryGetProperty("agentId", out var id) ? id.GetInt64() : null;

    private async Task<(int Status, JsonElement Body)> Get(long agent)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Hub.Address, "/api/reports/waiting?days=1"));
        request.Headers.Add("Cookie", World.Cookie(Hub, agent));
        using var answer = await http.SendAsync(request);
        return ((int)answer.StatusCode, answer.IsSuccessStatusCode ? JsonElement.Parse(await answer.Content.ReadAsStringAsync()) : default);
    }
}
