using Dapper;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using SupportHub.Callbacks;
using SupportHub.Callbacks.Asking;
using SupportHub.Callbacks.Calling;
using SupportHub.Callbacks.Lines;
using SupportHub.Storage;
using SupportHub.Tests;

namespace SupportHub.Integration.Callbacks.Faults;

/// <summary>What is limited holds for requests at the same moment, and who is refused uses up nothing of others.</summary>
[OnBothEngines]
public sealed class LimitTests(Engine engine) : CallWorld(engine)
{
    private const int AtOnce = 40;
    private const int Day = 20261128;

    [TestCase(CallCount.Visitor)]
    [TestCase(CallCount.Number)]
    [TestCase(CallCount.Address)]
    [TestCase(CallCount.Site)]
    public async Task No_more_than_the_cap_is_counted_and_the_refused_use_up_nothing(CallCount limited)
    {
        var counts = Hub.Get<CallCounts>();
        CallCount[] kinds = [CallCount.Visitor, CallCount.Number, CallCount.Address, CallCount.Site];
        var asked = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => counts.AddOneOfEach(Day, [.. kinds.Select(k => new CallCap(k, "one", k == limited ? 3 : 100))])));
        Assert.That(asked.Count(a => a), Is.EqualTo(3));
        Assert.That(await Counted(), Is.All.EqualTo(3).And.Exactly(4).Items);
    }

    [Test]
    public async Task The_days_money_is_never_overdrawn_and_what_was_not_needed_comes_back()
    {
        await Connect(l => l with { CentsAMinute = 10, CentsADay = 3 * 1200 });
        var (budget, line) = (Hub.Get<CallBudget>(), Hub.Get<LineDirectory>().Of(1)!);
        var attempts = Enumerable.Range(1, AtOnce).Select(n => new StoredAttempt { ConversationId = n, Number = 1, SiteId = 1, BeganAt = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() }).ToList();
        var reserved = await Task.WhenAll(attempts.Select(a => budget.Reserve(line, a)));
        Assert.That(reserved.Where(r => r is not null), Is.EqualTo(new int?[] { 1200, 1200, 1200 }), "an hour on two phones is set aside for each");
        await budget.Settle(line, attempts[0] with { ReservedCents = 1200 });
        Assert.That(await Counted(), Is.EqualTo(new[] { 2400 }), "it was never dialled");
        await Connect(l => l with { CentsADay = 0 });
        Assert.That(await budget.Reserve(Hub.Get<LineDirectory>().Of(1)!, attempts[1]), Is.EqualTo(1200), "switched off");
    }

    [Test]
    public async Task Beyond_the_days_money_nobody_is_promised_a_call_today_and_other_days_are_offered()
    {
        await Connect(l => l with { CentsAMinute = 10, CentsADay = 1200 });
        await using var lucie = await World.Visitor(Hub.Address);
        var id = await Asks(lucie);
        var (budget, line) = (Hub.Get<CallBudget>(), Hub.Get<LineDirectory>().Of(1)!);
        var nowMs = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        var before = await lucie.Ask("CallTimes", World.Topic);
        Assert.That(before.GetProperty("soon").GetBoolean());

        Assert.That(await budget.Reserve(line, nowMs, 1));
        var times = await lucie.Ask("CallTimes", World.Topic);
        var starts = times.GetProperty("starts").EnumerateArray().Select(s => s.GetInt64()).ToList();
        Assert.That((times.GetProperty("soon").GetBoolean(), starts.Exists(at => budget.IsSameDay(line, at, nowMs)), starts.Count > 0), Is.EqualTo((false, false, true)));
        Assert.That(Code(await WantsCall(lucie, id)), Is.EqualTo("no-calls"));
        Assert.That(Code(await WantsCall(lucie, id, at: starts[0])), Is.Null, "tomorrow's money is another");
        Assert.That(await Counted(), Does.Not.Contain(2), "who is refused for money has not asked too much");

        await budget.GiveBack(line, nowMs, 1);
        Assert.That((await lucie.Ask("CallTimes", World.Topic)).GetProperty("soon").GetBoolean(), "as soon as a call cost less than was set aside");
    }

    [Test]
    public async Task Who_is_refused_again_and_again_rests_and_then_is_asked_again()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var hub = await InProcessHub.Start(clock: clock);
        var rests = hub.Get<CallRests>();
        var (one, other) = (RestRules.Counted(1, 7, "192.0.2.1"), RestRules.Counted(1, 8, "192.0.2.1"));
        for (var refused = 0; refused < 5; refused++)
            await rests.Add(one, Now());
        Assert.That(await rests.Rest(one, Now()), Is.False, "a number is mistyped once or twice");
        await rests.Add(one, Now());
        Assert.That(await rests.Rest(one, Now()));
        Assert.That(await rests.Rest(other, Now()), Is.False, "others behind the same router may ask");
        clock.Advance(TimeSpan.FromMilliseconds(RestRules.RestMs));
        Assert.That(await rests.Rest(one, Now()), Is.False);
        await rests.Add(one, Now());
        Assert.That(await rests.Rest(one, Now()), Is.False, "counted anew");

        long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();
    }

    [Test]
    public async Task Refusals_end_in_a_rest_for_who_was_refused_alone()
    {
        await using var lucie = await World.Visitor(Hub.Address);
        var id = await Asks(lucie);
        for (var refused = 0; refused < 6; refused++)
            Assert.That(Code(await WantsCall(lucie, id, "0899 70 00 00")), Is.EqualTo("number-kind"));
        Assert.That(Code(await WantsCall(lucie, id)), Is.EqualTo("calls-rest"));
        await using var marc = await World.Visitor(Hub.Address);
        Assert.That(Code(await WantsCall(marc, await Asks(marc), "+33612345679")), Is.Null);
    }

    [Test]
    public async Task Counts_of_days_that_are_over_are_forgotten()
    {
        var counts = Hub.Get<CallCounts>();
        var nowMs = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var day in new[] { CallDays.Of(null, nowMs - 10 * 24 * 3600_000L), CallDays.Of(null, nowMs) })
            await counts.Add(day, new CallCap(CallCount.Number, "1/+33612345678", 5), 1);
        await using (var again = await InProcessHub.Start(Database))
            await Eventually.Succeeds(async () => Assert.That(await Counted(), Has.Exactly(1).Items));
    }

    private async Task<IReadOnlyList<int>> Counted()
    {
        await using var connection = await Hub.Get<Database>().Open();
        return [.. await connection.QueryAsync<int>("SELECT counted FROM call_counts")];
    }
}
