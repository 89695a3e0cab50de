using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using NUnit.Framework;
using SupportHub.Tests;

namespace SupportHub.Integration.Realtime;

/// <summary>What a client may do wrong, and what it is told: each a named refusal, and the connection still usable.</summary>
public sealed class ProtocolTests
{
    private TestDatabase _database = null!;
    private InProcessHub _hub = null!;
    private RawSignalR _customer = null!;
    private long _id;

    [SetUp]
    public async Task Start()
    {
        _database = await TestDatabase.Create(Engine.Sqlite);
        await World.Seed(_database, capacity: 1, "Claire");
        _hub = await InProcessHub.Start(_database, null, "--Limits:NewVisitorsPerMinute=10000", "--Limits:ConnectionsPerVisitor=3");
        _customer = await World.Visitor(_hub.Address);
        _id = (await _customer.Ask("Start", new { session = 5, body = "one" })).GetProperty("id").GetInt64();
    }

    [TearDown]
    public async Task End()
    {
        await _customer.DisposeAsync();
        await _hub.DisposeAsync();
        _database.Dispose();
    }

    [Test]
    public async Task Sending_the_same_number_again_answers_the_same_and_stores_nothing()
    {
        var first = await Send(2, "two");
        var again = await Send(2, "two");

        Assert.That(again.GetRawText(), Is.EqualTo(first.GetRawText()));
        Assert.That(ChatTests.Bodies(await _customer.Ask("After", _id, 0)).Count(b => b == "two"), Is.EqualTo(1));
    }

    [Test]
    public async Task Who_sends_gets_the_own_entry_before_the_answer()
    {
        var answers = await Task.WhenAll(Enumerable.Range(2, 40).Select(number => Send(number, $"text {number}")));

        var frames = _customer.Frames.ToList();
        foreach (var seq in answers.Select(a => a.GetProperty("seq").GetInt32()))
        {
            var answered = frames.FindIndex(f => Has(f, "\"type\":3") && Has(f, $"\"seq\":{seq},"));
            var told = frames.FindIndex(f => Has(f, "\"target\":\"Entries\"") && Has(f, $"\"seq\":{seq},"));
            Assert.That(told, Is.InRange(0, answered), $"entry {seq}");
        }

        static bool Has(string frame, string part) => frame.Contains(part, StringComparison.Ordinal);
    }

    [Test]
    public async Task An_old_number_for_another_text_is_refused() =>
        Assert.That(await _customer.Refused("Send", new { conversation = _id, session = 5, number = 1, body = "something else" }), Is.EqualTo("number-reused"));

    [Test]
    public async Task A_gap_in_the_numbers_is_refused_and_filling_it_heals()
    {
        Assert.That(await _customer.Refused("Send", new { conversation = _id, session = 5, number = 4, body = "four" }), Is.EqualTo("number-gap"));
        foreach (var (number, text) in new[] { (2, "two"), (3, "three"), (4, "four") })
            await Send(number, text);
        Assert.That(ChatTests.Bodies(await _customer.Ask("After", _id, 0)).Where(b => b is not null), Is.EqualTo(new[] { "one", "two", "three", "four" }));
    }

    [Test]
    public async Task Starting_twice_with_the_same_session_is_the_same_conversation_and_with_another_is_refused()
    {
        Assert.That((await _customer.Ask("Start", new { session = 5, body = "one" })).GetProperty("id").GetInt64(), Is.EqualTo(_id));
        Assert.That(await _customer.Refused("Start", new { session = 6, body = "two" }), Is.EqualTo("already-open"));
    }

    [Test]
    public async Task Texts_that_cannot_be_kept_are_refused_by_name()
    {
        Assert.That(await _customer.Refused("Send", new { conversation = _id, session = 5, number = 2, body = "" }), Is.EqualTo("empty"));
        Assert.That(await _customer.Refused("Send", new { conversation = _id, session = 5, number = 2, body = new string('x', 1024 * 1024) }), Is.EqualTo("too-long"));
        Assert.That(await _customer.Refused("Send", new { conversation = _id, session = 5, number = 2, body = new string('x', 100_000) }), Is.EqualTo("too-long"));
        Assert.That(await _customer.Refused("Send", new { conversation = _id, session = 5, number = 2, body = "nul \0" }), Is.EqualTo("text-invalid"));
        await _customer.SendText($$"""{"type":1,"invocationId":"x","target":"Send","arguments":[{"conversation":{{_id}},"session":5,"number":2,"body":"half \ud83d pair"}]}""" + "\u001e");
        Assert.That(await Answer("x"), Does.Contain("text-invalid"));
        await StillUsable();
    }

