using System.Net;
using System.Text.Json;
using NUnit.Framework;
using SupportHub.Callbacks.Calling;
using SupportHub.Conversations;
using SupportHub.Integration.Email;
using SupportHub.Shared;
using SupportHub.Tests;

namespace SupportHub.Integration.Callbacks;

[OnBothEngines]
public sealed class CallbackTests(Engine engine) : CallWorld(engine)
{
    [Test]
    public async Task The_agents_phone_rings_first_then_the_customers_and_both_are_on_the_timeline()
    {
        await using var claire = await World.Agent(Hub, 1);
        await using var lucie = await World.Visitor(Hub.Address);
        var id = await Asks(lucie);
        await Sees(lucie, "joined");

        Assert.That(Code(await WantsCall(lucie, id, "06 12 34 56 78", country: "")), Is.Null, "quicker than the list of countries: the first of it");
        var wanted = (await Sees(lucie, "call-wanted")).GetProperty("detail").GetProperty("call");
        Assert.That((wanted.GetProperty("number").GetString(), wanted.GetProperty("from").GetString()), Is.EqualTo(("+33 6 12 34 56 78", "+33 1 84 80 00 00")));
        await Accepts(claire, 1);
        await PicksUp(1);
        await Phones.Sees(Lucie, Company);
        await Phones.Do(Lucie, "pick-up");
        await Eventually.Succeeds(async () => Assert.That(await Phases(id), Does.Contain(CallPhase.Talking)));
        await Phones.Do(Lucie, "hang-up");

        var called = (await Sees(lucie, "called")).GetProperty("detail");
        Assert.That((called.GetProperty("call").GetProperty("outcome").GetString(), called.GetProperty("agent").GetProperty("firstName").GetString()), Is.EqualTo(("reached", "Claire")));
        var state = Row(id);
        Assert.That((state.Status, state.AgentId, state.Channel, state.Calling), Is.EqualTo((ConversationStatus.Assigned, (long?)1, ChannelKind.Chat, false)));
    }

    [Test]
    public async Task Who_begins_with_a_call_is_called_without_having_chatted()
    {
        await using var claire = await World.Agent(Hub, 1);
        await using var lucie = await World.Visitor(Hub.Address);

        Assert.That(Code(await Begins("06 12", null)), Is.EqualTo("number-invalid"));
        Assert.That(Code(await Begins("0899 70 00 00", null)), Is.EqualTo("number-kind"));
        var at = (await lucie.Ask("CallTimes", World.Topic)).GetProperty("starts")[2].GetInt64();
        Assert.That(Code(await Begins(Lucie, at + 1)), Is.EqualTo("time-taken"));
        Assert.That(Hub.Get<OpenConversations>().All, Is.Empty, "nothing was opened in vain");

        var id = (await Begins(Lucie, null)).GetProperty("value").GetProperty("id").GetInt64();
        await lucie.Next("Waiting", p => p.TryGetProperty("card", out var card) && card.GetProperty("doing").GetString() == "asked"
            && card.GetProperty("text").GetString()!.Contains("Claire will call you", StringComparison.Ordinal) && !card.GetProperty("text").GetString()!.Contains("customer", StringComparison.Ordinal));
        await Accepts(claire, 1);
        await PicksUp(1);
        await Phones.Do(Lucie, "pick-up");
        await Phones.Do(Lucie, "hang-up");
        Assert.That((await Sees(lucie, "called")).GetProperty("detail").GetProperty("call").GetProperty("outcome").GetString(), Is.EqualTo("reached"));
        Assert.That(Row(id).AgentId, Is.EqualTo(1));

        Task<JsonElement> Begins(string number, long? at) =>
            lucie.Invoke("Start", new { session = 1, topicId = World.Topic, body = "My domain is gone.", call = new { number, country = "FR", at } });
    }

    [Test]
    public async Task Who_wants_to_be_called_instead_is_told_anew_who_calls()
    {
        await using var lucie = await World.Visitor(Hub.Address);
        var id = await Asks(lucie);
        var chat = await lucie.Next("Waiting", p => p.TryGetProperty("card", out var card) && card.TryGetProperty("text", out _));
        Assert.That(chat.GetProperty("card").GetProperty("text").GetString(), Does.Contain("the answer will be waiting"));

        await WantsCall(lucie, id);
        var call = await lucie.Next("Waiting", p => p.TryGetProperty("card", out var card) && card.GetProperty("byPhone").GetBoolean());
        Assert.That(call.GetProperty("card").GetProperty("text").GetString(), Does.Contain("you will be called as soon as someone is here"));
    }

