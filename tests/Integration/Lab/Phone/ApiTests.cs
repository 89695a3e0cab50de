using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NUnit.Framework;
using SupportHub.Callbacks.Twilio;
using SupportHub.Tests;
using static SupportHub.Integration.Lab.Phone.PhoneWorld;

namespace SupportHub.Integration.Lab.Phone;

/// <summary>The Lab's telephone network as Twilio's API, with the hub's own client, and what goes wrong there.</summary>
public sealed class ApiTests
{
    private PhoneWorld _world = null!;

    [SetUp]
    public async Task Start() => _world = await PhoneWorld.Start();

    [TearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [Test]
    public async Task A_wrong_token_is_refused()
    {
        var refused = (Placement.Refused)await _world.Line.Place(_world.Account with { Secret = "other" }, _world.Order(), default);
        Assert.That((refused.Why.Trouble, refused.Why.Code), Is.EqualTo((LineTrouble.SignIn, (int?)20003)));
        Assert.That((await _world.Line.Fetch(_world.Account with { Sid = "ACbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb" }, "CA1", default)).Refusal!.Trouble, Is.EqualTo(LineTrouble.SignIn));
    }

    [Test]
    public async Task An_API_key_signs_in() => Assert.That(
        await _world.Line.Place(_world.Account with { User = "SKaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" }, _world.Order(), default), Is.InstanceOf<Placement.Placed>());

    [TestCase("0612345678", Company, LineTrouble.NumberInvalid)]
    [TestCase(Claire, "+33184800001", LineTrouble.CallerNotVerified)]
    [TestCase(Claire, "0184800000", LineTrouble.CallerNotVerified)]
    public async Task A_number_that_will_not_do_is_refused(string to, string from, LineTrouble trouble)
    {
        Assert.That(((Placement.Refused)await _world.Place(_world.Order(to) with { From = from })).Why.Trouble, Is.EqualTo(trouble));
        Assert.That(await _world.Calls(), Is.Empty);
    }

    [Test]
    public async Task Nobody_knows_a_call_that_there_never_was() => Assert.That(
        (await _world.Line.Fetch(_world.Account, "CA00000000000000000000000000000000", default)).Refusal!.Trouble, Is.EqualTo(LineTrouble.NotFound));

    [TestCase("TooFast", 20429)]
    public async Task Too_many_requests_dial_nothing(string fault, int code)
    {
        await _world.Fault(orders: fault);
        var refused = (Placement.Refused)await _world.Place();
        Assert.That(refused.Why with { Said = null }, Is.EqualTo(new LineRefusal(LineTrouble.TooFast, code, null, TimeSpan.FromSeconds(1))));
        Assert.That(await _world.Calls(), Is.Empty);
    }

    [TestCase("Error", 0)]
    [TestCase("ErrorAfterDialling", 1)]
    [TestCase("CutAfterDialling", 1)]
    [TestCase("SilenceAfterDialling", 1)]
    public async Task After_an_unclear_answer_the_list_of_calls_tells_whether_it_rings_and_it_rings_once(string fault, int calls)
    {
        await _world.Fault(orders: fault);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(fault == "SilenceAfterDialling" ? 1 : 60));
        Assert.That(await _world.Place(cancel: patience.Token), Is.InstanceOf<Placement.Unclear>());
        Assert.That(await _world.Calls(new CallSearch(To: Claire, From: Company, Since: new DateOnly(2026, 11, 28))), Has.Count.EqualTo(calls));
        if (calls > 0)
            await _world.Sees(Claire, "Ringing");
    }

    [Test]
    public async Task A_network_that_is_not_there_dials_nothing() => Assert.That(
        await _world.Line.Place(_world.Account with { Address = new Uri($"http://127.0.0.1:{Ports.Free()}") }, _world.Order(), default),
        Is.EqualTo(new Placement.Refused(new LineRefusal(LineTrouble.NoConnection))));