    [Test]
    public async Task Bytes_that_are_no_utf8_end_that_connection_as_the_websocket_standard_asks_and_the_next_one_works()
    {
        byte[] frame = [.. Encoding.UTF8.GetBytes($$"""{"type":1,"invocationId":"x","target":"Send","arguments":[{"conversation":{{_id}},"session":5,"number":2,"body":""" + "\""), 0xff, 0xfe, .. "\"}]}\u001e"u8];
        await _customer.SendBytes(frame, WebSocketMessageType.Binary);
        var outcome = await Task.WhenAny((Task)Answer("x"), _customer.Closed);
        await outcome;

        await using var next = await World.Visitor(_hub.Address);
        Assert.That((await next.Ask("Start", new { session = 9, body = "still here" })).GetProperty("id").GetInt64(), Is.Positive);
    }

    [Test]
    public async Task Another_visitors_conversation_does_not_exist_for_a_stranger()
    {
        await using var stranger = await World.Visitor(_hub.Address);
        foreach (var id in new[] { _id, 123_456L })
        {
            Assert.That(await stranger.Refused("Send", new { conversation = id, session = 1, number = 1, body = "hi" }), Is.EqualTo("unknown-conversation"));
            Assert.That(await stranger.Refused("After", id, 0), Is.EqualTo("unknown-conversation"));
            Assert.That(await stranger.Refused("Before", id, 10), Is.EqualTo("unknown-conversation"));
            Assert.That(await stranger.Refused("Read", id, 1), Is.EqualTo("unknown-conversation"));
            Assert.That(await stranger.Refused("Typing", id), Is.EqualTo("unknown-conversation"));
            Assert.That(await stranger.Refused("Leave", id), Is.EqualTo("unknown-conversation"));
            Assert.That(await stranger.Refused("Introduce", new { conversation = id, name = "X" }), Is.EqualTo("unknown-conversation"));
            Assert.That(await stranger.Refused("Rate", new { conversation = id, score = 3 }), Is.EqualTo("unknown-conversation"));
        }
    }

    [Test]
    public async Task A_visitor_cannot_call_what_is_the_agents()
    {
        foreach (var method in new[] { "Resolve", "Note", "Take", "Open", "SetPresence", "Search", "OnConnectedAsync", "nonsense" })
            Assert.That(async () => await _customer.Invoke(method, _id), Throws.TypeOf<RawFailure>().With.Message.Contains("Method does not exist"), method);
        await StillUsable();

        // Nor at the agents' door, with or without a token.
        var token = await World.Token(_hub.Address);
        foreach (var query in new[] { "", $"?access_token={token}", $"?site={World.SiteKey}&access_token={token}" })
            Assert.That(async () => await RawSignalR.Open(new Uri(_hub.Address, $"/hubs/agent{query}")), Throws.TypeOf<WebSocketException>().With.Message.Contains("401"));
    }

    [Test]
    public async Task A_call_before_hello_is_refused_and_so_is_another_version()
    {
        await using var client = await World.Socket(_hub.Address, await World.Token(_hub.Address));

        Assert.That(await client.Refused("Send", new { conversation = _id, session = 1, number = 1, body = "hi" }), Is.EqualTo("hello-first"));
        Assert.That(await client.Refused("Hello", new { version = 99, language = "en" }), Is.EqualTo("protocol-version"));
        Assert.That((await client.Ask("Hello", new { version = 1, language = "en" })).TryGetProperty("visitorId", out _), Is.True);
    }

    [Test]
    public async Task Arguments_out_of_range_or_missing_are_refused()
    {
        Assert.That(await _customer.Refused("Send", new { conversation = _id, session = 0, number = 1, body = "hi" }), Is.EqualTo("invalid"));
        Assert.That(await _customer.Refused("Send", new { conversation = _id, session = 5, number = 0, body = "hi" }), Is.EqualTo("invalid"));
        Assert.That(await _customer.Refused("Send", new object?[] { null }), Is.EqualTo("invalid"));
        Assert.That(await _customer.Refused("Rate", new { conversation = _id, score = 11 }), Is.EqualTo("invalid"));
        Assert.That(await _customer.Refused("Send", new { conversation = _id, session = 5, number = 2, body = "x", attachmentId = 5 }), Is.EqualTo("unknown-attachment"));
        Assert.That(async () => await _customer.Invoke("Send", "not an object"), Throws.TypeOf<RawFailure>());
        Assert.That(async () => await _customer.Invoke("After", _id), Throws.TypeOf<RawFailure>());
        await StillUsable();
    }

