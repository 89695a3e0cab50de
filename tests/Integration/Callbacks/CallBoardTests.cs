using System.Diagnostics;
using System.Text.Json;
using Dapper;
using NUnit.Framework;
using SupportHub.Callbacks.Lines;
using SupportHub.Shared;
using SupportHub.Storage;
using SupportHub.Tests;

namespace SupportHub.Integration.Callbacks;

/// <summary>What agents see of all callbacks, and what they do after a call.</summary>
[OnBothEngines]
public sealed class CallBoardTests(Engine engine) : CallWorld(engine)
{
    private const long Day = 24 * 3600_000;
    private static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    [Test]
    public async Task A_callback_goes_over_the_board_from_asked_to_done_and_an_agent_corrects_it()
    {
        await using var claire = await World.Agent(Hub, 1);
        await using var lucie = await World.Visitor(Hub.Address);
        var id = await Asks(lucie);
        await Sees(lucie, "joined");
        await WantsCall(lucie, id);
        await Eventually.Succeeds(async () => Assert.That(await Stage(claire, id), Is.EqualTo("asked")));
        await Accepts(claire, 1);
        await claire.Next("Summary", p => Phase(p) == "agent-ringing");
        Assert.That(await Stage(claire, id), Is.EqualTo("ringing"));
        await PicksUp(1);
        await Phones.Do(Lucie, "pick-up");
        var talking = await claire.Next("Summary", p => Phase(p) == "talking");
        Assert.That(talking.GetProperty("callPhaseAt").GetInt64(), Is.EqualTo(Now).Within(10_000));
        Assert.That(await Stage(claire, id), Is.EqualTo("talking"));
        Assert.That(Code(await claire.Invoke("CallAgain", new { conversation = id })), Is.EqualTo("calling"), "never two calls at once");
        await Phones.Do(Lucie, "hang-up");
        var over = await claire.Next("Summary", p => p.TryGetProperty("called", out _));
        Assert.That(over.GetProperty("called").GetString(), Is.EqualTo("reached"));
        Assert.That(await Stage(claire, id), Is.EqualTo("done"));

        await claire.Ask("CorrectCall", new { conversation = id, outcome = "voicemail" });
        var missed = await Card(claire, id);
        Assert.That((missed.Stage, missed.Card.GetProperty("outcome").GetString()), Is.EqualTo(("missed", "voicemail")));
        await using var arnaud = await World.Agent(Hub, 2);
        Assert.That(Code(await arnaud.Invoke("CorrectCall", new { conversation = id, outcome = "reached" })), Is.EqualTo("not-assigned"));
        Assert.That(Code(await claire.Invoke("CorrectCall", new { conversation = id, outcome = "cancelled" })), Is.EqualTo("invalid"));
    }

    [Test]
    public async Task Called_again_at_once_by_two_hands_the_phone_rings_once()
    {
        await using var claire = await World.Agent(Hub, 1);
        await using var again = await World.Agent(Hub, 1);
        await using var lucie = await World.Visitor(Hub.Address);
        var id = await Reached(claire, lucie);

        var both = await Task.WhenAll(claire.Invoke("CallAgain", new { conversation = id }), again.Invoke("CallAgain", new { conversation = id }));
        Assert.That(both.Select(Code), Is.EquivalentTo(new[] { null, "calling" }));
        await PicksUp(1);
        await Phones.Sees(PhoneOf(1), "is the person whom you call again");
        await Phones.Do(Lucie, "pick-up");
        await Phones.Do(Lucie, "hang-up");
        await claire.Next("Summary", p => p.TryGetProperty("called", out _));
        await using var connection = await Hub.Get<Database>().Open();
        Assert.That(await connection.QueryFirstAsync<long>("SELECT COUNT(*) FROM call_attempts WHERE conversation_id = @id", new { id }), Is.EqualTo(2));
    }

    [Test]
    public async Task Called_again_at_a_time_it_is_booked_and_the_customer_reads_it()
    {
        await using var claire = await World.Agent(Hub, 1);
        await using var lucie = await World.Visitor(Hub.Address);
        var id = await Reached(claire, lucie);
        Assert.That(Code(await claire.Invoke("CallAgain", new { conversation = id, at = Now - 1000 })), Is.EqualTo("invalid"));
        Assert.That(Code(await claire.Invoke("CallAgain", new { conversation = id, at = Now + 30 * Day })), Is.EqualTo("invalid"));

        var at = Now + 3600_000;
        await claire.Ask("CallAgain", new { conversation = id, at });
        await lucie.Next("Entries", p => p.GetProperty("entries").EnumerateArray().Any(e => e.GetProperty("kind").GetString() == "call-wanted"
            && e.GetProperty("detail").GetProperty("call").TryGetProperty("at", out var told) && told.GetInt64() == at));
        Assert.That((await Cards(claire, id)).Select(c => (c.Stage, c.Card.GetProperty("at").GetInt64() == at)), Is.EqualTo(new[] { ("booked", true), ("done", false) }), "what was done is done");
        Assert.That(Code(await claire.Invoke("CallAgain", new { conversation = id, at })), Is.EqualTo("not-assigned"));
    }