    [Test]
    public async Task The_list_can_be_narrowed_and_turned_page_by_page()
    {
        await _world.Habit(Lucie, "Busy");
        await _world.Placed(_world.Order(Lucie));
        var newest = await _world.Placed();
        Assert.That((await _world.Calls()).Select(call => call.To), Is.EqualTo(new[] { Claire, Lucie }), "newest first");
        Assert.That((await _world.Calls(new CallSearch(To: Claire))).Single().Sid, Is.EqualTo(newest));
        Assert.That(await _world.Calls(new CallSearch(Since: new DateOnly(2026, 11, 29))), Is.Empty);
        Assert.That(await _world.Calls(new CallSearch(From: "+33184800009")), Is.Empty);
        var page = await Json($"Calls.json?PageSize=1&To={Uri.EscapeDataString(Lucie)}");
        Assert.That(page.GetProperty("next_page_uri").ValueKind, Is.EqualTo(JsonValueKind.Null));
        var first = await Json("Calls.json?PageSize=1");
        var next = await Json(first.GetProperty("next_page_uri").GetString()!.Split('/')[^1]);
        Assert.That(next.GetProperty("calls")[0].GetProperty("to").GetString(), Is.EqualTo(Lucie));
    }

    [Test]
    public async Task Every_answer_is_what_the_description_says()
    {
        using var file = File.OpenRead(Corpora.Path("f_twilio", "twilio_v2010_calls.strict.json"));
        var description = JsonDocument.Parse(file).RootElement;
        var call = description.GetProperty("components").GetProperty("schemas").GetProperty("api.v2010.account.call").GetProperty("properties");
        _world.Hub.Answer("/voice", "<Response><Say>x</Say></Response>");
        await _world.Habit(Claire, "PicksUp");
        var sid = await _world.Placed();
        await Eventually.Succeeds(async () => Assert.That((await _world.Fetch(sid)).Status, Is.EqualTo(LegStatus.Completed)));
        await _world.Habit(Claire, "ByHand");
        var fresh = await _world.Placed();
        foreach (var one in new[] { await Json($"Calls/{sid}.json"), await Json($"Calls/{fresh}.json") })
        {
            Assert.That(one.EnumerateObject().Select(member => member.Name), Is.EquivalentTo(call.EnumerateObject().Select(member => member.Name)));
            foreach (var member in one.EnumerateObject())
                Conforms(member, call.GetProperty(member.Name), description);
        }
        var list = description.GetProperty("paths").GetProperty("/2010-04-01/Accounts/{AccountSid}/Calls.json").GetProperty("get")
            .GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("properties");
        Assert.That((await Json("Calls.json")).EnumerateObject().Select(member => member.Name), Is.EquivalentTo(list.EnumerateObject().Select(member => member.Name)));
    }

    private static void Conforms(JsonProperty member, JsonElement schema, JsonElement description)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            schema = reference.GetString()!.TrimStart('#', '/').Split('/').Aggregate(description, (at, part) => at.GetProperty(part));
        if (member.Value.ValueKind == JsonValueKind.Null)
        {
            Assert.That(schema.TryGetProperty("nullable", out var nullable) && nullable.GetBoolean(), member.Name);
            return;
        }
        Assert.That(member.Value.ValueKind, Is.EqualTo(schema.GetProperty("type").GetString() == "object" ? JsonValueKind.Object : JsonValueKind.String), member.Name);
        if (schema.TryGetProperty("pattern", out var pattern))
            Assert.That(Regex.IsMatch(member.Value.GetString()!, pattern.GetString()!), member.Name);
        if (schema.TryGetProperty("enum", out var values))
            Assert.That(values.EnumerateArray().Select(v => v.GetString()), Does.Contain(member.Value.GetString()), member.Name);
    }

    private async Task<JsonElement> Json(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/2010-04-01/Accounts/{_world.Account.Sid}/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{_world.Account.User}:{_world.Account.Secret}")));
        using var answer = await _world.Browser.SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
