using System.Net;
using NUnit.Framework;
using SupportHub.Callbacks.Calling;
using SupportHub.Conversations;
using SupportHub.Lab.Phone.Network;
using SupportHub.Shared;
using SupportHub.Tests;

namespace SupportHub.Integration.Callbacks.Faults;

/// <summary>The telephone network fails, repeats itself, or speaks of something else: through the whole hub, a phone rings once for an attempt and nobody is forgotten.</summary>
[OnBothEngines]
public sealed class NetworkFaultTests(Engine engine) : OneCallWorld(engine)
{
    private CallWire _toHub = null!;

    protected override async Task BeforeAsking()
    {
        _toHub = await CallWire.To(() => Hub.Address);
        await Connect(l => l with { PublicUrl = _toHub.Address.ToString() });
    }

    [TearDown]
    public async Task EndWire() => await _toHub.DisposeAsync();

    [TestCase("TooFast")]
    [TestCase("Error")]
    [TestCase("Away")]
    public async Task An_order_that_rang_nowhere_is_tried_again_and_agents_see_why(string orders)
    {
        if (orders == "Away")
            await Connect(l => l with { PublicUrl = _toHub.Address.ToString(), Address = $"http://127.0.0.1:{Ports.Free()}" });
        else
            await Phones.Fault(orders);
        await Accepts(Agent, 1);

        await Passes(() => Assert.That(Row.Calling, Is.False));
        Assert.That((Row.Status, Row.AgentId, Row.CallFailures), Is.EqualTo((ConversationStatus.Waiting, (long?)null, 1)));
        Assert.That(Row.CallAt, Is.GreaterThan(Row.StartedAt), "with a next try");
        Assert.That(Calls, Is.Empty);
        var told = (await Timeline()).Last(e => e.Kind == EntryKind.CallProgress);
        Assert.That((told.Detail!.Call!.Outcome, string.IsNullOrEmpty(told.Body)), Is.EqualTo((CallOutcome.Failed, orders == "Error")), "why, where the network said it");
        Assert.That((await Customer.Ask("After", Id, 0)).ToString(), Does.Contain("call-again"), "and the customer sees that it is");
    }

    [TestCase("ErrorAfterDialling")]
    [TestCase("CutAfterDialling")]
    [TestCase("SilenceAfterDialling")]
    public async Task An_order_without_a_clear_answer_goes_on_with_the_call_that_it_made(string orders)
    {
        await Phones.Fault(orders);
        await Accepts(Agent, 1);
        await Talk();
        await IsReachedOnce();
    }

    [TestCase("Twice")]
    [TestCase("Backwards")]
    [TestCase("Lost")]
    public async Task A_talk_is_told_once_however_it_is_reported(string reports)
    {
        await Phones.Fault(reports: reports);
        await Accepts(Agent, 1);
        await Talk();
        await IsReachedOnce();
    }

    [Test]
    public async Task Who_has_talked_is_not_called_again_because_the_network_lost_its_word()
    {
        _toHub.Asks = e => Task.FromResult(!e.IsHook(CallHooks.CustomerStatus) && !e.IsHook(CallHooks.Dialled));
        await Accepts(Agent, 1);
        await PicksUp(1);
        await Phones.Do(Lucie, "pick-up");
        await Phones.Do(Lucie, "hang-up");
        await Eventually.Succeeds(() => Calls.All(c => c.IsOver) ? Task.CompletedTask : throw new TimeoutException("Not over."));
        await Passes(() => Assert.That(Row.Calling, Is.False));
        await IsReachedOnce();
    }