    [Test]
    public async Task Who_was_never_called_or_is_a_colleagues_is_not_called_again()
    {
        await using var claire = await World.Agent(Hub, 1);
        await using var lucie = await World.Visitor(Hub.Address);
        var id = await Asks(lucie);
        await Sees(lucie, "joined");
        Assert.That(Code(await claire.Invoke("CallAgain", new { conversation = id })), Is.EqualTo("no-calls"));
        Assert.That(Code(await claire.Invoke("CallAgain", new { conversation = id + 1 })), Is.EqualTo("unknown-conversation"));
        Assert.That(Code(await claire.Invoke("CallBoard", new { from = 5, until = 5 })), Is.EqualTo("invalid"));
    }

    [Test]
    public async Task Consoles_hear_at_once_whether_there_is_a_telephone()
    {
        await using var claire = await World.Agent(Hub, 1);
        await Hub.Get<LineDesk>().Remove(1);
        await claire.Next("Settings", p => !p.GetProperty("sites")[0].GetProperty("calls").GetBoolean());
        await Connect(l => l);
        await claire.Next("Settings", p => p.GetProperty("sites")[0].GetProperty("calls").GetBoolean());
    }

    [Test]
    public async Task Five_thousand_who_wait_are_counted_and_the_first_are_shown_soon()
    {
        await using (var connection = await Hub.Get<Database>().Open())
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await connection.ExecuteAsync("INSERT INTO visitors (id, site_id, name, created_at, seen_at, time_zone) VALUES (9, 1, 'Marc', 0, 0, 'Asia/Tokyo')", null, transaction);
            await connection.ExecuteAsync(
                """
                INSERT INTO conversations (id, site_id, visitor_id, start_session, topic_id, language, status, version, started_at, queued_at, channel, call_to, call_at)
                VALUES (@id, 1, 9, @id, @topic, 'fr', 0, 1, @at, @at, 2, '+33612345678', @booked)
                """,
                Enumerable.Range(1, 6000).Select(i => new { id = (long)i, topic = World.Topic, at = Now - i * 1000L, booked = i > 5000 ? Now + i * 1000L : (long?)null }), transaction);
            await transaction.CommitAsync();
        }
        await using var claire = await World.Agent(Hub, 1);
        await Board(claire, 7 * Day);
        var watch = Stopwatch.StartNew();
        var columns = await Board(claire, 7 * Day);
        TestContext.Out.WriteLine($"The board of 6,000 callbacks: {watch.ElapsedMilliseconds} ms");
        var asked = columns.Single(c => c.GetProperty("stage").GetString() == "asked");
        Assert.That((asked.GetProperty("count").GetInt32(), asked.GetProperty("cards").GetArrayLength()), Is.EqualTo((5000, CallBoard.Limit)));
        Assert.That(asked.GetProperty("cards")[0].GetProperty("conversation").GetInt64(), Is.EqualTo(5000), "who waits longest");
        var booked = columns.Single(c => c.GetProperty("stage").GetString() == "booked");
        Assert.That((booked.GetProperty("count").GetInt32(), booked.GetProperty("cards")[0].GetProperty("timeZone").GetString()), Is.EqualTo((1000, "Asia/Tokyo")));
        Assert.That(watch.ElapsedMilliseconds, Is.LessThan(2_000));
        var elsewhere = (await claire.Ask("CallBoard", new { from = Now - Day, until = Now + Day, siteId = 77 })).GetProperty("columns").EnumerateArray();
        Assert.That(elsewhere.Sum(c => c.GetProperty("count").GetInt32()), Is.Zero);
    }

    private static async Task<IReadOnlyList<JsonElement>> Board(RawSignalR agent, long ahead = Day) =>
        [.. (await agent.Ask("CallBoard", new { from = Now - Day, until = Now + ahead })).GetProperty("columns").EnumerateArray()];

    private static async Task<IReadOnlyList<(string? Stage, JsonElement Card)>> Cards(RawSignalR agent, long conversation) => [.. (await Board(agent))
        .SelectMany(column => column.GetProperty("cards").EnumerateArray(), (column, card) => (Stage: column.GetProperty("stage").GetString(), Card: card))
        .Where(c => c.Card.GetProperty("conversation").GetInt64() == conversation)];

    private static async Task<(string? Stage, JsonElement Card)> Card(RawSignalR agent, long conversation) => (await Cards(agent, conversation)).SingleOrDefault();

    private static async Task<string?> Stage(RawSignalR agent, long conversation) => (await Card(agent, conversation)).Stage;

    private static string? Phase(JsonElement summary) => summary.TryGetProperty("callPhase", out var phase) ? phase.GetString() : null;
}