    [Test]
    public async Task A_forged_token_a_foreign_page_and_an_unknown_site_stay_outside()
    {
        var token = await World.Token(_hub.Address);
        await Refused(HttpStatusCode.Unauthorized, $"site={World.SiteKey}&access_token={token[..^4]}AAAA", World.Origin);
        await Refused(HttpStatusCode.Unauthorized, $"site={World.SiteKey}&access_token=not-even-base64!", World.Origin);
        await Refused(HttpStatusCode.Unauthorized, $"site={World.SiteKey}", World.Origin);
        await Refused(HttpStatusCode.Forbidden, $"site={World.SiteKey}&access_token={token}", "http://evil.example");
        await Refused(HttpStatusCode.Forbidden, $"site={World.SiteKey}&access_token={token}", null);
        await Refused(HttpStatusCode.Forbidden, $"site=unknown&access_token={token}", World.Origin);

        async Task Refused(HttpStatusCode status, string query, string? origin)
        {
            foreach (var path in new[] { "/hubs/visitor", "/hubs/visitor/negotiate" })
            {
                using var http = new HttpClient();
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_hub.Address, $"{path}?{query}"));
                if (origin is not null)
                    request.Headers.Add("Origin", origin);
                using var answer = await http.SendAsync(request);
                Assert.That(answer.StatusCode, Is.EqualTo(status), query);
                Assert.That(JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("code").GetString(), Is.EqualTo("not-allowed"));
            }
            Assert.That(
                async () => await RawSignalR.Open(new Uri(_hub.Address, $"/hubs/visitor?{query}"), origin: origin),
                Throws.TypeOf<WebSocketException>().With.Message.Contains($"{(int)status}"));
        }
    }

    [Test]
    public async Task More_connections_than_a_visitor_may_have_are_refused_and_a_closed_one_makes_room()
    {
        var token = await World.Token(_hub.Address);
        List<RawSignalR> open = [await World.Visitor(_hub.Address, token), await World.Visitor(_hub.Address, token), await World.Visitor(_hub.Address, token)];

        Assert.That(async () => await World.Visitor(_hub.Address, token), Throws.TypeOf<WebSocketException>().With.Message.Contains("429"));
        foreach (var client in open)
            await client.DisposeAsync();
        await Eventually.Succeeds(async () => await (await World.Visitor(_hub.Address, token)).DisposeAsync());
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(299)]
    [TestCase(10_000)]
    public async Task Who_was_away_recovers_everything_page_by_page(int missed)
    {
        // Several on their way at once, and none overtakes another.
        foreach (var some in Enumerable.Range(2, missed).Chunk(16))
            await Task.WhenAll([.. some.Select(number => Send(number, $"text {number}"))]);
        var last = 1;
        List<string?> bodies = [];
        while (true)
        {
            var page = await _customer.Ask("After", _id, last);
            Assert.That(page.GetProperty("after").GetInt32(), Is.EqualTo(last));
            bodies.AddRange(ChatTests.Bodies(page).Where(b => b is not null));
            last = page.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("seq").GetInt32()).LastOrDefault(last);
            if (last >= page.GetProperty("head").GetInt32())
                break;
        }
        Assert.That(bodies, Is.EqualTo(Enumerable.Range(2, missed).Select(n => $"text {n}")));
    }

    private Task<JsonElement> Send(int number, string body) => _customer.Ask("Send", new { conversation = _id, session = 5, number, body });

    private async Task StillUsable() => Assert.That((await _customer.Ask("Hello", new { version = 1, language = "en" })).TryGetProperty("visitorId", out _), Is.True);

    /// <summary>The frame that answers an invocation sent by hand.</summary>
    private Task<string> Answer(string id) => Eventually.Gives(() => _customer.Frames.FirstOrDefault(f => f.Contains($"\"invocationId\":\"{id}\"", StringComparison.Ordinal)));
}
