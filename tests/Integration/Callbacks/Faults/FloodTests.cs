using System.Diagnostics;
using System.Net;
using Dapper;
using NUnit.Framework;
using SupportHub.Callbacks;
using SupportHub.Shared;
using SupportHub.Storage;
using SupportHub.Tests;

namespace SupportHub.Integration.Callbacks.Faults;

/// <summary>Ten thousand requests to be called, from one address: no more calls than allowed come of them, and everybody else is served as always.</summary>
[OnBothEngines]
public sealed class FloodTests(Engine engine) : CallWorld(engine)
{
    private const int Requests = 10_000;
    private const int Attackers = 40;
    private const int Others = 20;

    protected override IReadOnlyList<string> Settings => ["--Limits:NewVisitorsPerMinute=10000"];

    [TestCase(true)]
    [TestCase(false)]
    public async Task Ten_thousand_requests_from_one_source_stay_under_the_caps_and_others_are_served(bool oneNumber)
    {
        await Connect(l => l with { PerNumberADay = 5, PerAddressADay = 20, PerSiteADay = 500 });
        var attackers = await Task.WhenAll(Enumerable.Range(0, Attackers).Select(_ => World.Visitor(Hub.Address)));
        var ids = await Task.WhenAll(attackers.Select(a => Asks(a)));
        await Serve(0, 3);
        var quiet = await Serve(3, Others);

        var since = Stopwatch.StartNew();
        var flood = Task.WhenAll(attackers.Zip(ids).Select((a, n) => Flood(a.First, a.Second, n)));
        var busy = await Serve(Others + 3, Others);
        await flood;
        var taken = await Taken() - 3 - 2 * Others;
        TestContext.Out.WriteLine($"{Requests} requests in {since.Elapsed.TotalSeconds:0.0} s, {taken} taken; a customer's request: p50/p99 {Show(quiet)} without, {Show(busy)} within them");

        var counted = await Most(CallCount.Address);
        Assert.That(counted, Is.LessThanOrEqualTo(oneNumber ? 5 : 20));
        Assert.That(taken, Is.InRange(1, counted));
        Assert.That(await Most(CallCount.Number), oneNumber ? Is.EqualTo(counted) : Is.LessThanOrEqualTo(5), "who is refused for one reason uses up nothing of another");
        Assert.That(await Most(CallCount.Site), Is.EqualTo(counted + 3 + 2 * Others), "nor what is others'");
        // On a machine that has this process and all these clients to carry at once.
        Assert.That(busy[Others / 2], Is.LessThan(TimeSpan.FromSeconds(1)), "half of the others");
        Assert.That(busy[^1], Is.LessThan(TimeSpan.FromSeconds(5)), "the slowest of them");
        await Task.WhenAll(attackers.Select(a => a.DisposeAsync().AsTask()));

        Task Flood(RawSignalR attacker, long id, int n) =>
            Task.WhenAll(Enumerable.Range(0, Requests / Attackers).Select(r => WantsCall(attacker, id, oneNumber ? Lucie : $"+33612{n:00}{r:0000}")));
    }

    /// <summary>Customers at addresses of their own, one after the other.</summary>
    /// <returns>How long each waited for "you are called", ascending.</returns>
    private async Task<IReadOnlyList<TimeSpan>> Serve(int from, int count)
    {
        List<TimeSpan> took = [];
        for (var n = from; n < from + count; n++)
        {
            await using var customer = await World.Visitor(Hub.Address, from: IPAddress.Parse($"127.0.1.{n + 1}"));
            var id = await Asks(customer);
            var asked = Stopwatch.GetTimestamp();
            Assert.That(Code(await WantsCall(customer, id, $"+3368888{n:0000}")), Is.Null);
            took.Add(Stopwatch.GetElapsedTime(asked));
        }
        took.Sort();
        return took;
    }

    private async Task<int> Most(CallCount kind)
    {
        await using var connection = await Hub.Get<Database>().Open();
        return await connection.QuerySingleAsync<int>("SELECT CAST(MAX(counted) AS INTEGER) FROM call_counts WHERE kind = @kind", new { kind = (int)kind });
    }

    /// <summary>Wishes to be called that are on a timeline.</summary>
    private async Task<int> Taken()
    {
        await using var connection = await Hub.Get<Database>().Open();
        return await connection.QuerySingleAsync<int>("SELECT CAST(COUNT(*) AS INTEGER) FROM entries WHERE kind = @wanted", new { wanted = (int)EntryKind.CallWanted });
    }

    private static string Show(IReadOnlyList<TimeSpan> took) => $"{took[took.Count / 2].TotalMilliseconds:0}/{took[^1].TotalMilliseconds:0} ms";
}