    [Test]
    public async Task A_time_of_a_beginning_that_was_refused_is_free_again()
    {
        await using var lucie = await World.Visitor(Hub.Address);
        var at = (await lucie.Ask("CallTimes", World.Topic)).GetProperty("starts")[2].GetInt64();

        var refused = await lucie.Invoke("Start", new { session = 1, topicId = World.Topic, body = " ", call = new { number = Lucie, country = "FR", at } });
        Assert.That(Code(refused), Is.EqualTo("empty"));
        Assert.That((await lucie.Ask("CallTimes", World.Topic)).GetProperty("starts").EnumerateArray().Select(s => s.GetInt64()), Does.Contain(at));
    }

    [Test]
    public async Task Who_is_on_the_phone_is_asked_for_nobody_else_until_the_call_is_over()
    {
        await using var claire = await World.Agent(Hub, 1);
        await using var lucie = await World.Visitor(Hub.Address);
        await using var marc = await World.Visitor(Hub.Address);
        var first = await Asks(lucie);
        await WantsCall(lucie, first);
        await Accepts(claire, 1);
        await PicksUp(1);
        await Phones.Do(Lucie, "pick-up");

        var second = await Asks(marc);
        await WantsCall(marc, second, "+33612345679");
        await marc.Next("Waiting", p => p.TryGetProperty("card", out var card) && card.GetProperty("byPhone").GetBoolean() && card.TryGetProperty("agent", out _));
        Assert.That((Row(second).Status, Row(second).OfferedTo), Is.EqualTo((ConversationStatus.Waiting, (long?)null)), "she has places for chats, and one mouth");
        await Phones.Do(Lucie, "hang-up");
        await Accepts(claire, 1);
        Assert.That(Row(second).AgentId, Is.EqualTo(1));
    }

    [Test]
    public async Task Nobody_answers_so_it_is_tried_again_in_five_minutes_and_the_customer_knows()
    {
        await using var claire = await World.Agent(Hub, 1);
        await using var lucie = await World.Visitor(Hub.Address);
        await Phones.Habit(Lucie, "Busy");
        var id = await Asks(lucie);
        await Sees(lucie, "joined");
        await WantsCall(lucie, id);
        await Accepts(claire, 1);
        await PicksUp(1);

        var called = await Sees(lucie, "called");
        var call = called.GetProperty("detail").GetProperty("call");
        Assert.That(call.GetProperty("outcome").GetString(), Is.EqualTo("busy"));
        Assert.That(call.GetProperty("at").GetInt64() - called.GetProperty("at").GetInt64(), Is.EqualTo(5 * 60_000).Within(5_000));
        await Phones.Sees(PhoneOf(1), "busy");
        var state = Row(id);
        Assert.That((state.Status, state.AgentId, state.CallTries, state.CallAt), Is.EqualTo((ConversationStatus.Waiting, (long?)null, 1, (long?)call.GetProperty("at").GetInt64())));
    }

    [Test]
    public async Task After_the_last_try_the_agent_has_it_and_a_mail_invites_to_another_time()
    {
        await using var smtp = ScriptedSmtp.Start();
        await MailWorld.Connect(Hub, smtp.Port);
        await Connect(l => l with { Tries = 1 });
        await using var claire = await World.Agent(Hub, 1);
        await using var lucie = await World.Visitor(Hub.Address);
        await Phones.Habit(Lucie, "Busy");
        var id = await Asks(lucie);
        await Sees(lucie, "joined");
        await lucie.Ask("Introduce", new { conversation = id, email = "lucie@customer.example" });
        await WantsCall(lucie, id);
        await Accepts(claire, 1);
        await PicksUp(1);

        Assert.That((await Sees(lucie, "called")).GetProperty("detail").GetProperty("call").TryGetProperty("at", out _), Is.False);
        Assert.That((Row(id).AgentId, Row(id).Calling), Is.EqualTo(((long?)1, false)));
        var mail = await smtp.To("lucie@customer.example");
        Assert.That(mail.Subject, Is.EqualTo("Shop could not reach you by phone"));
        Assert.That(mail.TextBody, Does.Contain("Claire of Shop tried to call you").And.Contain($"{Hub.Address}call/"));
    }