    [Test]
    public async Task What_comes_again_when_all_is_over_in_whatever_order_changes_nothing()
    {
        await Accepts(Agent, 1);
        await Talk();
        await IsReachedOnce();
        var reports = await Eventually.Gives(() => _toHub.All is var all && all.All(e => e.Status is not null) ? all : null);
        var (before, told) = (Row, (await Timeline()).Count);

        foreach (var late in reports.Reverse().Concat(reports))
        {
            using var answer = await _toHub.Repeat(late);
            Assert.That(answer.StatusCode, Is.EqualTo(late.Status));
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain("<Dial").And.Not.Contain("<Gather"), late.Path);
        }
        Assert.That((Row, (await Timeline()).Count), Is.EqualTo((before, told)));
        Assert.That(Calls, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Late_word_of_an_attempt_that_is_over_does_nothing_to_the_next_one()
    {
        await Accepts(Agent, 1);
        await Phones.Do(PhoneOf(1), "decline");
        await Eventually.Succeeds(() => Row.CallAttempts == 1 && !Row.Calling ? Task.CompletedTask : throw new TimeoutException("It is not over."));
        var first = _toHub.All;
        await Accepts(Agent, 1);
        await Phones.Sees(PhoneOf(1), "Ringing");

        foreach (var late in first.Reverse().Concat(first))
            (await _toHub.Repeat(late)).Dispose();
        await Talk();
        await IsReachedOnce(attempts: 2);
    }

    [Test]
    public async Task Word_of_another_attempts_call_hangs_up_nobody()
    {
        await using var arnaud = await World.Agent(Hub, 2);
        await using var marc = await World.Visitor(Hub.Address);
        await Accepts(Agent, 1);
        await Phones.Sees(PhoneOf(1), "Ringing");
        var other = await Asks(marc);
        await WantsCall(marc, other, "+33612345679");
        var agent = (await Task.WhenAny(Takes(Agent, 1), Takes(arnaud, 2))).Result;
        Assert.That(agent, Is.EqualTo(2), "whoever is on the phone already is not asked");
        await Phones.Sees(PhoneOf(2), "Ringing");
        await Eventually.Succeeds(async () => Assert.That((await Hub.Get<AttemptSql>().Find(other, 1))!.Known.AgentSid, Is.EqualTo(Calls[1].Sid)));
        var (ours, theirs) = (Calls[0].Sid, Calls[1].Sid);

        Assert.That((await Post(CallHooks.AgentStatus, theirs, "ringing")).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(Calls.Select(c => c.Status), Is.EqualTo(new[] { "ringing", "ringing" }), "after a report on the agent");
        Assert.That((await Post(CallHooks.CustomerStatus, theirs, "completed")).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(Calls.Select(c => c.Status), Is.EqualTo(new[] { "ringing", "ringing" }), "after a report on the customer");
        Assert.That((await Post(CallHooks.Agent, theirs, "in-progress")).Body, Does.Contain("<Hangup"));
        Assert.That((await Post(CallHooks.AgentStatus, ours, "completed", "ACbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(Calls.Select(c => c.Status), Is.EqualTo(new[] { "ringing", "ringing" }));
        await Talk();
        await IsReachedOnce();

        async Task<long> Takes(RawSignalR agent, long id)
        {
            await agent.Ask("Accept", await Rings(agent, id, other));
            return id;
        }
    }

    [Test]
    public async Task Another_body_under_a_signature_that_was_good_is_not_believed()
    {
        await Accepts(Agent, 1);
        await Phones.Sees(PhoneOf(1), "Ringing");
        var good = await Eventually.Gives(() => _toHub.All.LastOrDefault(e => e.IsHook(CallHooks.AgentStatus) && e.Status is not null));
        using var answer = await _toHub.Repeat(good, good.Body.Replace("ringing", "busy").Replace("initiated", "busy"));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(Row.Calling);
        await Talk();
        await IsReachedOnce();
    }

    private async Task Talk()
    {
        await PicksUp(1);
        await Phones.Sees(Lucie, Company);
        await Phones.Do(Lucie, "pick-up");
        await Phones.Sees(Lucie, "Talking with");
        await Phones.Do(Lucie, "hang-up");
    }

    private async Task IsReachedOnce(int attempts = 1)
    {
        Assert.That((await Sees(Customer, "called")).GetProperty("detail").GetProperty("call").GetProperty("outcome").GetString(), Is.EqualTo("reached"));
        await Eventually.Succeeds(() => Calls.Where(c => c.To == Lucie || c.To == PhoneOf(1)).All(c => c.IsOver) ? Task.CompletedTask : throw new TimeoutException("Somebody still talks."));
        Assert.That((Calls.Count(c => c.To == PhoneOf(1)), Calls.Count(c => c.To == Lucie)), Is.EqualTo((attempts, 1)), "phones rang");
        Assert.That((await Timeline()).Count(e => e.Kind == EntryKind.Called), Is.EqualTo(1));
        Assert.That((Row.Status, Row.AgentId, Row.Calling), Is.EqualTo((ConversationStatus.Assigned, (long?)1, false)));
    }

    private async Task<(HttpStatusCode Status, string Body)> Post(string hook, string sid, string status, string account = Sid)
    {
        var url = new Uri(_toHub.Address, $"/api/calls/1/{Id}/1/{hook}");
        List<KeyValuePair<string, string>> form = [new("AccountSid", account), new("CallSid", sid), new("CallStatus", status)];
        using var http = new HttpClient();
        using var content = new FormUrlEncodedContent(form);
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
        request.Headers.Add(WebhookSignature.Header, WebhookSignature.Of(Token, url.AbsoluteUri, form));
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
