using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using NUnit.Framework;
using SupportHub.Callbacks.Lines;
using SupportHub.Callbacks.Lines.Trial;
using SupportHub.Shared;
using SupportHub.Storage;
using SupportHub.Tests;
using SupportHub.Tests.Agents;

namespace SupportHub.Integration.Callbacks;

/// <summary>An administrator calls a phone of her own to see that the line works.</summary>
[OnBothEngines]
public sealed class TestCallTests(Engine engine) : CallWorld(engine)
{
    private const string Own = "06 12 34 56 78";

    [Test]
    public async Task The_phone_rings_a_voice_says_that_the_line_works_and_the_page_says_so_too()
    {
        using var page = await Administrator();
        var begun = await Begin(page, Own);
        await Phones.Sees(Lucie, Company);
        await Eventually.Succeeds(async () => Assert.That((await Look(page, begun.Id)).Step, Is.EqualTo(PhoneTestStep.Ringing)));
        await Phones.Do(Lucie, "pick-up");
        await Phones.Sees(Lucie, "The telephone line works.");
        var over = await Over(page, begun.Id);
        Assert.That(over, Is.EqualTo(new PhoneTest(begun.Id, PhoneTestStep.Works)));
    }

    [Test]
    public async Task A_number_is_not_kept_for_a_page_that_was_closed()
    {
        using var page = await Administrator();
        await Begin(page, Own);
        var sql = Hub.Get<TrialSql>();
        var nowMs = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        await sql.Sweep(nowMs, default);
        Assert.That(await Kept(), Is.EqualTo(new[] { Lucie }), "it is under way");
        await sql.Sweep(nowMs + (long)TrialRules.Longest.TotalMilliseconds + 1000, default);
        Assert.That(await Kept(), Is.EqualTo(new[] { "" }), "nobody has looked, and nothing was heard");
        await NothingRings();
        await Begin(page, Own);
        await Close(TrialRules.Longest);
        await NothingRings();
        await Begin(page, Own);
        Assert.That(await Kept(), Is.EquivalentTo(new[] { "", "", Lucie }), "the next one closes it");

        // A phone that still rings is busy for the next call, which may be over before it is answered that it has begun.
        async Task NothingRings()
        {
            foreach (var call in Calls)
                call.HangUp();
            await Eventually.Succeeds(() => Calls.All(c => c.IsOver) ? Task.CompletedTask : throw new TimeoutException("A phone still rings."));
        }

        async Task<IReadOnlyList<string>> Kept()
        {
            await using var connection = await Hub.Get<Database>().Open();
            return [.. await connection.QueryAsync<string>("SELECT callee FROM call_trials")];
        }

        async Task Close(TimeSpan ago)
        {
            await using var connection = await Hub.Get<Database>().Open();
            await connection.ExecuteAsync("UPDATE call_trials SET began_at = began_at - @ms", new { ms = (long)ago.TotalMilliseconds + 1000 });
        }
    }

    [Test]
    public async Task What_was_just_typed_is_tried_and_not_stored()
    {
        using var page = await Administrator();
        await Phones.Habit(Lucie, "PicksUp");
        // More often than a day allows calls: nothing was dialled.
        for (var i = 0; i < 6; i++)
            Assert.That((await Begin(page, Own, line => line with { AuthToken = "another" })).Why, Does.StartWith("Twilio refuses the account or the token."));
        var notOurs = await Begin(page, Own, line => line with { Number = "+33184800009" });
        Assert.That(notOurs.Why, Does.StartWith("The number to be shown does not belong to this Twilio account."));
        Assert.That((await Over(page, (await Begin(page, Own)).Id)).Step, Is.EqualTo(PhoneTestStep.Works), "with the stored token");
    }

    [Test]
    public async Task A_public_address_that_the_network_does_not_reach_is_said_as_exactly_that()
    {
        using var page = await Administrator();
        await Phones.Habit(Lucie, "PicksUp");
        var nowhere = $"http://127.0.0.1:{Ports.Free()}";
        var over = await Over(page, (await Begin(page, Own, line => line with { PublicUrl = nowhere })).Id);
        Assert.That(over.Why, Does.StartWith($"The call was answered, but Twilio never asked this server what to say: {nowhere} cannot be reached"));
    }

    [Test]
    public async Task Somebody_who_does_not_pick_up_has_seen_that_the_line_works_so_far()
    {
        using var page = await Administrator();
        await Phones.Habit(Lucie, "Busy");
        Assert.That((await Over(page, (await Begin(page, Own)).Id)).Why, Does.StartWith("The phone is busy, or the call was declined."));
    }