    [Test]
    public async Task An_agent_whose_phone_is_not_answered_is_not_the_customers_loss()
    {
        await using var claire = await World.Agent(Hub, 1);
        await using var arnaud = await World.Agent(Hub, 2);
        await using var lucie = await World.Visitor(Hub.Address);
        var id = await Asks(lucie);
        await Sees(lucie, "joined");
        var (first, second) = Row(id).AgentId == 1 ? ((claire, 1L), (arnaud, 2L)) : ((arnaud, 2L), (claire, 1L));
        await WantsCall(lucie, id);
        await Accepts(first.Item1, first.Item2);
        await Phones.Do(PhoneOf(first.Item2), "decline");

        await Accepts(second.Item1, second.Item2);
        await PicksUp(second.Item2);
        await Phones.Do(Lucie, "pick-up");
        await Phones.Do(Lucie, "hang-up");
        Assert.That((await Sees(lucie, "called")).GetProperty("detail").GetProperty("call").GetProperty("outcome").GetString(), Is.EqualTo("reached"));
    }

    [Test]
    public async Task Numbers_that_cost_or_belong_elsewhere_are_refused_and_nothing_is_lost()
    {
        await using var lucie = await World.Visitor(Hub.Address);
        var id = await Asks(lucie);

        Assert.That(Code(await WantsCall(lucie, id, "0899 70 00 00")), Is.EqualTo("number-kind"), "premium rate");
        Assert.That(Code(await WantsCall(lucie, id, "15")), Is.EqualTo("number-kind"), "emergency");
        Assert.That(Code(await WantsCall(lucie, id, "06 12")), Is.EqualTo("number-invalid"));
        Assert.That(Code(await WantsCall(lucie, id, "+1 202 456 1111")), Is.EqualTo("number-country"));
        Assert.That(Code(await WantsCall(lucie, id, "06 12", country: "")), Is.EqualTo("number-invalid"));
        Assert.That(Code(await WantsCall(lucie, id + 1)), Is.EqualTo("unknown-conversation"));
        Assert.That(Row(id).Channel, Is.EqualTo(ChannelKind.Chat));
        await Connect(l => l with { Enabled = false });
        Assert.That(Code(await WantsCall(lucie, id)), Is.EqualTo("no-calls"));
    }

    [Test]
    public async Task Where_no_agent_has_a_phone_for_the_topic_nobody_is_promised_a_call()
    {
        await using var lucie = await World.Visitor(Hub.Address);
        var id = await Asks(lucie);
        var at = (await lucie.Ask("CallTimes", World.Topic)).GetProperty("starts")[3].GetInt64();
        await Connect(l => l with { AtOnce = 50, Phones = [new AgentPhone(1, PhoneOf(1)), new AgentPhone(2, null)] });
        await WantsCall(lucie, id, at: at);
        Assert.That((await lucie.Ask("CallTimes", World.Topic)).GetProperty("starts").EnumerateArray().Select(s => s.GetInt64()), Does.Not.Contain(at), "one agent calls one customer at a time");

        await Connect(l => l with { Phones = [new AgentPhone(1, null), new AgentPhone(2, null)] });
        Assert.That(Code(await lucie.Invoke("CallTimes", World.Topic)), Is.EqualTo("no-calls"));
    }

    [Test]
    public async Task Two_customers_never_get_the_same_time()
    {
        await using var lucie = await World.Visitor(Hub.Address);
        await using var marc = await World.Visitor(Hub.Address);
        var (one, other) = (await Asks(lucie), await Asks(marc));
        var times = await lucie.Ask("CallTimes", World.Topic);
        var at = times.GetProperty("starts")[3].GetInt64();
        Assert.That((times.GetProperty("soon").GetBoolean(), times.GetProperty("from").GetString()), Is.EqualTo((true, "+33 1 84 80 00 00")));

        var asked = await Task.WhenAll(WantsCall(lucie, one, at: at), WantsCall(marc, other, "+33612345679", at: at));
        Assert.That(asked.Select(Code), Is.EquivalentTo(new[] { null, "time-taken" }));
        Assert.That((await marc.Ask("CallTimes", World.Topic)).GetProperty("starts").EnumerateArray().Select(s => s.GetInt64()), Does.Not.Contain(at));

        var (who, conversation) = Code(asked[0]) is null ? (lucie, one) : (marc, other);
        Assert.That(Row(conversation).IsCalledLater(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()));
        await who.Ask("CancelCall", conversation);
        Assert.That((await marc.Ask("CallTimes", World.Topic)).GetProperty("starts").EnumerateArray().Select(s => s.GetInt64()), Does.Contain(at));
        Assert.That(Row(conversation).Channel, Is.EqualTo(ChannelKind.Chat));
    }

    [Test]
    public async Task Whoever_goes_leaves_the_time_to_others_and_a_time_that_is_left_is_not_taken_along()
    {
        await using var lucie = await World.Visitor(Hub.Address);
        await using var marc = await World.Visitor(Hub.Address);
        var (one, other) = (await Asks(lucie), await Asks(marc));
        var starts = (await lucie.Ask("CallTimes", World.Topic)).GetProperty("starts");
        var (at, later) = (starts[3].GetInt64(), starts[4].GetInt64());

        Assert.That(Code(await WantsCall(lucie, one, at: at)), Is.Null);
        Assert.That(Code(await WantsCall(lucie, one, at: later)), Is.Null);
        Assert.That(Code(await WantsCall(marc, other, "+33612345679", at: at)), Is.Null);
        await lucie.Ask("Leave", one);
        Assert.That(Code(await WantsCall(marc, other, "+33612345679", at: later)), Is.Null);
    }

    [Test]
    public async Task Whoever_has_asked_too_much_uses_up_nobody_elses_number()
    {
        await Connect(l => l with { PerAddressADay = 1, PerNumberADay = 2 });
        await using var flood = await World.Visitor(Hub.Address);
        var id = await Asks(flood);
        Assert.That(Code(await WantsCall(flood, id, "+33612345679")), Is.Null);
        for (var more = 0; more < 3; more++)
            Assert.That(Code(await WantsCall(flood, id)), Is.EqualTo("too-many-calls"));

        await Connect(l => l with { PerAddressADay = 20, PerNumberADay = 2 });
        await using var lucie = await World.Visitor(Hub.Address);
        Assert.That(Code(await WantsCall(lucie, await Asks(lucie))), Is.Null);
    }

    [Test]
    public async Task What_a_day_allows_holds_for_requests_at_the_same_moment()
    {
        await Connect(l => l with { PerNumberADay = 3 });
        var visitors = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => World.Visitor(Hub.Address)));
        var ids = await Task.WhenAll(visitors.Select(v => Asks(v)));

        var asked = await Task.WhenAll(visitors.Zip(ids, (visitor, id) => WantsCall(visitor, id)));
        Assert.That(asked.Count(a => Code(a) is null), Is.EqualTo(3));
        Assert.That(asked.Select(Code).Where(c => c is not null).Distinct(), Is.EqualTo(new[] { "too-many-calls" }));
        foreach (var visitor in visitors)
            await visitor.DisposeAsync();
    }

    [Test]
    public async Task Without_the_networks_signature_nothing_happens()
    {
        using var http = new HttpClient();
        foreach (var hook in new[] { CallHooks.Agent, CallHooks.Key, CallHooks.Dialled, CallHooks.Word, CallHooks.AgentStatus, CallHooks.CustomerStatus })
        {
            using var form = new FormUrlEncodedContent([new("AccountSid", "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), new("CallSid", "CAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), new("CallStatus", "in-progress")]);
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Hub.Address, $"/api/calls/1/1/1/{hook}")) { Content = form, Headers = { { "X-Twilio-Signature", "bm9uc2Vuc2U=" } } };
            using var answer = await http.SendAsync(request);
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), hook);
        }
    }

    private Conversation Row(long id) => Hub.Get<OpenConversations>().Find(id)!.State;

    private async Task<IReadOnlyList<CallPhase?>> Phases(long id) =>
        [.. (await Hub.Get<Timeline>().After(id, 0, publicOnly: false)).Entries.Where(e => e.Kind == EntryKind.CallProgress).Select(e => e.Detail?.Call?.Phase)];
}