    [Test]
    public async Task Numbers_that_customers_could_not_give_are_not_tried_and_an_agents_phone_is()
    {
        using var page = await Administrator();
        foreach (var (number, words) in new[] { ("0899 70 00 00", "never called"), ("15", "never called"), ("06 12", "whole number"), ("+1 202 456 1111", "not among those"), ("", "fill this in") })
            Assert.That(await Fault(page, number), Does.Contain(words), number);
        Assert.That(await Fault(page, Own, line => line with { Number = "12" }, "number"), Does.Contain("whole number"));
        await Phones.Habit(PhoneOf(2), "PicksUp");
        var abroad = await Begin(page, PhoneOf(2), line => line with { Countries = ["BE"] });
        Assert.That((await Over(page, abroad.Id)).Step, Is.EqualTo(PhoneTestStep.Works), "an agent's phone is called wherever it is");
    }

    [Test]
    public async Task Tests_count_like_calls_and_two_at_once_are_one()
    {
        using var page = await Administrator();
        var both = await Task.WhenAll(Post(page, Own), Post(page, Own));
        Assert.That(both.Select(answer => answer.Status), Is.EquivalentTo(new[] { HttpStatusCode.OK, HttpStatusCode.BadRequest }));
        await Phones.Do(Lucie, "decline");
        await Over(page, Read(both.Single(a => a.Status == HttpStatusCode.OK).Body).Id);
        await Phones.Habit(Lucie, "Busy");
        await Over(page, (await Begin(page, Own, line => line with { PerNumberADay = 2 })).Id);
        Assert.That(await Fault(page, Own, line => line with { PerNumberADay = 2 }), Does.StartWith("As many calls as a day allows"));
        Assert.That(await Fault(page, "06 12 34 56 79", line => line with { CentsADay = 19, CentsAMinute = 10 }), Does.StartWith("What calls may cost today is spent."));
    }

    [Test]
    public async Task Only_administrators_can_call_and_only_the_network_is_believed()
    {
        await Hub.AnAgent("Paul");
        using var paul = await SettingsClient.SignIn(Hub, "paul@example.com");
        Assert.That((await Post(paul, Own)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        using var page = await Administrator();
        var begun = await Begin(page, Own);
        using var stranger = new HttpClient { BaseAddress = Hub.Address };
        using var lie = new FormUrlEncodedContent([new("AccountSid", "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), new("CallSid", "CA0"), new("CallStatus", "completed")]);
        Assert.That((await stranger.PostAsync($"/api/calls/1/test/{begun.Id}/status", lie)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await Look(page, begun.Id)).Step, Is.AnyOf(PhoneTestStep.Dialling, PhoneTestStep.Ringing));
        Assert.That((await stranger.GetAsync($"/api/sites/1/phone/test/{begun.Id}")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    private async Task<SettingsClient> Administrator()
    {
        await Hub.AnAgent("Boss", Role.Administrator);
        return await SettingsClient.SignIn(Hub, "boss@example.com");
    }

    /// <summary>With the stored settings, but for what is changed; secrets are left empty.</summary>
    private async Task<(HttpStatusCode Status, JsonNode? Body)> Post(SettingsClient page, string number, Func<PhoneLine, PhoneLine>? change = null)
    {
        var stored = Hub.Get<LineDesk>().Read(1).Value!.Line!;
        return await page.Post("/api/sites/1/phone/test", JsonSerializer.Serialize(new PhoneTestOrder(change?.Invoke(stored) ?? stored, number), WireJson.Info<PhoneTestOrder>()));
    }

    private async Task<PhoneTest> Begin(SettingsClient page, string number, Func<PhoneLine, PhoneLine>? change = null)
    {
        var (status, body) = await Post(page, number, change);
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), body?.ToJsonString());
        return Read(body);
    }

    private async Task<string?> Fault(SettingsClient page, string number, Func<PhoneLine, PhoneLine>? change = null, string field = "testNumber")
    {
        var (status, body) = await Post(page, number, change);
        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest), number);
        return (string?)body!["errors"]![field]?[0];
    }

    private static async Task<PhoneTest> Look(SettingsClient page, long id) => Read((await page.Get($"/api/sites/1/phone/test/{id}")).Body);

    private static async Task<PhoneTest> Over(SettingsClient page, long id)
    {
        PhoneTest? over = null;
        await Eventually.Succeeds(async () => Assert.That((over = await Look(page, id)).Step, Is.AnyOf(PhoneTestStep.Works, PhoneTestStep.Failed)));
        return over!;
    }

    private static PhoneTest Read(JsonNode? body) => body.Deserialize(WireJson.Info<PhoneTest>())!;
}
